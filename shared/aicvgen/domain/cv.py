"""A CV as facts: sections → entries → items, each knowing the lines it was read from."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from aicvgen.domain.dropped import Dropped
from aicvgen.domain.value import Value


class Kind(StrEnum):
    """What a section is about; `CUSTOM` keeps an unknown section verbatim."""

    SUMMARY = "summary"
    QUALIFICATIONS = "qualifications"
    WORK = "work"
    PROJECTS = "projects"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    VOLUNTEER = "volunteer"
    INTERESTS = "interests"
    REFERENCES = "references"
    CUSTOM = "custom"


class Evidence(Value):
    """Where a field was read and how sure the reading is."""

    lines: tuple[int, ...] = ()
    """Indexes into the lines of the source document."""
    confidence: float = 1.0
    """0 to 1, computed from the evidence for the reading, never guessed by a model."""


class Fact(Value):
    """One thing the candidate wrote, verbatim but for joined line breaks and hyphens."""

    id: str
    """`<entry id>/<number>`, for example `work-1/3`; unique within the CV."""
    text: str
    lines: tuple[int, ...] = ()


class Period(Value):
    """A span of time as it was written and as it was understood."""

    raw: str
    start: str | None = None
    """ISO 8601 with the precision of the source: `2019`, `2019-03` or `2019-03-15`."""
    end: str | None = None
    current: bool = False
    """The source says it goes on: present, heute, seit …"""
    lasted: str = ""
    """How long it lasted, where the source says so beside the dates: `2 years 3 months`."""


class Entry(Value):
    """A role, project, degree, skill group …; what each field means follows from the section.

    | kind         | title             | organisation | items           | terms        |
    |--------------|-------------------|--------------|-----------------|--------------|
    | work         | position          | employer     | bullets         |              |
    | projects     | name              | client       | bullets         | technologies |
    | education    | degree ("BSc")    | institution  | notes, courses  |              |
    | skills       | group name or ""  |              |                 | skills       |
    | certificates | name              | issuer       |                 |              |
    | languages    | language          |              |                 |              |
    | publications | title             | publisher    | abstract        |              |
    | awards       | name              | awarder      | description     |              |
    | volunteer    | position          | organisation | bullets         |              |
    | interests    | name              |              |                 | keywords     |
    | references   | who               |              | what they say   |              |
    | qualifications |                 |              |                 | key points   |
    | custom       |                   |              | lines, verbatim |              |

    A summary is one entry whose `prose` holds the text.
    """

    id: str
    """`<kind>-<number>`, for example `work-1`; custom sections count on: `custom-2`."""
    title: str = ""
    organisation: str = ""
    area: str = ""
    """Field of study."""
    grade: str = ""
    """Grade or honours of a degree; level of a language or skill group."""
    location: str = ""
    url: str = ""
    period: Period | None = None
    prose: tuple[Fact, ...] = ()
    """Running text under the header, before or instead of bullets."""
    items: tuple[Fact, ...] = ()
    terms: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = {}
    """By field name: `title`, `organisation`, `area`, `grade`, `location`, `url`, `period` or
    `terms`."""

    @property
    def kind(self) -> Kind:
        """The kind of section it stands in, as its id says."""
        return Kind(self.id.rpartition("-")[0])

    @property
    def heading(self) -> str:
        """Title, field and organisation, or the terms of an entry that has none of them."""
        named = ", ".join(filter(None, (self.title, self.area, self.organisation)))
        return named or ", ".join(self.terms)

    def facts(self) -> Iterator[Fact]:
        """Yield every fact of the entry in the order of the source."""
        yield from self.prose
        yield from self.items


class Section(Value):
    """One section in the order and under the heading of the source."""

    kind: Kind
    heading: str
    """As written; empty where the source has none."""
    entries: tuple[Entry, ...]
    lines: tuple[int, ...] = ()
    """The lines of the heading."""


class Profile(Value):
    """An address of the person on some network."""

    network: str = ""
    username: str = ""
    url: str = ""


class Contact(Value):
    """Who the person is and how to reach them, as written."""

    name: str = ""
    headline: str = ""
    """The professional title under the name."""
    email: str = ""
    phone: str = ""
    url: str = ""
    location: str = ""
    """The address or place in one string, as written."""
    profiles: tuple[Profile, ...] = ()
    evidence: Mapping[str, Evidence] = {}


class Doubt(Value):
    """A reading that may be wrong, for a person to look at."""

    where: str
    """Entry id and field, for example `work-2.title`; or `line 14`."""
    why: str


class Cv(Value):
    """One person's CV.

    Every line of the source is in exactly one field, a custom section or `left_over`.
    """

    language: str = "en"
    """ISO 639-1 code of the document's language."""
    contact: Contact
    sections: tuple[Section, ...]
    doubts: tuple[Doubt, ...] = ()
    left_over: tuple[Fact, ...] = ()
    """Lines that fit nowhere, verbatim."""
    dropped: tuple[Dropped, ...] = ()
    """What of the file was not taken for something it says."""

    def entries(self, *kinds: Kind) -> Iterator[Entry]:
        """Yield the entries of these kinds (of all, if none is named) in the source's order."""
        for section in self.sections:
            if not kinds or section.kind in kinds:
                yield from section.entries

    def entry(self, entry_id: str) -> Entry:
        """Return the entry with this id; raise KeyError if there is none."""
        for entry in self.entries():
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)
