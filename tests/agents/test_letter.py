"""A cover letter quotes the candidate and the ad, and is not written where nothing fits."""

import io
from datetime import date
from functools import partial
from typing import Any

import docx
import pikepdf
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from aicvgen.documents import pdf
from aicvgen.documents.cover_letter import cover_letter
from aicvgen.documents.readback import differences
from aicvgen.documents.writers.files import letter_files
from aicvgen.domain.claims.check import check
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Part, Sentence
from aicvgen.domain.job import Job
from aicvgen.domain.look import TEMPLATES, Look, Template
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.extractive.terms import names_in
from aicvgen.model.task import MatchJob, ParseJob, WriteLetter
from examples import ENGINEER_AD, NURSE_AD, ad, engineer, nurse

MODEL = ExtractiveModel()
DAY = date(2024, 3, 1)
SIGNATURE = 45
"""In points."""


def _letter(cv: Cv, text: str) -> tuple[Part, Job]:
    job = MODEL.answer(ParseJob(ad(text)))
    return MODEL.answer(WriteLetter(cv, job, MODEL.answer(MatchJob(cv, job)))), job


@pytest.mark.parametrize(("cv", "text"), [(engineer(), ENGINEER_AD), (nurse(), NURSE_AD)])
def test_every_sentence_of_a_letter_is_supported(cv: Cv, text: str):
    """The subject cites the ad, all else the CV, and the check finds nothing."""
    part, job = _letter(cv, text)
    assert part.sentences[0].cites == ("ad",)
    assert job.company in part.sentences[0].text
    assert all(sentence.cites != ("ad",) for sentence in part.sentences[1:])
    assert check(part, cv, partial(names_in, language=cv.language), job) == ()


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("Chief Python Engineer, Copperline", ("ad",)),
        ("I am Senior Python Engineer at Copperline.", ("work-1",)),
        ("I have ten years of Kafka.", ("work-1/3", "ad")),
    ],
)
def test_the_ad_is_no_evidence_for_the_candidate(text: str, cites: tuple[str, ...]):
    """What only the ad says cannot be said of the person, nor anything else of the ad."""
    _, job = _letter(engineer(), ENGINEER_AD)
    part = Part(unit="letter", sentences=(Sentence(text=text, cites=cites),))
    assert check(part, engineer(), job=job)


@pytest.mark.parametrize(
    ("cv", "text"),
    [
        (engineer(), NURSE_AD),
        (engineer().model_copy(update={"language": "fr"}), ENGINEER_AD),
    ],
)
def test_no_letter_where_nothing_fits_or_phrases_lack(cv: Cv, text: str):
    """A letter that answers nothing would only be polite."""
    part, _ = _letter(cv, text)
    assert part.sentences == ()
    assert cover_letter(cv, part, "Quillmoor Ltd", DAY) is None


