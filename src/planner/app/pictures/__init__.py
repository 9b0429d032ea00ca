"""Pictures of the real window in every state that people should look at before a release."""
