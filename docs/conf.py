"""How the documentation is built: Sphinx, MyST, furo; warnings are errors."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "_ext"))

project = "wgsched"
author = "The wgsched developers"
copyright = "2026, The wgsched developers"  # noqa: A001 - Sphinx's name
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode", "generated"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "_ext"]
html_theme = "furo"
html_title = "wgsched"
html_static_path = ["_static"]
html_show_sphinx = False
html_show_copyright = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
# Types that say what a field means are shown by their names, not by the types behind them.
MEANINGS = ("ItemKey", "InstalmentKey", "MeetingKey", "PeriodKey", "Moment", "Deadline", "Day", "Hours")
autodoc_type_aliases = {name: name for name in (*MEANINGS, "MinuteCount", "HourCount")}
nitpicky = False
