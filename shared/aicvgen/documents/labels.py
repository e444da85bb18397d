"""The few words of our own on a page, in the language of the CV."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from aicvgen.documents import synonyms
from aicvgen.domain.cv import Kind

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_HEADINGS: Mapping[Kind, str] = MappingProxyType({
    Kind.SUMMARY: "Summary|Profil|Profil|Perfil|Profilo|Perfil|Profiel",
    Kind.QUALIFICATIONS: "Key Qualifications|Schlüsselqualifikationen|Points forts|"
    "Competencias clave|Punti di forza|Pontos fortes|Sterke punten",
    Kind.WORK: "Work Experience|Berufserfahrung|Expérience professionnelle|"
    "Experiencia profesional|Esperienza professionale|Experiência profissional|Werkervaring",
    Kind.PROJECTS: "Projects|Projekte|Projets|Proyectos|Progetti|Projetos|Projecten",
    Kind.EDUCATION: "Education|Ausbildung|Formation|Formación|Istruzione|Formação|Opleiding",
    Kind.SKILLS: "Skills|Kenntnisse|Compétences|Competencias|Competenze|Competências|Vaardigheden",
    Kind.CERTIFICATES: "Certificates|Zertifikate|Certifications|Certificados|Certificazioni|"
    "Certificações|Certificaten",
    Kind.LANGUAGES: "Languages|Sprachen|Langues|Idiomas|Lingue|Idiomas|Talen",
    Kind.PUBLICATIONS: "Publications|Publikationen|Publications|Publicaciones|Pubblicazioni|"
    "Publicações|Publicaties",
    Kind.AWARDS: "Awards|Auszeichnungen|Distinctions|Premios|Riconoscimenti|Prémios|Prijzen",
    Kind.VOLUNTEER: "Volunteering|Ehrenamt|Bénévolat|Voluntariado|Volontariato|Voluntariado|"
    "Vrijwilligerswerk",
    Kind.INTERESTS: "Interests|Interessen|Centres d'intérêt|Intereses|Interessi|Interesses|"
    "Interesses",
    Kind.REFERENCES: "References|Referenzen|Références|Referencias|Referenze|Referências|"
    "Referenties",
})  # fmt: skip
_TECHNOLOGIES = (
    "Technologies|Technologien|Technologies|Tecnologías|Tecnologie|Tecnologias|Technologieën"
)
Document = Literal["cv", "letter"]
_DOCUMENTS: Mapping[Document, str] = MappingProxyType({
    "cv": "CV|Lebenslauf|CV|CV|Curriculum vitae|Currículo|CV",
    "letter": "Cover letter|Anschreiben|Lettre de motivation|Carta de presentación"
    "|Lettera di presentazione|Carta de apresentação|Sollicitatiebrief",
})  # fmt: skip
_GRADE = "GPA|Note|Note|Nota|Voto|Nota|Cijfer"
_PHOTO = "Photo|Foto|Photo|Foto|Foto|Foto|Foto"
_PRESENT = "Present|heute|aujourd'hui|actualidad|oggi|atualmente|heden"
_UNTIL = "until|bis|jusqu'à|hasta|fino a|até|tot"
_MONTHS = (
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec|"
    "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.|"
    "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.|"
    "ene. feb. mar. abr. mayo jun. jul. ago. sept. oct. nov. dic.|"
    "gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.|"
    "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.|"
    "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec."
)


def primary(tag: str) -> str:
    """Return the language of a tag such as `de-AT`; English for what is none."""
    code = _LANGUAGE.match(tag)
    return code[0] if code else "en"


def heading(kind: Kind, language: str) -> str:
    """Return the usual heading of a section; English where the language has no labels.

    `Kind.CUSTOM` has no usual heading: the result is empty.
    """
    return _in(language, _HEADINGS[kind]) if kind in _HEADINGS else ""


def is_heading(kind: Kind, text: str) -> bool:
    """Say whether a heading is the usual one of a section, or a synonym, in any language.

    Such a heading says no more than ours; all others are narrower and tell something.
    """
    return synonyms.says_no_more(kind, text, _HEADINGS.get(kind, ""))


def technologies(language: str) -> str:
    """Return the label before the technologies of a project."""
    return _in(language, _TECHNOLOGIES)


def grade(language: str) -> str:
    """Return the label before a grade that is a bare number."""
    return _in(language, _GRADE)


def document(language: str, named: Document = "cv") -> str:
    """Return what a CV or a letter is called, for the title of the file."""
    return _in(language, _DOCUMENTS[named])


def photo(language: str) -> str:
    """Return what a photo is called, for those who do not see it."""
    return _in(language, _PHOTO)


def present(language: str) -> str:
    """Return the end of what goes on."""
    return _in(language, _PRESENT)


def until(language: str) -> str:
    """Return the word before an end without a beginning."""
    return _in(language, _UNTIL)


def month(number: int, language: str) -> str:
    """Return the short name of a month, 1 to 12."""
    return _in(language, _MONTHS).split()[number - 1]


def _in(language: str, words: str) -> str:
    at = LANGUAGES.index(language) if language in LANGUAGES else 0
    return words.split("|")[at]
