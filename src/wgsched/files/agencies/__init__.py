"""The wordings of agencies, a file each."""
