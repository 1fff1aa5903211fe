"""The search: the best programme, with proof, within limits, and always the same one."""
