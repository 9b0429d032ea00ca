"""The window: menus, toolbar, the parts of a plan side by side, and the status bar."""
