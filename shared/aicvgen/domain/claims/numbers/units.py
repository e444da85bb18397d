"""What numbers count: money, percent, time, weight, length, power; and periods of rates."""

from decimal import Decimal

SCALES = {
    "k": 1_000, "thousand": 1_000, "tsd": 1_000, "tausend": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mm": 1_000_000, "mio": 1_000_000, "million": 1_000_000,
    "millions": 1_000_000, "millionen": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000,
    "billion": 1_000_000_000, "mrd": 1_000_000_000, "milliarde": 1_000_000_000,
    "milliarden": 1_000_000_000, "hundred": 100, "hundert": 100,
}  # fmt: skip
SHORT_SCALES = frozenset({"k", "m", "mn", "mm", "b", "bn"})
MONEY = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "pounds": "GBP", "pound": "GBP", "chf": "CHF", "franken": "CHF",
    "francs": "CHF",
}  # fmt: skip
PERCENT = frozenset({"%", "percent", "prozent"})
_UNITS = {
    "s": ("0.001 ms millisecond milliseconds millisekunde millisekunden",
          "1 s sec secs second seconds sekunde sekunden sekündig",
          "60 min mins minute minutes minuten minütig",
          "3600 h hr hrs hour hours stunde stunden std stündig"),
    "day": ("1 day days tag tage tagen tages tägig", "7 week weeks wk wks woche wochen wöchig"),
    "month": ("1 month months monat monate monaten monatig",
              "12 year years yr yrs jahr jahre jahren jährig"),
    "W": ("1 watt watts", "1000 kw kilowatt kilowatts", "1000000 mw megawatt megawatts"),
    "Wp": ("1000 kwp", "1000000 mwp"),
    "Wh": ("1000 kwh kilowattstunde kilowattstunden", "1000000 mwh megawattstunde megawattstunden"),
    "V": ("1 volt volts", "1000 kv kilovolt kilovolts"),
    "A": ("1 ampere",),
    "m": ("0.001 mm millimetre millimetres millimeter millimeters",
          "0.01 cm centimetre centimetres centimeter zentimeter",
          "1 metre metres meter meters metern",
          "1000 km kilometre kilometres kilometer kilometern kilometers"),
    "mile": ("1 mile miles meile meilen",),
    "m2": ("1 m² m2 sqm qm quadratmeter quadratmetern", "10000 ha hectare hectares hektar"),
    "m3": ("1 m³ m3 kubikmeter kubikmetern",),
    "ft": ("1 ft foot feet",),
    "ft2": ("1 sqft",),
    "kg": ("0.000001 mg milligram milligrams milligramm", "0.001 g gram grams gramm",
           "1 kg kilo kilos kilogramm kilogram kilograms",
           "1000 t tonne tonnes tonnen tons"),
    "l": ("0.001 ml millilitre millilitres milliliter", "1 l litre litres liter litern liters",
          "100 hl hektoliter hectolitre hectolitres hectoliter hectoliters"),
    "°C": ("1 °c celsius",),
    "B": ("1000000 mb megabyte megabytes", "1000000000 gb gigabyte gigabytes",
          "1000000000000 tb terabyte terabytes"),
}  # fmt: skip
UNITS = {
    word: (unit, Decimal(line.split()[0]))
    for unit, lines in _UNITS.items()
    for line in lines
    for word in line.split()[1:]
}
_PERIODS = {
    "hour": "hour hours hourly stunde stündlich std",
    "day": "day daily days tag täglich tägliche täglichen tages",
    "week": "week weekly weeks woche wöchentlich wöchentliche wöchentlichen",
    "term": "term semester trimester",
    "month": "month monthly months monat monatlich monatliche monatlichen monats",
    "fortnight": "fortnight",
    "quarter": "quarter quarterly quartal vierteljahr vierteljährlich quartalsweise",
    "year": "year yearly annual annually jahr jährlich jährliche jährlichen jährlicher jahres p.a.",
}
PERIOD_WORDS = {word: period for period, words in _PERIODS.items() for word in words.split()}
ADVERBS = frozenset(
    word
    for word in PERIOD_WORDS
    if word.endswith(("ly", "lich", "liche", "lichen", "licher", "weise", "al", "p.a."))
)
"""Period words that say a rate without a preposition."""
PERIODS_IN_A_YEAR = {"fortnight": 26, "month": 12, "quarter": 4, "week": 52, "year": 1}
FRACTIONS = {
    "half": 2, "halves": 2, "hälfte": 2, "halbe": 2, "halbes": 2, "third": 3, "thirds": 3,
    "drittel": 3,
    "quarter": 4, "quarters": 4, "viertel": 4, "fifth": 5, "fifths": 5, "fünftel": 5, "sixth": 6,
    "sixths": 6, "sechstel": 6, "eighth": 8, "eighths": 8, "achtel": 8, "tenth": 10, "tenths": 10,
    "zehntel": 10, "seventh": 7, "sevenths": 7, "siebtel": 7, "ninth": 9, "ninths": 9, "neuntel": 9,
    "twentieth": 20, "zwanzigstel": 20, "dritteln": 3, "vierteln": 4, "fünfteln": 5, "sechsteln": 6,
    "achteln": 8, "zehnteln": 10,
}  # fmt: skip
MULTIPLES = {
    "halved": "0.5", "halving": "0.5", "halve": "0.5", "halbiert": "0.5", "halbierte": "0.5",
    "halbierung": "0.5", "halbieren": "0.5",
    "doubled": "2", "doubling": "2", "double": "2", "twofold": "2", "verdoppelt": "2",
    "verdoppelte": "2",
    "verdopplung": "2", "verdoppelung": "2", "verdoppeln": "2",
    "tripled": "3", "tripling": "3", "triple": "3", "trebled": "3", "threefold": "3",
    "verdreifacht": "3",
    "verdreifachte": "3", "verdreifachung": "3",
    "quadrupled": "4", "quadrupling": "4", "fourfold": "4", "vervierfacht": "4",
    "vervierfachte": "4",
    "quintupled": "5", "fivefold": "5", "verfünffacht": "5", "verfünffachte": "5", "tenfold": "10",
    "verzehnfacht": "10", "verzehnfachte": "10", "sixfold": "6", "sevenfold": "7", "eightfold": "8",
    "verachtfacht": "8", "versechsfacht": "6",
}  # fmt: skip
TIMES = {"once": 1, "twice": 2, "thrice": 3, "einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4,
         "fünfmal": 5, "sechsmal": 6}  # fmt: skip
