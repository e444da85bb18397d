"""How instructions to a computer are put: patterns for the start of a sentence or clause."""

LEAD = (
    r"(?:(?:and|und|then|dann|now|nun|also|instead|stattdessen|please|bitte|kindly|just|simply|always"
    r"|immer|important|wichtig|only|you\s+(?:must|should|will|shall|are\s+to))[\s,:]+){0,3}"
)
_QUOTED = r"[\"'‘“”„‚«»`][^\"'’“”«»`]{2,80}[\"'’“”«»`]"  # noqa: RUF001  as people type them
_AI = (
    r"(?:a\.?i\.?|llms?|(?:large\s+)?language\s+models?|chat\s?gpt|gpt(?:-?\d\w*)?|gemini|claude"
    r"|copilot|chat\s?bots?|ki|sprachmodelle?n?)"
)
_MACHINE = (
    rf"(?:{_AI}(?:[\s-]+(?:models?|systems?|assistants?|agents?|tools?|recruiters?|screeners?|bots?"
    r"|reviewers?|readers?|parsers?|modelle?n?|systeme?n?|assistent(?:en)?))?"
    r"|(?:automated|automatic|screening|parsing|ranking|scoring|hiring)\s+(?:systems?|tools?|bots?"
    r"|software|models?|algorithms?|agents?)|parsers?)"
)
_PERSON = (
    r"(?:candidates?|applicants?|cv|r[ée]sum[ée]|application|profile|person|kandidat\w*|bewerber\w*"
    r"|lebenslauf|bewerbung|profil)\b"
)
_PIECE = (
    r"(?:sentences?|bullets?|paragraphs?|answers?|repl(?:y|ies)|outputs?|s[äa]tze?n?|absatz|abs[äa]tzen?"
    r"|stichpunkte?n?|antwort(?:en)?)\b"
)
_EACH = rf"(?:every|each|all|jede[mnrs]?|alle[mnr]?)\s+(?:of\s+)?(?:the\s+|your\s+)?{_PIECE}"
_RATING = (
    r"(?:\d+\s*(?:/|out\s+of|von|%|points?|punkten?)|(?:as|als)\s+(?:an?\s+|the\s+|eine?n?\s+)?"
    r"(?:best|top|perfe[ck]t|ideal|excellent|strong|highest|outstanding|exceptional|hire|hervorragend)"
    r"|highly|(?:highest|maximum|best|top|full|perfect|höchste?n?|beste?n?|volle?n?)\b)"
)

