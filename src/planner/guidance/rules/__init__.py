"""The rules of the default pack, one module each, named by what they find."""
