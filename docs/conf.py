"""How the documentation is built: Sphinx, MyST, furo; warnings are errors."""

project = "wgsched"
author = "The wgsched developers"
copyright = "2026, The wgsched developers"  # noqa: A001 - Sphinx's name
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "wgsched"
html_show_sphinx = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpicky = False
