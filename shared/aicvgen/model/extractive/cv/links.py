"""A person's web addresses: the personal site and the profiles, each of them once."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Profile
from aicvgen.model.extractive.cv.gazetteer import fold

NETWORKS = {
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "xing": "XING",
    "twitter": "Twitter",
    "stackoverflow": "Stack Overflow",
    "kaggle": "Kaggle",
    "medium": "Medium",
    "behance": "Behance",
    "dribbble": "Dribbble",
    "orcid": "ORCID",
    "facebook": "Facebook",
    "youtube": "YouTube",
    "instagram": "Instagram",
    "quora": "Quora",
}
_LABELS = frozenset(
    {
        *(name.casefold() for name in NETWORKS.values()),
        "portfolio",
        "blog",
        "website",
        "web",
        "homepage",
        "webseite",
        "site",
        "personal site",
        "personal website",
        "profile",
        "projects",
        "publications",
        "talks",
        "vorträge",
    }
)
_NAME_PART = 4
_HANDLE = re.compile(r"@[\w.-]{2,30}|in/[\w%-]+/?", re.IGNORECASE)
_SCHEME = re.compile(r"^https?://(?:www\.)?|^www\.", re.IGNORECASE)


def network_of(text: str) -> str:
    """Return the network a label or the host of an address names, or an empty text."""
    host = _bare(text).partition("/")[0]
    words = re.findall(r"\w+", host)
    return next((name for key, name in NETWORKS.items() if key in words), "")


def labelled(pieces: Sequence[str], links: Sequence[str]) -> dict[str, str]:
    """Return the address behind each piece of a row that only says what is behind it.

    Known labels stand in the order of their addresses; unknown ones do if every piece of the
    row has an address and one of the labels is known.
    """
    hidden = [
        link
        for link in dict.fromkeys(links)
        if link.startswith("http") and not any(shows(piece, link) for piece in pieces)
    ]
    known = [piece for piece in pieces if piece.casefold() in _LABELS]
    if known and len(pieces) == len(hidden):
        return dict(zip(pieces, hidden, strict=True))
    return dict(zip(known, hidden, strict=True)) if len(known) == len(hidden) else {}


def linked_email(email: str, links: Sequence[str]) -> str:
    """Return the address a link has for an e-mail address printed with a hyphen, or its end.

    Some renderers part an address at the end of a line as they part a word.
    """
    linked = [link.removeprefix("mailto:").split("?")[0] for link in links]
    bare = email.replace("-", "")
    return next((each for each in linked if bare and each.replace("-", "").endswith(bare)), email)


def is_label(text: str) -> bool:
    """Say whether a text is a usual label of a web address: 'Portfolio', 'GitHub'."""
    return text.casefold() in _LABELS


def is_handle(text: str) -> bool:
    """Say whether a text is a name on a network: '@ada', 'in/ada'."""
    return _HANDLE.fullmatch(text) is not None


def are_handles_of(name: str, text: str) -> bool:
    """Say whether all words are the person's name in small letters, as behind lost icons."""
    parts = [fold(part) for part in name.split() if len(part) >= _NAME_PART]
    words = [word for word in text.split() if len(word) > 1]
    return bool(words) and all(
        word.islower() and any(part in word for part in parts) and word not in parts
        for word in words
    )


def shows(text: str, link: str) -> bool:
    """Say whether a text is the address of a link, or the end of it."""
    shown, whole = _bare(text), _bare(link)
    return bool(shown) and (whole == shown or whole.endswith(f"/{shown}"))


class Addresses:
    """Collects web addresses; one written twice, as text and as a link, is kept once."""

    def __init__(self) -> None:
        self.url = ""
        """The first address that is on no network and under no other label."""
        self.profiles: list[Profile] = []

    def add(self, address: str, label: str = "") -> str:
        """Keep an address and return the field of the contact it is in."""
        if not network_of(address) and not network_of(label):
            if not self.url or _bare(self.url) == _bare(address):
                self.url = max(self.url, address, key=_completeness)
                return "url"
            return self.add_profile(Profile(network=label, url=address))
        return self.add_profile(
            Profile(
                network=network_of(address) or network_of(label),
                username=username_of(address),
                url=address,
            )
        )

    def add_profile(self, profile: Profile) -> str:
        """Keep a profile, completing what is known of it, and return the contact's field."""
        for index, known in enumerate(self.profiles):
            if _same(known, profile):
                self.profiles[index] = max(known, profile, key=lambda each: _completeness(each.url))
                return "profiles"
        self.profiles.append(profile)
        return "profiles"


def username_of(text: str) -> str:
    """Return the last part of an address, or the name written in place of one."""
    return re.split(r"[?#]", text)[0].rstrip("/").rsplit("/", 1)[-1].lstrip("@")


def _same(known: Profile, other: Profile) -> bool:
    if known.url and other.url:
        return _bare(known.url) == _bare(other.url)
    if known.network != other.network:
        return False
    return not known.url or known.username.casefold() == other.username.casefold()


def _completeness(url: str) -> int:
    return bool(url) + url.startswith("http")


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip()).rstrip("/. ").casefold()