PATTERNS = (
    # What came before shall not count.
    (
        rf"{LEAD}(?:ignore|disregard|forget|override|overrule|discard|bypass|(?:do\s+not|don'?t|stop)"
        r"\s+follow(?:ing)?)\s+(?:\w+\s+){0,3}?(?:(?:previous|prior|above|earlier|preceding|former"
        r"|system|your|initial|original|all|any)\s+)(?:\w+\s+){0,3}?(?:instructions?|prompts?|directions"
        r"|directives|rules|guidelines|commands|constraints)\b"
    ),
    (
        rf"{LEAD}(?:ignore|disregard|forget)\s+(?:everything|anything|all|what)\s+(?:\w+\s+)?(?:above"
        r"|before|previous(?:ly)?|you\s+(?:were|have\s+been|know|read))\b"
    ),
    (
        rf"{LEAD}(?:ignorier(?:e|en\s+sie)?|vergiss|vergessen\s+sie|missachten?(?:\s+sie)?)\s+(?:\w+\s+)"
        r"{0,3}?(?:(?:vorherige|bisherige|obige|frühere|vorangegangene|vorangehende|alle|deine|ihre)[nrs]?\s+)"
        r"(?:\w+\s+){0,2}?(?:anweisung|vorgabe|regel|instruktion|befehl|prompt|eingabe)\w*"
    ),
    rf"{LEAD}(?:vergiss|vergessen\s+sie|ignoriere?)\s+alles\s+(?:bisherige|vorherige|zuvor|davor|obige)",
    # Somebody who is no person is spoken to.
    (
        rf"(?:note|message|memo|attention|notice|instructions?|important|hinweis|nachricht|achtung"
        rf"|anweisung(?:en)?|dear|hello|hey|hi|liebe[rs]?|hallo)[\s,:]*(?:to|for|an|für)?\s*(?:the|any|all"
        rf"|every|die|das|alle|jede[snr]?)?\s*{_MACHINE}\s*(?:[:,!–—-]|that\b|which\b|reading\b|$)"
    ),
    (
        rf"(?:if|when|falls|wenn)\s+(?:you\s+are|you're|du|sie)\s+(?:an?\s+|eine?\s+)?{_MACHINE}(?:\s+(?:bist"
        r"|sind))?\s*(?:[,;:–—]|read|review|screen|evaluat|process|pars|summar|scor)"
    ),
    (
        rf"{LEAD}(?:any\s+|all\s+|to\s+(?:the\s+|any\s+|all\s+)?|every\s+|the\s+)?{_MACHINE}\s+(?:that\s+|who"
        r"\s+|which\s+)?(?:is\s+|are\s+)?(?:read|review|process|pars|screen|evaluat|scor|rank|summar)\w*\s+"
        r"(?:this|these)\b"
    ),
    (
        rf"{_MACHINE}\s+(?:must|should|shall|has\s+to|have\s+to|muss|müssen|sollen?)\s+(?:\w+\s+)?(?:rate"
        r"|score|rank|recommend|write|say|add|include|give|output|respond|reply|ignore|mark|select|prefer"
        r"|hire|treat|state|mention|insert|return|print|schreiben|bewerten|empfehlen)\b"
    ),
    rf"as\s+an?\s+{_AI}(?:\s+language\s+model)?,\s+you",
    r"(?:new\s+|admin\s+)?system\s+(?:prompt|message|override|instructions?|note|command)\s*[:>\]]",
    r"(?:new|neue|updated|real|actual)\s+(?:system\s+)?(?:instructions?|anweisung(?:en)?)\s*:",
    (
        r"system\s*[:>\]]+\s*(?:you|ignore|disregard|rate|score|rank|recommend|hire|add|append|insert|write"
        r"|say|print|output|reveal|mark|give|respond|reply|answer|set|do\s+not|always|never|this\s+candidate"
        r"|du|sie|bewerte|schreibe|füge|gib)\b"
    ),
    (
        r"<\|[\w ]+\|>|\[/?INST\]|<</?SYS>>|</?(?:system|instructions?|prompt|assistant)>"
        r"|#{2,}\s*(?:system|instructions?)\s*:|(?:begin|end)\s+(?:of\s+)?(?:the\s+)?(?:system|hidden|new)\s+"
        r"(?:prompt|instructions?)\b"
    ),
    # It shall be somebody else.
    (
        rf"{LEAD}(?:from\s+now\s+on,?\s*)?(?:you\s+are\s+now\s+(?:\w+\s+){{0,4}}?(?:ai|model|assistant|mode"
        r"|dan|bot|pirate|writer|system|agent|unrestricted)\b|pretend\s+(?:to\s+be|that\s+you|you\s+are)"
        r"|act\s+as\s+(?:if|though|an?\s+(?:unrestricted|different|ai|language\s+model|jailbroken))\b)"
    ),
    r"from\s+now\s+on,?\s+(?:you\s+(?:must|will|are)|answer|write|respond|reply|always|only\s+output)\b",
    (
        r"du\s+bist\s+(?:jetzt|nun|ab\s+jetzt)\s+(?:eine?\s+)(?:\w+\s+){0,2}?(?:ki|modell|sprachmodell"
        r"|assistent\w*|bot|pirat)\b"
    ),
    # It shall tell what it was told.
    (
        rf"{LEAD}(?:print|reveal|repeat|show|output|display|leak|disclose|return|tell\s+(?:me|us)|recite"
        r"|give\s+(?:me|us)|write\s+(?:out|down)|gib|geben\s+sie|zeige?|verrate|nenne|wiederhole)\s+(?:\w+"
        r"\s+){0,3}?(?:(?:system|your|full|entire|whole|initial|original|hidden|deine[n]?|the\s+above)\s+)"
        r"(?:\w+\s+){0,2}?(?:prompts?|instructions?|systemprompts?|anweisung\w*)\b"
    ),
    rf"{LEAD}(?:gib|zeige?|verrate|nenne)\s+(?:\w+\s+){{0,2}}?system\s?prompts?\b",
    # It shall judge so and no other way.
    (
        rf"{LEAD}(?:rate|score|rank|grade|mark|classify|evaluate|assess|label|flag|treat|consider|select)\s+"
        rf"(?:this|the|my|said)\s+{_PERSON}(?:\s+\w+){{0,3}}?\s*{_RATING}"
    ),
    rf"{LEAD}(?:hire|shortlist|recommend|approve|rate|score|rank)\s+this\s+{_PERSON}",
    (
        rf"{LEAD}(?:give|assign|award)\s+(?:this|the|my|me|him|her)\s+(?:{_PERSON}\s*)?(?:an?\s+|the\s+)?"
        rf"(?:score|rating|grade|{_RATING})"
    ),
    (
        r"this\s+(?:candidate|applicant|cv|r[ée]sum[ée])\s+(?:must|should)\s+be\s+(?:\w+\s+)?(?:hired"
        r"|rated|ranked|scored|recommended|selected|shortlisted|approved)"
    ),
    (
        rf"{LEAD}(?:say|state|report|conclude|respond|answer|reply|output|write)\s+(?:only\s+)?(?:that\s+)?"
        rf"(?:this|the)\s+{_PERSON}\s+(?:is|has|was|meets)\b"
    ),
    (
        rf"{LEAD}(?:bewerten?|beurteilen?|empfiehl|empfehlen|stufen?|geben?|gib|stellen?|wählen?)\s+(?:sie\s+)?"
        rf"(?:diese[nmrs]?|de[nmr]|die|das)\s+{_PERSON}(?:\s+\w+){{0,4}}?\s*{_RATING}"
    ),
    # It shall write what nobody said.
    (
        rf"{LEAD}(?:add|insert|append|write|put|mention|say|state|claim|list|include|print|use|begin|start"
        rf"|end|finish|repeat|schreiben?|fügen?|ergänzen?|nennen?|erwähnen?|verwenden?|setzen?|wiederholen?)"
        rf"\s+.{{0,80}}?\b(?:in|into|to|at|after|with|zu|an|am|nach)\s+{_EACH}"
    ),
    (
        rf"{LEAD}(?:add|insert|append|write|put|mention|say|state|claim|include|print|schreiben?|fügen?"
        rf"|ergänzen?|nennen?|erwähnen?)\s+.{{0,60}}?{_QUOTED}.{{0,40}}?\b(?:(?:in|into|to|at|under|as|zu|an|in"
        r"|im|am|zum|unter)\s+(?:\w+\s+){0,2}?(?:output|answer|reply|response|summary|cv|r[ée]sum[ée]|skills?"
        r"|profile?|letter|lebenslauf|fähigkeiten|kenntnissen?|profil)\b"
        r"|hinzu|ein\b)"
    ),
    (
        rf"{LEAD}(?:add|insert|append|list|claim|include)\s+.{{0,60}}?\b(?:to|in|into|under)\s+(?:this|his|her"
        r"|their|every|the\s+candidate'?s|the\s+applicant'?s)\s+(?:\w+\s+)?(?:cv|r[ée]sum[ée]|skills?|profile"
        r"|summary|application|output)\b"
    ),
    (
        rf"(?:(?:all\s+|alle\s+)?{_PERSON}|you|(?:your|the|each|every|all)\s+(?:cvs?|r[ée]sum[ée]s?"
        rf"|applications?|letters?))\s+(?:must|should|shall|have\s+to|has\s+to|need\s+to|muss|müssen|sollen?)"
        rf"\s+(?:\w+\s+)?(?:(?:write|say|state|include|contain|mention|repeat|begin|start|end|use|claim|add)\b"
        rf".{{0,80}}?(?:{_EACH}|(?:words?|phrase|sentence|code)s?\s+{_QUOTED})|.{{0,80}}?{_EACH})"
    ),
    # What it is told is wrapped up.
    r"(?:decode|dekodieren?|execute|run)\s+(?:\w+\s+){0,4}?base\s?64\b",
)
