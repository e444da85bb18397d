"""A heading written in capitals, set as our own headings are: other kinds of capitals stay."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACRONYMS = (
    "AI API AWS CAD CEO CTO DAAD EDV EDI EU GIS IELTS ICU IOT IT MINT MOOC NATO NGO SAP SEO TOEFL"
    " TOEIC UI UK UN UNESCO UNO US USA UX VHS"
)
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-Ý]")
_SMALL = {
    "en": "a an and as at by for from in of on or the to with",
    "de": "am an auf aus bei das dem den der des die für im in mit nach oder seit und vom von zu"
    " zum zur über",
}
_OTHERS_SMALL = "a à au aux con da das de degli dei del della den der des di do dos du e ed el en"
_ADJECTIVE = re.compile(r".{2,}(?:lich|isch|ig|iv|ell|end|bar|sam|ent)e[nrs]?")
"""Of German, where what is no adjective and no small word is most likely a noun."""


def printed_heading(heading: str, language: str) -> str:
    """Return a heading without its capitals, but for acronyms; any other is as it was.

    English and German put each noun in a capital letter, other languages only the first word.
    """
    if not heading.isupper():
        return heading
    return _WORD.sub(lambda word: _cased(word, language), heading)


def _cased(word: re.Match[str], language: str) -> str:
    text = word[0]
    small = text.lower()
    if small in _SMALL.get(language, _OTHERS_SMALL).split() and word.start() > 0:
        return small
    if text in _ACRONYMS.split() or not _VOWEL.search(text):
        return text
    first = word.start() == 0
    if not first and (language not in _SMALL or (language == "de" and _ADJECTIVE.fullmatch(small))):
        return small
    return small[:1].upper() + small[1:]
