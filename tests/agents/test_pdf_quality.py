"""The file behind the page: tagged, titled, navigable, with every font in it."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from agents.page_samples import full_cv, unlike
from agents.pictures import jpeg
from aicvgen.documents.photo import photo
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Contact, Cv
from aicvgen.domain.look import TEMPLATES, Look, Template


def _open(template: Template, cv: Cv) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(typeset(cv, Look(template=template))))


def _nodes(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield node
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _nodes(kid)


def _tags(file: pikepdf.Pdf) -> list[str]:
    return [str(node.get("/S", "")) for node in _nodes(file.Root.StructTreeRoot)]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_file_is_accessible(template: Template):
    """It declares PDF/UA-1, its language and title, and its headings and lists are real ones."""
    with _open(template, full_cv("One.", "Two.", language="de")) as file:
        root = file.Root
        assert str(root.Lang) == "de"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(file.docinfo.Title) == "Ada Example, Lebenslauf"
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Ada Example, Lebenslauf"
        tags = _tags(file)

    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 8
    assert tags.count("/H3") == 3
    assert tags.count("/LI") == 3
    assert tags.count("/LBody") == 3
    assert "/Link" in tags
    assert tags.index("/H1") < tags.index("/P") < tags.index("/H2") < tags.index("/L")


@pytest.mark.parametrize("template", TEMPLATES)
def test_sections_and_entries_are_bookmarks(template: Template):
    """A reader jumps from the outline to every section, and to the entries below it."""
    with _open(template, full_cv("One.")) as file, file.open_outline() as outline:
        (top,) = outline.root
        sections = {
            str(each.title): [str(kid.title) for kid in each.children] for each in top.children
        }

    assert top.title == "Ada Example"
    assert len(sections) == 8
    assert sections["Work Experience"][0].startswith("Senior Developer")


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_font_is_embedded_and_maps_to_unicode(template: Template):
    """No Type 3 fonts, no glyph without a letter behind it."""
    with _open(template, full_cv("Żółć ✓ → ≥ fi")) as file:
        fonts = [font for page in file.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert font.Subtype == "/Type0"
            assert "/ToUnicode" in font
            (descendant,) = font.DescendantFonts
            assert {"/FontFile2", "/FontFile3"} & set(descendant.FontDescriptor.keys())


def test_only_web_and_mail_addresses_are_links():
    """A script address stays text; each link says where it leads."""
    contact = Contact(name="Ada", email="a@example.org", url="javascript:alert(1)")
    with _open("classic", Cv(contact=contact, sections=())) as file:
        notes = [note for sheet in file.pages for note in sheet.get("/Annots", [])]
        assert [str(note.A.URI) for note in notes] == ["mailto:a@example.org"]
        assert all(note.Subtype == "/Link" for note in notes)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_photo_is_described(template: Template):
    """Who cannot see it hears what it shows; the text around it reads back."""
    cv, look = full_cv("One.", language="de"), Look(template=template)
    data = typeset(cv, look, photo(jpeg(60, 80)))
    with pikepdf.open(io.BytesIO(data)) as file:
        nodes = list(_nodes(file.Root.StructTreeRoot))
        (figure,) = [node for node in nodes if node.get("/S") == "/Figure"]
        assert str(figure.Alt) == "Foto, Ada Example"

    assert unlike(cv, data, look) == []
