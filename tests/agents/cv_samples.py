"""Invented CVs as files, for the tests of the readers."""

from io import BytesIO

import docx
import typst

from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv
from aicvgen.model.extractive.cv import parse_cv

PLAIN = """\
Odile Brandvold
Warehouse Supervisor
odile.brandvold@example.org | +47 22 12 34 56 | Bergen, Norway

SUMMARY
Supervisor with eleven years in cold storage and a habit of counting things twice.

EXPERIENCE
Fjellmark Logistics AS, Bergen, Norway
Warehouse Supervisor
03/2018 - Present
- Lead a shift of 14 people in a freezer hall of 6,000 pallets.
- Cut picking errors from 2.4% to 0.6% with a second
  scan at the gate.

Nordhavn Fisk AS, Bergen, Norway
Forklift Driver
2013 - 2018
- Moved 90 pallets a shift without an accident in five years.

EDUCATION
Vocational Certificate in Logistics, Bergen Technical School
2011 - 2013

SKILLS
Systems: SAP EWM, Excel
Licences: forklift T1, T2 and T4

LANGUAGES
Norwegian: native
English: fluent

MOUNTAIN RESCUE
Duty every second winter weekend since 2016.
"""

GERMAN = """\
# Lebenslauf

# Birte Quandtmeier

Erzieherin

birte.quandtmeier@example.de | 0711 5550142 | 70176 Stuttgart

## Berufserfahrung

**Erzieherin** | Kita Sonnenhügel e.V., Stuttgart | seit 08/2019

- Leitung einer Gruppe von 22 Kindern im Alter von drei bis sechs Jahren.
- Einführung eines Waldtags, an dem 60 Familien teilnehmen.

**Praktikantin** | Kinderhaus Regenbogen gGmbH, Esslingen | 09/2018 – 07/2019

- Begleitung der Eingewöhnung von acht Kindern.

## Ausbildung

Staatlich anerkannte Erzieherin, Fachschule für Sozialpädagogik Stuttgart
2015 – 2018

## Kenntnisse

Pädagogik: Montessori, Sprachförderung

## Sprachen

Deutsch (Muttersprache), Englisch (B2)
"""

SIDEBAR = """\
#set page(width: 595pt, height: 842pt, margin: 40pt)
#set text(size: 10pt)
#text(size: 22pt, weight: "bold")[Joaquim Esterhuizen]

#grid(columns: (150pt, 1fr), column-gutter: 20pt,
  [
    #text(size: 12pt, weight: "bold")[SKILLS] \\
    Soldering \\ Schematics \\ KiCad \\ Python \\ Oscilloscopes \\ Power supplies

    #text(size: 12pt, weight: "bold")[LANGUAGES] \\
    English: native \\ Afrikaans: fluent
  ],
  [
    joaquim\\@example.org | +27 21 555 0143 | Cape Town, South Africa

    #text(size: 12pt, weight: "bold")[EXPERIENCE]

    *Electronics Technician* #h(1fr) May 2019 - Present \\
    Tafelberg Instruments Ltd, Cape Town, South Africa
    - Repair about 40 measuring instruments a month, from multimeters to spectrum analysers, and
      write up each fault.
    - Designed a test jig that shortened calibration from 50 to 20 minutes.

    *Apprentice Electrician* #h(1fr) Jan 2016 - Apr 2019 \\
    Karoo Solar Works, Worcester, South Africa
    - Installed 120 rooftop systems.

    #text(size: 12pt, weight: "bold")[EDUCATION]

    *National Diploma in Electrical Engineering* #h(1fr) 2013 - 2015 \\
    Cape Peninsula College
  ],
)
"""


def pdf(source: str) -> bytes:
    """Return Typst source as a PDF."""
    compiled = typst.compile(source.encode())
    assert isinstance(compiled, bytes)
    return compiled


def word() -> bytes:
    """Return a Word CV with styles, a table of skills and a text in the page header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Confidential application"
    document.add_heading("Paloma Winterbourne", level=0)
    document.add_paragraph("paloma@example.org • (503) 555-0199 • Portland, OR")
    document.add_heading("Work Experience", level=1)
    document.add_heading("Head Chef, The Copper Ladle\tJune 2020 – Present", level=2)
    for text in ("Run a kitchen of nine cooks.", "Lowered food waste by 31%."):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Skills", level=1)
    table = document.add_table(rows=2, cols=2)
    for row, (label, terms) in zip(
        table.rows, (("Cooking", "pastry, stocks"), ("Office", "costing, rosters")), strict=True
    ):
        row.cells[0].text, row.cells[1].text = label, terms
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(data: bytes | str) -> Cv:
    """Return a file's CV."""
    return parse_cv(extract(data.encode() if isinstance(data, str) else data))
