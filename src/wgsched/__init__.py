"""Drafts the programme of work of an intergovernmental session."""
