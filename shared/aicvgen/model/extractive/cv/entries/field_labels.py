"""Labels of form-like CVs, in seven languages: what the text beside or below them is."""

from functools import lru_cache

_LABELS = {
    "title": (
        "position|job title|title|role|occupation|occupation or position held|position held|"
        "position|tätigkeit|tätigkeit als|funktion|beruf oder funktion|stelle|position|poste|"
        "fonction|poste occupé|fonction ou poste occupé|intitulé du poste|puesto|cargo|"
        "profesión o cargo desempeñado|puesto desempeñado|posizione|ruolo|mansione|"
        "lavoro o posizione ricoperti|posizione ricoperta|função|função ou cargo ocupado|functie|"
        "beroep of functie|degree|qualification|title of qualification awarded|abschluss|"
        "bezeichnung der erworbenen qualifikation|diplôme|"
        "intitulé du certificat ou diplôme délivré|"
        "titulación|título|título de la cualificación obtenida|titolo|"
        "titolo della qualifica rilasciata|"
        "qualificação|designação da qualificação atribuída|opleiding|diploma|"
        "naam van de verkregen kwalificatie"
    ),
    "owner": (
        "employer|company|organisation|organization|name of employer|name and address of employer|"
        "arbeitgeber|firma|unternehmen|name und adresse des arbeitgebers|employeur|entreprise|"
        "société|nom et adresse de l'employeur|empresa|nombre y dirección de la empresa|"
        "nombre y dirección de la empresa o empleador|azienda|datore di lavoro|"
        "nome e indirizzo del datore di lavoro|empregador|nome e morada do empregador|"
        "nome e endereço do empregador|werkgever|bedrijf|naam en adres van werkgever|school|"
        "institution|university|name of institution|"
        "name and type of organisation providing education and training|schule|bildungseinrichtung|"
        "name der bildungseinrichtung|hochschule|établissement|école|université|centro|"
        "centro de estudios|nombre y tipo de la organización educativa o formativa|istituto|"
        "università|nome e tipo d'organizzazione erogatrice dell'istruzione e formazione|"
        "instituição|nome e tipo da organização de ensino ou formação|onderwijsinstelling|"
        "naam en soort instelling voor onderwijs en opleiding"
    ),
    "place": "location|place|town|city|ort|lieu|ville|lugar|ciudad|localidad|luogo|città|"
    "local|plaats",
    "date": (
        "dates|date|period|dates employed|zeitraum|datum|von bis|jahr|année|période|fechas|fecha|"
        "periodo|año|date di lavoro|anno|datas|período|data|ano|periode|jaar|data's"
    ),
}


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {label: field for field, labels in _LABELS.items() for label in labels.split("|")}


def field_of(text: str) -> str:
    """Return the field that a text is the label of: title, owner, place or date; else ''."""
    return _table().get(_folded(text), "")


def fields_of(text: str) -> list[str]:
    """Return the fields of one label, or of two that stand in one cell; nothing where it is none.

    A second label that is none of ours counts as ''.
    """
    words = _folded(text).split()
    for count in range(len(words), 0, -1):
        field = _table().get(" ".join(words[:count]), "")
        if field and (count == len(words) or count > 1):
            return [field, field_of(" ".join(words[count:]))] if words[count:] else [field]
    return []


def _folded(text: str) -> str:
    return text.casefold().strip(" :").replace("’", "'")
