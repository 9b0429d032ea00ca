"""Files: what kinds there are to open, which were open lately, and the commands of the File menu."""
