"""The pages of a published folder: the programme page in each language, a page for each item, and where to choose."""

from wgsched.publishing.pages.rendering import assets, pages, root_page

__all__ = ["assets", "pages", "root_page"]
