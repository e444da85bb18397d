"""Invented people and ads that several tests share."""

from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Period, Section
from aicvgen.domain.source import Format, Line, Role, Source


class InProcess:
    """The Reader contract without a child, for what must be fast or repeatable."""

    def read(self, data: bytes) -> Source:
        """Read at once."""
        return extract(data)


def facts(entry: str, *texts: str, first: int = 1) -> tuple[Fact, ...]:
    """Number the facts of an entry."""
    return tuple(
        Fact(id=f"{entry}/{number}", text=text, lines=(number,))
        for number, text in enumerate(texts, start=first)
    )


def ad(text: str) -> Source:
    """Return an ad as the readers give it: `#` is a heading, `-` a bullet."""
    return Source(
        format=Format.TEXT,
        lines=tuple(_line(raw.strip()) for raw in text.splitlines() if raw.strip()),
    )


def _line(text: str) -> Line:
    if text.startswith("# "):
        return Line(text=text.removeprefix("# "), role=Role.HEADING, level=1)
    if text.startswith("- "):
        return Line(text=text.removeprefix("- "), role=Role.BULLET)
    return Line(text=text)


def engineer() -> Cv:
    """Return an English CV of a software engineer with two roles and a project."""
    return Cv(
        language="en",
        contact=Contact(name="Mira Okonjo", email="mira@example.org", location="Leeds"),
        sections=(
            _summary_section(
                "Profile",
                "Backend engineer who likes boring, reliable systems. Ten years with Python, "
                "most of them on billing and payments. Enjoys mentoring and clear writing.",
            ),
            Section(kind=Kind.WORK, heading="Experience", entries=(_harbour(), _quill())),
            Section(kind=Kind.PROJECTS, heading="Projects", entries=(_tidewatch(),)),
            Section(
                kind=Kind.EDUCATION,
                heading="Education",
                entries=(
                    Entry(
                        id="education-1",
                        title="BSc",
                        area="Computer Science",
                        organisation="University of Westmere",
                        period=Period(raw="2009 - 2012", start="2009", end="2012"),
                    ),
                ),
            ),
            Section(
                kind=Kind.SKILLS,
                heading="Skills",
                entries=(
                    Entry(
                        id="skills-1",
                        title="Languages",
                        terms=("Ruby", "Python", "SQL"),
                    ),
                    Entry(
                        id="skills-2", title="Tools", terms=("Git", "k8s", "Terraform", "Postgres")
                    ),
                ),
            ),
            Section(
                kind=Kind.LANGUAGES,
                heading="Languages",
                entries=(Entry(id="languages-1", title="English", grade="native"),),
            ),
        ),
    )


def nurse() -> Cv:
    """Return a German CV of a nurse without a summary of her own."""
    return Cv(
        language="de",
        contact=Contact(name="Jule Brandeis", email="jule@example.org", location="Kassel"),
        sections=(
            Section(kind=Kind.WORK, heading="Berufserfahrung", entries=(_klinik(), _heim())),
            Section(
                kind=Kind.EDUCATION,
                heading="Ausbildung",
                entries=(
                    Entry(
                        id="education-1",
                        title="Gesundheits- und Krankenpflegerin",
                        organisation="Pflegeschule Wesertal",
                        grade="Note 1,7",
                        period=Period(raw="2010 \u2013 2013", start="2010", end="2013"),
                    ),
                ),
            ),
            Section(
                kind=Kind.SKILLS,
                heading="Kenntnisse",
                entries=(
                    Entry(
                        id="skills-1",
                        terms=("Wundversorgung", "Dienstplanung", "Medikamentengabe", "MS Office"),
                    ),
                ),
            ),
        ),
    )


def _summary_section(heading: str, text: str) -> Section:
    entry = Entry(id="summary-1", prose=facts("summary-1", text))
    return Section(kind=Kind.SUMMARY, heading=heading, entries=(entry,))


def _harbour() -> Entry:
    return Entry(
        id="work-1",
        title="Backend Engineer",
        organisation="Harbour Billing",
        location="Leeds",
        period=Period(raw="Mar 2018 - Present", start="2018-03", current=True),
        items=facts(
            "work-1",
            "Ran the weekly stand-up and wrote the meeting notes.",
            "Moved 14 services to Kubernetes on AWS without downtime.",
            "Cut invoice runs from 9 hours to 40 minutes by rewriting them in Python.",
            "Mentored three junior engineers.",
            "Designed the PostgreSQL schema behind 50,000 monthly invoices.",
            "Organised the summer party.",
            "Set up CI/CD pipelines with GitHub Actions.",
        ),
    )


def _quill() -> Entry:
    return Entry(
        id="work-2",
        title="Web Developer",
        organisation="Quill & Ash",
        location="York",
        period=Period(raw="2012 - 2018", start="2012", end="2018"),
        prose=facts("work-2", "Small agency that built shops for bookbinders."),
        items=facts(
            "work-2",
            "Built 20+ shops in Ruby on Rails",
            "Kept the MySQL servers patched",
            first=2,
        ),
    )


def _tidewatch() -> Entry:
    return Entry(
        id="projects-1",
        title="Tidewatch",
        url="https://tidewatch.example.org",
        items=facts("projects-1", "Open-source tide tables in Go, read by 2,000 sailors."),
        terms=("Go", "SQLite"),
    )


def _klinik() -> Entry:
    return Entry(
        id="work-1",
        title="Pflegefachkraft Intensivstation",
        organisation="Klinikum Fuldaaue",
        location="Kassel",
        period=Period(raw="04/2017 \u2013 heute", start="2017-04", current=True),
        items=facts(
            "work-1",
            "Versorgung von bis zu 4 beatmeten Patienten pro Schicht",
            "Wundversorgung nach hausinternem Standard",
            "Einarbeitung von sechs neuen Kolleginnen",
            "Dienstplanung für ein Team von 18 Pflegekräften",
        ),
    )


def _heim() -> Entry:
    return Entry(
        id="work-2",
        title="Pflegefachkraft",
        organisation="Seniorenhaus Lindenhof",
        location="Marburg",
        period=Period(raw="10/2013 \u2013 03/2017", start="2013-10", end="2017-03"),
        items=facts(
            "work-2",
            "Grund- und Behandlungspflege auf einer Station mit 32 Betten",
            "Führung der Pflegedokumentation",
        ),
    )


ENGINEER_AD = """
# Senior Python Engineer
Company: Copperline
Location: Manchester (hybrid)
We build software for small shops and have done so since 2004.
# What you will do
- Design and run Python services on Kubernetes
- Mentor colleagues and review code
# What you bring
- 5+ years of Python
- Solid PostgreSQL and SQL knowledge
- Experience with AWS and Terraform
- Experience with Kafka
# Nice to have
- Go
# What we offer
- 30 days of vacation and a SQL-free Friday
"""

NURSE_AD = """
Pflegefachkraft (m/w/d) für die Intensivstation
Die Ahrtal Kliniken gGmbH sucht ab sofort Verstärkung.
Ihre Aufgaben:
- Überwachung und Pflege beatmeter Patienten
- Medikamentengabe und Wundmanagement
- Anleitung von Auszubildenden
Ihr Profil:
- Abgeschlossene Ausbildung als Pflegefachkraft
- Erfahrung in der Intensivpflege
- Kenntnisse in der Pflegedokumentation
- Führerschein Klasse B von Vorteil
Wir bieten:
- 30 Tage Urlaub und eine betriebliche Altersvorsorge
"""
