"""The few words of our own on a page, in the language of the CV."""

from collections.abc import Mapping
from types import MappingProxyType

from aicvgen.domain.cv import Kind

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
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
_DOCUMENT = "CV|Lebenslauf|CV|CV|Curriculum vitae|Currículo|CV"


def heading(kind: Kind, language: str) -> str:
    """Return the usual heading of a section; English where the language has no labels.

    `Kind.CUSTOM` has no usual heading: the result is empty.
    """
    return _in(language, _HEADINGS[kind]) if kind in _HEADINGS else ""


def technologies(language: str) -> str:
    """Return the label before the technologies of a project."""
    return _in(language, _TECHNOLOGIES)


def document(language: str) -> str:
    """Return what a CV is called, for the title of the file."""
    return _in(language, _DOCUMENT)


def _in(language: str, words: str) -> str:
    at = _LANGUAGES.index(language) if language in _LANGUAGES else 0
    return words.split("|")[at]
