"""The few words of our own on a page, in the language of the CV."""

from collections.abc import Mapping
from types import MappingProxyType

from aicvgen.domain.cv import Kind

_ENGLISH: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SUMMARY: "Summary",
        Kind.QUALIFICATIONS: "Key Qualifications",
        Kind.WORK: "Work Experience",
        Kind.PROJECTS: "Projects",
        Kind.EDUCATION: "Education",
        Kind.SKILLS: "Skills",
        Kind.CERTIFICATES: "Certificates",
        Kind.LANGUAGES: "Languages",
        Kind.PUBLICATIONS: "Publications",
        Kind.AWARDS: "Awards",
        Kind.VOLUNTEER: "Volunteering",
        Kind.INTERESTS: "Interests",
        Kind.REFERENCES: "References",
    }
)
_GERMAN: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SUMMARY: "Profil",
        Kind.QUALIFICATIONS: "Kernkompetenzen",
        Kind.WORK: "Berufserfahrung",
        Kind.PROJECTS: "Projekte",
        Kind.EDUCATION: "Ausbildung",
        Kind.SKILLS: "Kenntnisse",
        Kind.CERTIFICATES: "Zertifikate",
        Kind.LANGUAGES: "Sprachen",
        Kind.PUBLICATIONS: "Publikationen",
        Kind.AWARDS: "Auszeichnungen",
        Kind.VOLUNTEER: "Ehrenamt",
        Kind.INTERESTS: "Interessen",
        Kind.REFERENCES: "Referenzen",
    }
)
_FRENCH: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SUMMARY: "Profil",
        Kind.QUALIFICATIONS: "Points forts",
        Kind.WORK: "Expérience professionnelle",
        Kind.PROJECTS: "Projets",
        Kind.EDUCATION: "Formation",
        Kind.SKILLS: "Compétences",
        Kind.CERTIFICATES: "Certifications",
        Kind.LANGUAGES: "Langues",
        Kind.PUBLICATIONS: "Publications",
        Kind.AWARDS: "Distinctions",
        Kind.VOLUNTEER: "Bénévolat",
        Kind.INTERESTS: "Centres d'intérêt",
        Kind.REFERENCES: "Références",
    }
)
_SPANISH: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SUMMARY: "Perfil",
        Kind.QUALIFICATIONS: "Competencias clave",
        Kind.WORK: "Experiencia profesional",
        Kind.PROJECTS: "Proyectos",
        Kind.EDUCATION: "Formación",
        Kind.SKILLS: "Competencias",
        Kind.CERTIFICATES: "Certificados",
        Kind.LANGUAGES: "Idiomas",
        Kind.PUBLICATIONS: "Publicaciones",
        Kind.AWARDS: "Premios",
        Kind.VOLUNTEER: "Voluntariado",
        Kind.INTERESTS: "Intereses",
        Kind.REFERENCES: "Referencias",
    }
)
_HEADINGS: Mapping[str, Mapping[Kind, str]] = MappingProxyType(
    {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
)
_TECHNOLOGIES: Mapping[str, str] = MappingProxyType(
    {"en": "Technologies", "de": "Technologien", "fr": "Technologies", "es": "Tecnologías"}
)
_DOCUMENT: Mapping[str, str] = MappingProxyType(
    {"en": "CV", "de": "Lebenslauf", "fr": "CV", "es": "CV"}
)
_FALLBACK = "en"


def heading(kind: Kind, language: str) -> str:
    """Return the usual heading of a section; English where the language has no labels.

    `Kind.CUSTOM` has no usual heading: the result is empty.
    """
    return _HEADINGS.get(language, _ENGLISH).get(kind, "")


def technologies(language: str) -> str:
    """Return the label before the technologies of a project."""
    return _TECHNOLOGIES.get(language, _TECHNOLOGIES[_FALLBACK])


def document(language: str) -> str:
    """Return what a CV is called, for the title of the file."""
    return _DOCUMENT.get(language, _DOCUMENT[_FALLBACK])
