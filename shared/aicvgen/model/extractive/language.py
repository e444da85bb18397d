"""Which language a text is written in, from its function words."""

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

_FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType({
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in for with you your our we are is as on at by from will this that "
        "an be or have which their using across over",
        "de": "der die das und in für mit sie ihr ihre wir uns sind ist als auf bei von zur zum im "
        "den dem des eine einen einer sowie oder nach durch seit bis am über",
        "fr": "le la les de des du et en un une pour avec dans sur au aux par est vous nous votre "
        "nos qui que ou depuis chez sous à ce cette",
        "es": "el la los las de del y en un una para con por al se es su sus que como nuestro "
        "nuestra desde hasta más o tu",
        "it": "il lo la i gli le di del della dei delle e in un una per con su da dal nel nella "
        "al alla che sono è come presso anche o",
        "pt": "o a os as de do da dos das e em um uma para com por no na nos nas ao que se é sua "
        "seu como pela pelo desde até ou",
        "nl": "de het een en van in voor met op te bij naar door aan als is zijn dat die wij je "
        "jouw ons onze of om tot uit sinds",
    }.items()
})  # fmt: skip
_WORD = re.compile(r"(?<![^\s(\"„“«'’])[^\W\d_]+(?![\w@]|\.\w)")
"""A word by itself: no part of an address."""


def scores_of(text: str) -> Mapping[str, int]:
    """Return how many function words of each language a text has."""
    counts = Counter(_WORD.findall(text.casefold()))
    return {
        language: sum(counts[word] for word in function_words)
        for language, function_words in _FUNCTION_WORDS.items()
    }


def language_of(text: str) -> str:
    """Return `en`, `de`, `fr`, `es`, `it`, `pt` or `nl`; English where the text does not tell."""
    score = scores_of(text)
    return max(score, key=lambda language: (score[language], language == "en"))
