"""What a browser would make of a page, and a text that tries to be more than text."""

from html.parser import HTMLParser

EVIL = "<script>alert(1)</script> [x](javascript:alert(1)) **bold** `code` # | ~~no~~ & &lt;"


class Tags(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        assert not any(name in {"onclick", "src", "href"} for name, _ in attrs)
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note one text."""
        self.words.append(data)
