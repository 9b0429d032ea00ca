"""MLOps Team Planner: design the team that builds and runs machine learning."""
