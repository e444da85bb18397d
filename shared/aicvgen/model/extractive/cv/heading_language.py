"""Which language a CV is in: a short one by its headings, a longer one by its function words."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from aicvgen.model.extractive.language import language_of, scores_of

_ENOUGH = 12
"""So many function words tell more than headings do, which may be those of a foreign template."""
_HEADINGS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for language, words in {
            "en": "experience|employment|work|history|education|skills|languages|summary|profile|"
            "interests|training|qualifications|certificates|certifications|references|awards|"
            "hobbies|volunteering|publications|projects|courses|about me",
            "de": r"\w*erfahrung(?:en)?|\w*werdegang|\w*ausbildung|\w*bildung|\w*kenntnisse|"
            r"sprachen|\w*fähigkeiten|kompetenzen|\w*profil|interessen|studium|hobbys|ehrenamt|"
            r"zertifikate|projekte|praktika|\w*tätigkeit(?:en)?|über mich|berufliche[rs]?|laufbahn|"
            r"auszeichnungen|referenzen|veröffentlichungen",
            "fr": "expériences?|formations?|compétences|langues|loisirs|profil|études|"
            "centres d'intérêt|diplômes|parcours|bénévolat|à propos|certificats|références|projets",
            "es": "experiencia|educación|formación|habilidades|idiomas|perfil|intereses|"
            "competencias|estudios|aptitudes|voluntariado|sobre mí|referencias|proyectos",
            "it": "esperienz[ae]|istruzione|formazione|competenze|lingue|profilo|interessi|studi|"
            "volontariato|capacità|referenze|progetti",
            "pt": "experiências?|educação|formação|competências|habilidades|idiomas|línguas|perfil|"
            "interesses|voluntariado|sobre mim|referências|projetos",
            "nl": r"\w*ervaring|opleiding(?:en)?|onderwijs|vaardigheden|competenties|talen|profiel|"
            "interesses|hobby's|vrijwilligerswerk|over mij|cursussen|referenties|projecten",
        }.items()
    }
)


def language_by(text: str, headings: Sequence[str]) -> str:
    """Return the language of a CV with this text and these headings of sections."""
    if max(scores_of(text).values()) >= _ENOUGH:
        return language_of(text)
    told = {
        language: sum(bool(words.search(heading)) for heading in headings)
        for language, words in _HEADINGS.items()
    }
    best = [language for language, count in told.items() if count == max(told.values()) > 0]
    return best[0] if len(best) == 1 else language_of(text)