def test_a_letter_has_subject_opening_points_and_close():
    """It is a document with the CV's contact, in the order of a letter."""
    part, _ = _letter(nurse(), NURSE_AD)
    letter = cover_letter(nurse(), part, "Quillmoor Ltd", DAY)
    assert letter is not None
    outside, section = letter.sections
    opening, closing = section.entries
    assert section.heading == f"Bewerbung: {part.sentences[0].text}"
    assert [fact.text for fact in opening.prose][:2] == [
        "Sehr geehrte Damen und Herren,",
        part.sentences[1].text,
    ]
    assert [fact.text for fact in opening.items] == [one.text for one in part.sentences[2:]]
    assert closing.prose[-1].text == nurse().contact.name
    assert [entry.prose[0].text for entry in outside.entries] == [
        "Quillmoor Ltd",
        "Kassel, 1. März 2024",
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_has_room_for_a_signature(template: Template):
    """Who it is to and the date stand above the subject; the text is as large in each template."""
    part, _ = _letter(nurse(), NURSE_AD)
    letter = cover_letter(nurse(), part, "Quillmoor Ltd", DAY)
    assert letter is not None
    data = letter_files(letter, Look(template=template))["letter.pdf"]
    lines = {line.text: line.box for line in pdf.read(data).lines if line.box}
    order = ("Quillmoor Ltd", "Kassel, 1. März 2024", "Sehr geehrte Damen und Herren,")
    tops = [lines[text][1] for text in order]
    closing = lines["Mit freundlichen Grüßen"]
    name = next(box for text, box in reversed(lines.items()) if text == nurse().contact.name)

    assert tops == sorted(tops) or tops == sorted(tops, reverse=True)
    assert abs(name[1] - closing[1]) > SIGNATURE
    assert differences(letter, pdf.read(data)) == ()


def test_a_letter_is_called_a_letter_in_every_format():
    """The title of the file names the person and the letter; JSON Resume has none."""
    part, _ = _letter(nurse(), NURSE_AD)
    letter = cover_letter(nurse(), part, "Quillmoor Ltd", DAY)
    assert letter is not None
    files = letter_files(letter, Look())
    assert set(files) == {"letter.pdf", "letter.docx", "letter.md", "letter.txt"}
    title = f"{nurse().contact.name}, Anschreiben"
    with pikepdf.open(io.BytesIO(files["letter.pdf"])) as pdf:
        assert str(pdf.docinfo.Title) == title
    assert docx.Document(io.BytesIO(files["letter.docx"])).core_properties.title == title


def test_the_opening_names_the_role_and_skills_only():
    """The department stays out, and neither titles nor what the title says is experience."""
    work, *rest = engineer().sections[1:]
    role = work.entries[0].model_copy(update={"title": "Backend Engineer, Billing Platform"})
    work = work.model_copy(update={"entries": (role, *work.entries[1:])})
    part, _ = _letter(engineer().model_copy(update={"sections": (work, *rest)}), ENGINEER_AD)
    assert part.sentences[1].text == (
        "I work as Backend Engineer at Harbour Billing and have experience in Python, AWS and Go."
    )


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ("Ich bin tätig als Pflegefachfrau.", "ich bin tätig als Pflegefachfrau."),
        ("Seit 2019 arbeite ich auf der Station 3.", "seit 2019 arbeite ich auf der Station 3."),
        ("Pflege ist mein Beruf.", "Pflege ist mein Beruf."),
        ("Ihre Station kenne ich.", "Ihre Station kenne ich."),
        ("", "aus meiner Arbeit, passend zu Ihren Anforderungen:"),
    ],
)
def test_a_german_letter_goes_on_behind_the_comma(opening: str, shown: str):
    """What follows the greeting begins small, whoever wrote it, unless it is a noun."""
    said = (Sentence(text=opening, cites=("work-1",)),) if opening else ()
    point = Sentence(text="Pflege von 20 Personen", cites=("work-1/1",))
    letter = cover_letter(nurse(), Part(unit="letter", sentences=(*said, point)), "", DAY)
    assert letter is not None
    assert letter.sections[1].entries[0].prose[1].text == shown


def test_an_english_letter_begins_with_a_capital():
    """Behind the English comma a sentence begins anew."""
    point = Sentence(text="Ran 20 services", cites=("work-1/1",))
    letter = cover_letter(engineer(), Part(unit="letter", sentences=(point,)), "", DAY)
    assert letter is not None
    assert letter.sections[1].entries[0].prose[1].text.startswith("From")


def test_a_letter_in_word_has_room_between_its_parts():
    """Paragraphs stand apart, the date at the right, and the name below room for a signature."""
    part, _ = _letter(nurse(), NURSE_AD)
    letter = cover_letter(nurse(), part, "Quillmoor Ltd", DAY)
    assert letter is not None
    data = letter_files(letter, Look(), {"docx"})["letter.docx"]
    paragraphs = {one.text: one for one in docx.Document(io.BytesIO(data)).paragraphs}

    def room(text: str, side: str) -> float:
        style: Any = paragraphs[text].style
        spaces = (getattr(one.paragraph_format, side) for one in (style, style.base_style))
        return next((space.pt for space in spaces if space is not None), 0.0)

    greeting, name = "Sehr geehrte Damen und Herren,", nurse().contact.name
    assert room(greeting, "space_after") >= 8
    assert room("Mit freundlichen Grüßen", "space_after") >= 8
    assert room("Quillmoor Ltd", "space_before") > room("Kassel, 1. März 2024", "space_before") > 20
    assert room(name, "space_before") > SIGNATURE
    date_style: Any = paragraphs["Kassel, 1. März 2024"].style
    assert date_style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
