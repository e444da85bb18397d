"""What an ad pays, with the words that say how to take the figure: 'up to', 'per hour'."""

import re

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d[\d.,'\u2019]*\d|\d"
_SIGN = r"(?:US|CA|AU|NZ|C|A)?[$€£]"
_CODE = r"(?:€|EUR|Euros?|USD|GBP|CHF|NOK|SEK|DKK|PLN|CAD|AUD|Franken|euros?)(?!\w)"
_AMOUNT = rf"(?:{_SIGN}\s?)?(?:{_NUMBER})\s?(?:[kK](?!\w))?"
_MONEY = rf"(?:{_SIGN}\s?(?:{_NUMBER})(?:\s?[kK](?!\w))?|(?:{_NUMBER})\s?(?:[kK]\s?)?{_CODE})"
_GRADE = (
    r"(?:GS[- ]?\d{1,2}|(?:TVöD|TV-?L|TV-?H|TVÜ|AVR|TV-?Ärzte)[\w-]*"
    r"(?:,?\s+(?:EG|E|P|S|Entgeltgruppe)\s?\d+[a-z]?)?|(?:EG|Entgeltgruppe|Besoldungsgruppe|"
    r"Vergütungsgruppe|Band|Grade)\s?[A-Z]?\s?\d+[a-z]?(?:\s+(?:TVöD|TV-?L|TV-?H|AVR)[\w-]*)?|"
    r"[AEW]\s?\d{1,2}[a-z]?\s+(?:TVöD|TV-?L|BBesO|LBesO)[\w-]*)"
)
_STEP = r"(?:\s+Step \d+)?(?:\s*[-\u2013(,:]\s*|\s+)"
_BEFORE = (
    r"(?:up to|from|starting (?:at|from)|at least|at most|(?:a )?(?:minimum|maximum) of|"
    r"max(?:imum)?"
    r"(?: salary)?[^.$€£\n]{0,60}?(?: is| of)|min\.|max\.|bis zu|ab|von|zwischen|between|"
    r"mindestens|"
    r"tussen|à partir de|jusqu'à|entre|de|desde|hasta|da|fino a|até|vanaf|tot|ca\.|circa|about|"
    r"around)"
)
_TO = r"\s*(?:-|\u2013|\u2014|to|bis|und|and|à|et|a|y|e|tot|en)\s*"
_AFTER = (
    r"(?:\s*\)?\s*(?:/|per|pro|a|an|im|p\.|je|par|al|por|all'|ao|bruts?|brutto|gross|brutos?|"
    r"lord[oi]|al)"
    r"\s?\.?(?:hour|hr|h|day|week|month|mo|year|yr|annum|a(?=\.)|Stunde|Std\.?|Tag|Monat|Jahr|an|"
    r"mois|"
    r"heure|"
    r"año|mes|hora|anno|mese|ora|ano|mês|maand|jaar|uur)?\b\.?){0,2}"
    r"(?:\s*\b(?:monatlich|jährlich|stündlich|annuels?|mensuels?|anuales|mensuales|annui|mensili|"
    r"anuais|"
    r"mensais|annually|monthly|hourly|pro rata)\b)*"
)
_SECOND = rf"{_TO}(?:{_GRADE}{_STEP})?"
_RANGE = rf"{_AMOUNT}{_SECOND}{_MONEY}|{_MONEY}(?:{_SECOND}{_AMOUNT}(?:\s?{_CODE})?)?"
_PAY = re.compile(rf"(?:{_GRADE}{_STEP})?(?:\b{_BEFORE}\s+)?(?:{_RANGE})\)?{_AFTER}", re.IGNORECASE)
_CUE = re.compile(
    r"salary|\bpay\b|\bpaid\b|compensation|remunerat|\bwages?\b|\bOTE\b|gehalt|vergütung|entgelt|"
    r"\blohn|verdienst|brutto|salaire|rémunérat|salari|sueldo|retribu|salário|per (?:hour|year|"
    r"annum|"
    r"month)|p\.\s?a\.|/\s?(?:hr|hour|h|yr|year|month|mo)\b|pro (?:stunde|monat|jahr)|im monat|"
    r"TVöD|TV-L",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"^\s*(?:k\s)?(?:m\b|bn\b|mio|mrd|million|billion|milliarde|millones|miliard|b\b)",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"budgets?|revenue|turnover|umsatz|funding|raised|bonus|referral|chiffre d'affaires|prämie|"
    r"allowance|zuschuss|assets|portfolio|investment|stipend for|signing",
    re.IGNORECASE,
)
_LONGEST_REMARK = 8
_HEAD = 8
_SHORT = 120
"""Characters of a line in the head of an ad in which an amount is the pay."""
_TRAILING = " .,;:-\u2013"
_DEAR = re.compile(
    r"\d{4}|\d[.,' \u00a0\u202f]\d{3}|\d\s?k|/|hour|stunde|heure|hora|ora|uur", re.IGNORECASE
)


def salary_of(label: str, texts: tuple[str, ...]) -> str:
    """Return the pay with its bounds and its unit as written, from the label or from the text."""
    if label:
        return _pay_in(label) or _grade_in(label) or _plain(label)
    said = [text for text in texts if _CUE.search(text)]
    found = next((pay for text in said if (pay := _pay_in(text))), "")
    ranges = (pay for text in texts if (pay := _pay_in(text)) and re.search(_TO, pay))
    grades = (grade for text in said if (grade := _grade_in(text)))
    stated = (pay for text in texts[:_HEAD] if len(text) <= _SHORT and (pay := _pay_in(text)))
    return found or next(ranges, "") or next(stated, "") or next(grades, "")


def is_pay(text: str) -> bool:
    """Say whether a line tells what is paid and nothing else, wherever it stands."""
    told = _PAY.match(text) and _CUE.search(text) and not _NOT_PAY.search(text)
    return bool(told and _pay_in(text))


def _pay_in(text: str) -> str:
    for found in _PAY.finditer(text):
        around = text[max(0, found.start() - 40) : found.start()]
        if (
            _ELSE.match(text[found.end() :])
            or _NOT_PAY.search(around)
            or not _DEAR.search(found[0])
        ):
            continue
        pay = found[0].strip(_TRAILING)
        pay += "." if found[0].endswith("p.a.") else ""
        return pay.removesuffix(")") if "(" not in pay else pay
    return ""


def _grade_in(text: str) -> str:
    found = re.search(_GRADE, text)
    return found[0].strip(_TRAILING) if found else ""


def _plain(label: str) -> str:
    """Return a label's value where it is no figure but says something: 'by agreement'."""
    return label.strip(_TRAILING) if len(label.split()) <= _LONGEST_REMARK else ""
