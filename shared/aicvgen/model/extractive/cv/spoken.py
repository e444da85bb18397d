"""Names of spoken languages and words for how well one speaks them, in seven languages."""

import re

_NAMES = (
    "english|german|french|spanish|castilian|italian|portuguese|dutch|flemish|russian|chinese|"
    "mandarin|cantonese|japanese|korean|arabic|hindi|urdu|punjabi|bengali|tamil|telugu|malayalam|"
    "kannada|gujarati|marathi|turkish|polish|ukrainian|swedish|danish|norwegian|finnish|icelandic|"
    "greek|czech|slovak|slovenian|slovene|hungarian|romanian|bulgarian|serbian|croatian|bosnian|"
    "albanian|macedonian|estonian|latvian|lithuanian|hebrew|persian|farsi|dari|pashto|kurdish|"
    "thai|vietnamese|indonesian|malay|tagalog|filipino|swahili|amharic|somali|yoruba|igbo|hausa|"
    "zulu|xhosa|afrikaans|irish|gaelic|welsh|basque|catalan|galician|valencian|breton|latin|"
    "esperanto|luxembourgish|swiss german|sign language|bsl|asl|maltese|georgian|armenian|"
    "englisch|deutsch|französisch|spanisch|italienisch|portugiesisch|niederländisch|russisch|"
    "chinesisch|mandarin|japanisch|koreanisch|arabisch|türkisch|polnisch|ukrainisch|schwedisch|"
    "dänisch|norwegisch|finnisch|griechisch|tschechisch|slowakisch|ungarisch|rumänisch|bulgarisch|"
    "serbisch|kroatisch|bosnisch|albanisch|hebräisch|persisch|latein|gebärdensprache|"
    "schweizerdeutsch|vietnamesisch|kurdisch|"
    "anglais|allemand|français|espagnol|italien|portugais|néerlandais|russe|chinois|japonais|"
    "coréen|arabe|turc|polonais|suédois|grec|roumain|hébreu|luxembourgeois|"
    "inglés|alemán|francés|español|castellano|italiano|portugués|holandés|neerlandés|ruso|chino|"
    "japonés|coreano|árabe|turco|polaco|sueco|griego|rumano|catalán|gallego|euskera|valenciano|"
    "inglese|tedesco|francese|spagnolo|portoghese|olandese|russo|cinese|giapponese|arabo|polacco|"
    "svedese|greco|rumeno|romeno|latino|"
    "inglês|alemão|francês|espanhol|português|holandês|neerlandês|chinês|japonês|polonês|romeno|"
    "engels|duits|frans|spaans|italiaans|portugees|nederlands|russisch|chinees|japans|arabisch|"
    "turks|pools|zweeds|deens|noors|grieks|roemeens|fries|vlaams|papiaments|berbers"
)
_LEVELS = (
    "native(?:[- ]speaker)?|mother[- ]tongue|bilingual|fluent|proficient|proficiency|"
    "full professional|professional working|limited working|working (?:knowledge|proficiency)|"
    "conversational|conversant|intermediate|upper[- ]intermediate|elementary|advanced|basics?|"
    "beginner|good|very good|excellent|business|written and spoken|fair|competent|"
    "muttersprache|muttersprachler(?:in)?|muttersprachlich|fließend|fliessend|verhandlungssicher|"
    "sehr gut|gut|gute|sehr gute|gutes|sehr gutes|fließendes|verhandlungssicheres|"
    "grundkenntnisse|grundlagen|fortgeschritten|anfänger|zweisprachig|"
    "langue maternelle|maternelle|bilingue|courant|couramment|lu, écrit, parlé|intermédiaire|"
    "avancé|débutant|scolaire|notions|professionnel|technique|bonne maîtrise|bon niveau|"
    "nativo|nativa|lengua materna|materno|bilingüe|fluido|avanzado|intermedio|básico|alto|medio|"
    "madrelingua|lingua madre|fluente|ottimo|ottima|buono|buona|scolastico|avanzato|base|"
    "elementare|intermedia|"
    "língua materna|fluente|avançado|intermédio|intermediário|"
    "moedertaal|vloeiend|zeer goed|goed|redelijk|matig|gevorderd|basis|beginner|"
    "(?:nivel|niveau|level|livello|nível|cefr|gers|gersr)"
)
NAME = re.compile(rf"(?<![\w-])(?:{_NAMES})(?![\w-])", re.IGNORECASE)
LEVEL = re.compile(
    rf"(?<![\w-])(?:[ABC][12][+-]?(?:\s*[-/–]\s*[ABC][12])?|{_LEVELS})(?![\w-])", re.IGNORECASE
)


def names_language(text: str) -> bool:
    """Say whether the text names a language people speak."""
    return bool(NAME.search(text))


def is_language(text: str) -> bool:
    """Say whether the whole text is the name of a language, or of a kind of German."""
    return bool(NAME.fullmatch(text) or re.fullmatch(r"\w*deutsch", text, re.IGNORECASE))


def is_level(text: str) -> bool:
    """Say whether the text starts with a word for how well one speaks a language."""
    return bool(LEVEL.match(text.strip(" (")))
