"""Made-up pages with long texts in both languages, so that screens can be looked at and tested without a game."""

from dataclasses import replace
from typing import Literal

from tabletop.view.pages import (
    AgreementLine,
    BoardEdge,
    BoardNode,
    BoardPage,
    Chip,
    CoverPage,
    DeskPage,
    DossierPage,
    FactCard,
    Header,
    Letter,
    MeasureLine,
    MeetingPage,
    MeetingSeat,
    Modes,
    NewsLine,
    Option,
    OptionGroup,
    PhaseMark,
    PlanPage,
    Receiver,
    RoleBadge,
    RoleCard,
    RuleNote,
    ShareForm,
    SpokenPage,
    TimelineMark,
    WeekPage,
)

Language = Literal["nl", "en"]
Stance = Literal["none", "commits", "objects"]

SECRET = {"nl": "Zij kreeg vannacht een nieuw nummer", "en": "She got a new number last night"}
"""Words that stand in private texts alone; a test looks for them on open screens."""

_ROLES = {
    "police": ("justice", "Politie", "Police", "Politie", "Police"),
    "prosecution": ("justice", "Openbaar Ministerie", "Public Prosecution Service", "OM", "Prosecution"),
    "probation": ("justice", "Reclassering", "Probation", "Reclassering", "Probation"),
    "veilig_thuis": ("care", "Veilig Thuis", "Veilig Thuis (Safe Home)", "Veilig Thuis", "Safe Home"),
    "victim_support": ("care", "Slachtofferhulp Nederland", "Victim Support", "Slachtofferhulp", "Victim Support"),
    "veiligheidshuis": (
        "administration",
        "Zorg- en Veiligheidshuis",
        "Care and Safety House",
        "Veiligheidshuis",
        "Safety House",
    ),
}

_PLACES = {
    "police": (0.32, 0.22),
    "prosecution": (0.62, 0.10),
    "probation": (0.88, 0.34),
    "veilig_thuis": (0.14, 0.58),
    "victim_support": (0.38, 0.88),
    "veiligheidshuis": (0.66, 0.60),
}

_PHASES = (
    ("unaware", "onbewust", "unaware"),
    ("aware", "bewust", "aware"),
    ("seriousness", "ernst", "serious"),
    ("defensive", "defensief", "defensive"),
    ("offensive", "offensief", "offensive"),
    ("exhaustion", "uitputting", "exhausted"),
    ("turning", "omkeer", "turning"),
    ("control", "controle", "control"),
    ("recovery", "herstel", "recovery"),
)


def role(key: str, language: Language = "nl") -> RoleBadge:
    """The badge of a role of the made-up case."""
    chain, nl, en, short_nl, short_en = _ROLES[key]
    return RoleBadge(key, nl if language == "nl" else en, short_nl if language == "nl" else short_en, chain)  # type: ignore[arg-type]


def roles(language: Language = "nl") -> tuple[RoleBadge, ...]:
    """All badges."""
    return tuple(role(key, language) for key in _ROLES)


def _t(language: Language, nl: str, en: str) -> str:
    return nl if language == "nl" else en


def header(language: Language = "nl") -> Header:
    """The strip above every screen of a game."""
    phases = tuple(
        PhaseMark(
            key,
            _t(language, nl, en),
            _t(language, nl, en),
            _t(
                language,
                "Altijd alert, bewijs verzamelen, een alarm.",
                "Always on guard, gathering evidence, an alarm.",
            ),
            key in ("defensive", "offensive"),
        )
        for key, nl, en in _PHASES
    )
    return Header(
        _t(language, "De lange stilte", "The long silence"),
        _t(language, "ronde 2 van 3 · week 6", "round 2 of 3 · week 6"),
        phases,
    )


def cover(language: Language = "nl") -> CoverPage:
    """The screen between two people."""
    return CoverPage(
        "Samira",
        role("veilig_thuis", language),
        _t(
            language,
            "De anderen kijken even niet mee. Wat je zo ziet, weet alleen jouw rol.",
            "The others look away for a moment. What you are about to see is known to your role alone.",
        ),
    )


def card(key: str = "veilig_thuis", language: Language = "nl") -> RoleCard:
    """A role as its player reads it."""
    return RoleCard(
        role=role(key, language),
        who=_t(
            language,
            "Back office van Veilig Thuis: een sociaal werker met een gedragswetenschapper achter de hand.",
            "Back office of Safe Home: a social worker with a behavioural scientist to turn to.",
        ),
        may=_t(
            language,
            "Zonder toestemming informatie vragen. Triage doen. Onderzoek doen, hooguit tien weken.",
            "Ask for information without consent. Triage. Research, ten weeks at most.",
        ),
        must=_t(
            language,
            "Binnen vijf dagen triage. Elke melding wegen tegen wat er eerder was.",
            "Triage within five days. Weigh every report against what came before.",
        ),
        cannot=_t(
            language,
            "Hulp geven. Iemand dwingen. Wat je zelf geeft, is gebonden aan regels.",
            "Give help yourself. Force anybody. What you hand over is bound by rules.",
        ),
        pressure=_t(
            language,
            "Een wachtlijst. De ander komt niet opdagen. Een officieel onderzoek kan prikkelen.",
            "A waiting list. The other does not show up. An official inquiry can provoke.",
        ),
        fear=_t(language, "Een zaak sluiten die nog niet rustig is.", "Closing a case that is not yet calm."),
        goal=_t(language, "Zicht op het geheel voordat er iets gebeurt.", "See the whole before something happens."),
        offer=_t(language, "Zicht op eerdere meldingen.", "Earlier reports."),
        need=_t(
            language,
            "Weten wat politie en reclassering van de ander weten.",
            "Knowing what police and probation know of the other.",
        ),
    )


def facts(language: Language = "nl") -> tuple[FactCard, ...]:
    """What a seat knows; the first has the longest texts that content may hold."""
    own = _t(language, "uit eigen systeem", "from your own system")
    victim = _t(language, "zegt iets over het slachtoffer", "says something about the victim")
    stalker = _t(language, "zegt iets over de stalker", "says something about the stalker")
    return (
        FactCard(
            "new_number",
            SECRET[language],
            _t(
                language,
                "Robin heeft een geheim nummer. Twee dagen later kwamen daar toch weer berichten op binnen. "
                "Alleen een zus, een collega en de huisarts kennen het. Robin weet niet wie het heeft "
                "doorgegeven en durft het "
                "niemand meer te vragen, ook de zus niet.",
                "Robin has a secret number. Two days later messages came in on it all the same. Only a sister, "
                "a colleague and "
                "the doctor know it. Robin does not know who passed it on and no longer dares to ask anybody, "
                "not even the sister.",
            ),
            _t(language, "vertrouwelijk, van het slachtoffer", "in confidence, from the victim"),
            victim,
            own,
            True,
            False,
        ),
        FactCard(
            "earlier",
            _t(language, "De ex was eerder bij een ander in beeld", "The ex came up with somebody else before"),
            _t(
                language,
                "Vijf jaar terug deed een andere vrouw aangifte. Die zaak bleef liggen.",
                "Five years ago another woman filed a complaint. That case was shelved.",
            ),
            _t(language, "politiegegeven", "police record"),
            stalker,
            _t(language, "van politie, week 3", "from police, week 3"),
            True,
            False,
        ),
        FactCard(
            "sleep",
            _t(language, "Robin slaapt al weken slecht", "Robin has slept badly for weeks"),
            _t(
                language,
                "Robin slaapt met de lamp aan en een stoel tegen de deur.",
                "Robin sleeps with the light on and a chair against the door.",
            ),
            _t(language, "van Robin zelf", "from Robin"),
            victim,
            own,
            False,
            False,
            True,
        ),
        FactCard(
            "reports",
            _t(language, "Drie meldingen in vijf weken", "Three reports in five weeks"),
            _t(
                language,
                "Drie keer kwam er iets binnen via de politie. Telkens een andere collega.",
                "Three times something came in through the police. Each time another colleague took it.",
            ),
            _t(language, "meldgegeven", "report"),
            victim,
            own,
            False,
            False,
        ),
        FactCard(
            "signal",
            _t(language, "Er speelt iets bij Reclassering", "Something is going on at Probation"),
            _t(language, "Vraag het hun zelf.", "Ask them yourself."),
            _t(language, "signaal", "signal"),
            stalker,
            _t(language, "van reclassering, week 5", "from probation, week 5"),
            False,
            True,
        ),
    )


def joint_picture(language: Language = "nl") -> tuple[FactCard, ...]:
    """What the meeting knows together."""
    rows = (
        ("police", "De ex was eerder bij een ander in beeld", "The ex came up with somebody else before"),
        ("veilig_thuis", "De stalker kent het adres van haar moeder", "The stalker knows her mother's address"),
        ("police", "Verbod twee keer overtreden", "Ban broken twice"),
        ("victim_support", "Robin slaapt niet en meldt niet meer", "Robin does not sleep and reports no more"),
        ("probation", "De ex raakte zijn baan kwijt", "The ex lost his job"),
        ("prosecution", "Wacht op behandeling", "Waits for treatment"),
    )
    return tuple(
        FactCard(
            f"joint{at}",
            _t(language, nl, en),
            _t(
                language,
                "Wat er precies speelt, is nu aan tafel bekend.",
                "What exactly is going on is now known at the table.",
            ),
            _t(language, "politiegegeven", "police record"),
            _t(language, "zegt iets over de stalker", "says something about the stalker"),
            _t(language, "week 6", "week 6"),
            at == 0,
            False,
            False,
            role(holder, language),
        )
        for at, (holder, nl, en) in enumerate(rows)
    )


def plan(language: Language = "nl") -> PlanPage:
    """The plan after a first meeting."""
    late = _t(language, "te laat", "late")
    return PlanPage(
        role("veiligheidshuis", language),
        None,
        role("victim_support", language),
        role("police", language),
        (
            AgreementLine(
                _t(
                    language,
                    "Elke overtreding dezelfde dag naar het OM",
                    "Every breach to the prosecution that same day",
                ),
                role("police", language),
                "week 7",
                "open",
                _t(language, "loopt", "open"),
            ),
            AgreementLine(
                _t(language, "Eén vaste contactpersoon voor Robin", "One contact person for Robin"),
                role("victim_support", language),
                "week 5",
                "kept",
                _t(language, "gedaan", "done"),
            ),
            AgreementLine(
                _t(language, "Advies voor bijzondere voorwaarden", "Advice on special conditions"),
                role("probation", language),
                "week 5",
                "late",
                late,
            ),
        ),
        (
            MeasureLine(
                _t(language, "Contactverbod", "No-contact order"),
                _t(language, "loopt, nog 9 weken", "runs, 9 weeks left"),
                role("prosecution", language),
            ),
            MeasureLine(
                _t(language, "Logboek", "Log book"), _t(language, "start volgende week", "starts next week"), None
            ),
        ),
    )


def board(language: Language = "nl") -> BoardPage:
    """The shared screen in round 2."""
    nodes = tuple(
        BoardNode(
            badge,
            _PLACES[badge.id],
            badge.id != "probation",
            {
                "veiligheidshuis": (_t(language, "procesregie", "process lead"),),
                "probation": (_t(language, "afwezig", "absent"),),
            }.get(badge.id, ()),
            _t(language, "Sprak deze ronde met Politie.", "Spoke with Police this round."),
        )
        for badge in roles(language)
    )
    edges = (
        _edge("police", "prosecution", 0.8, True, language),
        _edge("police", "veilig_thuis", 0.6, True, language),
        _edge("police", "veiligheidshuis", 0.65, False, language),
        _edge("prosecution", "probation", 0.7, False, language),
        _edge("veilig_thuis", "veiligheidshuis", 0.5, False, language),
        _edge("veiligheidshuis", "probation", 0.55, False, language),
        _edge("veilig_thuis", "victim_support", 0.3, False, language),
        _edge("prosecution", "veiligheidshuis", 0.45, False, language),
        _edge("victim_support", "probation", 0.15, False, language),
    )
    return BoardPage(
        header(language),
        _t(language, *_INTRO),
        _news(language),
        nodes,
        edges,
        plan(language),
        joint_picture(language),
        _timeline(language),
        12,
        6,
    )


_INTRO = (
    "Robin ging in het voorjaar weg bij haar ex. Sindsdien komen er berichten, eerst lief, dan boos. Op haar "
    "werk staat hij "
    "soms aan de overkant. De wijkagent kent beiden. Niemand heeft nog het hele verhaal.",
    "Robin left her ex in spring. Messages have come ever since, first sweet, then angry. Sometimes he stands "
    "across the road "
    "from her work. The community officer knows both. Nobody has the whole story yet.",
)


def _edge(a: str, b: str, trust: float, spoke: bool, language: Language) -> BoardEdge:
    label = _t(language, "sterk" if trust > 0.6 else "zwak", "strong" if trust > 0.6 else "weak")
    return BoardEdge(a, b, trust, label, spoke)


def _news(language: Language) -> tuple[NewsLine, ...]:
    rows = (
        (1, "Robin vertelt op het werk dat het niet ophoudt.", "Robin tells at work that it does not stop."),
        (2, "Politie: melding opgenomen.", "Police: report taken."),
        (4, "Politie en Veilig Thuis spraken elkaar.", "Police and Safe Home spoke."),
        (
            5,
            "Buren melden een auto die vaak lang in de straat staat met de motor aan.",
            "Neighbours report a car that often stands in the street for a long time, engine running.",
        ),
        (6, "Er was een overleg. Reclassering kwam niet.", "There was a meeting. Probation did not come."),
    )
    return tuple(NewsLine(week, f"wk {week}", _t(language, nl, en), week == 6) for week, nl, en in rows)


LOG, REPORT = "measure_evidence/log", "measure_report/report_police"


def _timeline(language: Language) -> tuple[TimelineMark, ...]:
    return (
        TimelineMark(1, "news", _t(language, "Robin vertelt het op het werk", "Robin tells at work")),
        TimelineMark(2, "measure", _t(language, "Aangifte gedaan", "Complaint made"), "justice", REPORT),
        TimelineMark(2, "measure", _t(language, "Logboek begonnen", "Log begun"), "care", LOG),
        TimelineMark(
            4, "talk", _t(language, "Politie en Veilig Thuis spraken elkaar", "Police and Safe Home spoke"), "care"
        ),
        TimelineMark(
            5, "incident", _t(language, "Auto in de straat", "Car in the street"), icon="incident/driving_past"
        ),
        TimelineMark(6, "meeting", _t(language, "Overleg", "Meeting"), "administration"),
        TimelineMark(6, "now", _t(language, "nu", "now")),
    )


def dossier(language: Language = "nl") -> DossierPage:
    """What a role reads at the start, as long as content may make it."""
    text = _t(
        language,
        "Op 3 maart kwam de eerste melding binnen, van de politie. Een buurvrouw hoorde ruzie in het "
        "trappenhuis. Robin zei toen dat het "
        "wel meeviel. In april volgde een tweede. Weer een andere collega nam hem op, en de eerste melding lag "
        "er niet bij. Robin heeft de "
        "huisarts verteld dat er elke nacht wordt gebeld. Dat weet je van Robin zelf, in vertrouwen. De ex "
        "heeft op twee uitnodigingen "
        "niet gereageerd. Je wachtlijst is vijf weken. Je leidinggevende wil dat je zaken waarin niets gebeurt, "
        "afsluit. Deze zaak staat "
        "op dat lijstje. Je hebt er geen goed gevoel bij, maar je kunt nog niet zeggen waarom.",
        "On 3 March the first report came in, from the police. A neighbour heard a quarrel in the stairwell. "
        "Robin said at the time that "
        "it was not that bad. In April a second one followed. Again another colleague took it, and the first "
        "was not attached. Robin told "
        "the doctor that the phone rings every night. You know that from Robin, in confidence. The ex did not "
        "reply to two invitations. "
        "Your waiting list is five weeks. Your manager wants you to close cases in which nothing happens. This "
        "case is on that list. You "
        "do not feel good about it, but you cannot yet say why.",
    )
    goal = _t(
        language,
        "Sluit het dossier pas als iemand anders echt zicht heeft.",
        "Only close the file when somebody else truly has the case in view.",
    )
    return DossierPage(card("veilig_thuis", language), text, goal, facts(language)[:4])


def modes(language: Language = "nl") -> Modes:
    """Grounds, extents and channels as scoring/modes.yaml names them."""
    return Modes(
        grounds=(
            Chip("consent", _t(language, "toestemming van de betrokkene", "consent of the person concerned")),
            Chip("legal_task", _t(language, "wettelijke taak", "statutory task")),
            Chip("duty", _t(language, "wettelijke plicht om te geven", "statutory duty to supply")),
            Chip(
                "acute_danger",
                _t(language, "acuut gevaar (conflict van plichten)", "acute danger (conflict of duties)"),
            ),
            Chip(
                "consult",
                _t(language, "overleg van het Zorg- en Veiligheidshuis", "consult of the Care and Safety House"),
            ),
            Chip("unsure", _t(language, "ik twijfel", "I am not sure")),
        ),
        extents=(
            Chip(
                "signal",
                _t(
                    language,
                    "alleen een signaal: er speelt iets, vraag mij ernaar",
                    "a signal only: there is something, ask me",
                ),
            ),
            Chip("minimum", _t(language, "alleen wat de ander nodig heeft", "only what the other needs")),
            Chip("everything", _t(language, "alles wat ik heb", "everything I have")),
        ),
        ways=(
            Chip("call", _t(language, "bellen · ½ uur", "call · ½ hour")),
            Chip("visit", _t(language, "langsgaan · 1 uur", "visit · 1 hour")),
            Chip("written", _t(language, "schriftelijk · ½ uur", "in writing · ½ hour")),
        ),
        default_extent="minimum",
        default_way="call",
    )


def rule_note(language: Language = "nl") -> RuleNote:
    """A rule of information with source and sureness."""
    return RuleNote(
        _t(
            language,
            "Mag: Veilig Thuis mag dit geven als de ander het nodig heeft voor een wettelijke taak.",
            "Allowed: Safe Home may give this when the other needs it for a statutory task.",
        ),
        _t(language, "Wmo 2015 art. 5.2.6; regels van 2026", "Wmo 2015 art. 5.2.6; rules of 2026"),
        _t(language, "redelijk zeker; geen jurist keek ernaar", "fairly sure; no lawyer has reviewed it"),
    )


def share(language: Language = "nl") -> ShareForm:
    """The form for the first fact."""
    fact = facts(language)[0]
    receivers = tuple(
        Receiver(f"veilig_thuis/share/{fact.id}/{badge.id}", badge, rule_note(language), badge.id == "police")
        for badge in roles(language)
        if badge.id != "veilig_thuis"
    )
    bring = Option(
        f"veilig_thuis/bring/{fact.id}",
        _t(language, "Klaarleggen voor het overleg", "Lay ready for the meeting"),
        "",
        _t(
            language,
            "Komt er een overleg, dan leg je dit op tafel.",
            "If there is a meeting you put this on the table.",
        ),
    )
    return ShareForm(fact, receivers, bring)


def letters(language: Language = "nl") -> tuple[Letter, ...]:
    """A question that waits."""
    answers = tuple(
        Option(f"veilig_thuis/answer/{fact.id}/police", fact.title, "½ u", fact.kind) for fact in facts(language)[:2]
    )
    refusal = Option(
        "veilig_thuis/refuse/victim_state/police",
        _t(language, "Weigeren", "Decline"),
        "",
        _t(language, "Je zegt dat je dit niet geeft.", "You say that you will not give this."),
    )
    text = _t(
        language, "Hoe gaat het met haar? Wij zien alleen losse meldingen.", "How is she? We only see separate reports."
    )
    return (
        Letter(
            role("police", language),
            _t(language, "hoe het met het slachtoffer gaat", "how the victim is doing"),
            text,
            answers,
            "",
            refusal,
            (Chip("no_time", _t(language, "wij hebben er nu geen tijd voor", "we have no time for it now")),),
        ),
    )


def groups(language: Language = "nl") -> tuple[OptionGroup, ...]:
    """Everything but sharing."""
    hour = _t(language, "1 uur", "1 hour")
    ask = tuple(
        Option(
            f"veilig_thuis/ask/stalker_view/{badge.id}",
            _t(
                language,
                f"{badge.short}: wat weten jullie van de stalker?",
                f"{badge.short}: what do you know of the stalker?",
            ),
            "½ u",
            _t(language, "Een vraag over de stalker.", "A question about the stalker."),
        )
        for badge in roles(language)
        if badge.id != "veilig_thuis"
    )
    measures = (
        Option(
            "veilig_thuis/measure/research",
            _t(language, "Onderzoek door Veilig Thuis", "Research by Safe Home"),
            _t(language, "3 uur", "3 hours"),
            _t(
                language,
                "Gesprekken met beide kanten, veiligheidsplan. Hooguit tien weken. Een officieel onderzoek kan "
                "de ander prikkelen.",
                "Talks with both sides, a safety plan. Ten weeks at most. An official inquiry may provoke the other.",
            ),
        ),
        Option(
            "veilig_thuis/measure/aware",
            _t(language, "Aware bespreken", "Discuss Aware"),
            hour,
            _t(
                language,
                "Een alarmknop met directe lijn naar de politie.",
                "An alarm button with a direct line to the police.",
            ),
        ),
        Option(
            "veilig_thuis/measure/no_contact_advice",
            _t(
                language,
                "Advies: geen contact, ook niet via het netwerk",
                "Advice: no contact, not through the network either",
            ),
            hour,
            _t(language, "Haalt weg wat de ander voedt.", "Takes away what feeds the other."),
        ),
    )
    other = (
        Option(
            "veilig_thuis/call",
            _t(language, "Een overleg vragen", "Call a meeting"),
            hour,
            _t(language, "Na de beurten, met wie kan komen.", "After the turns, with those who can come."),
        ),
        Option(
            "veilig_thuis/scale/up",
            _t(language, "Opschalen", "Scale up"),
            hour,
            _t(language, "De leiding erbij halen.", "Bring in management."),
        ),
        Option(
            "veilig_thuis/wait",
            _t(language, "Wachten met een plan", "Wait with a plan"),
            "",
            _t(
                language,
                "Je spreekt af waar je op let en wat je dan doet.",
                "You settle what to watch for and what to do then.",
            ),
        ),
    )
    return (
        OptionGroup("ask", _t(language, "Vragen", "Ask"), ask),
        OptionGroup("measure", _t(language, "Maatregelen", "Measures"), measures),
        OptionGroup("call", _t(language, "Overleg en opschalen", "Meeting and scaling"), other[:2]),
        OptionGroup("wait", _t(language, "Wachten", "Waiting"), other[2:]),
    )


def desk(language: Language = "nl", answering: bool = False) -> DeskPage:
    """The private desk of a seat."""
    return DeskPage(
        header=header(language),
        card=card("veilig_thuis", language),
        participant="Samira",
        private_goal=dossier(language).private_goal,
        dossier=dossier(language).dossier,
        news=(
            NewsLine(
                6,
                "wk 6",
                _t(language, "Politie belde: het verbod is overtreden.", "Police called: the ban was broken."),
                True,
                ("incident/driving_past", "incident/false_account", "incident/messages"),
            ),
            NewsLine(
                6, "wk 6", _t(language, "Robin belde twee keer en hing op.", "Robin called twice and hung up."), True
            ),
        ),
        facts=facts(language),
        letters=letters(language),
        hours_left=4.0,
        hours_total=6.0,
        hours_label=_t(language, "4 van 6 uur over", "4 of 6 hours left"),
        decisions_left=1,
        decisions_label=_t(language, "nog 1 besluit", "1 decision left"),
        modes=modes(language),
        groups=() if answering else groups(language),
        taken=(
            _t(
                language,
                "Gedeeld met Politie: drie meldingen in vijf weken.",
                "Shared with Police: three reports in five weeks.",
            ),
        ),
        can_undo=True,
        is_answering=answering,
        pass_option=Option("veilig_thuis/pass", _t(language, "Niets meer doen", "Nothing more"), "", ""),
    )


def meeting(language: Language = "nl") -> MeetingPage:
    """The meeting on the open screen."""
    stances: dict[str, Stance] = {
        "police": "commits",
        "prosecution": "commits",
        "veilig_thuis": "commits",
        "victim_support": "objects",
    }
    labels = {
        "commits": _t(language, "doet mee", "commits"),
        "objects": _t(language, "heeft bezwaar", "objects"),
        "none": _t(language, "nog niets gezegd", "has not said yet"),
    }
    seats = tuple(_meeting_seat(badge, stances.get(badge.id, "none"), labels, language) for badge in roles(language))
    leads = tuple(
        OptionGroup(
            f"lead_{task}",
            name,
            tuple(Option(f"table/lead/{task}/{badge.id}", badge.name, "", "") for badge in roles(language)),
        )
        for task, name in (
            ("process_lead", _t(language, "Procesregie", "Process lead")),
            ("case_lead", _t(language, "Casusregie", "Case lead")),
            ("tells_victim", _t(language, "Vertelt het Robin", "Tells Robin")),
            ("tells_stalker", _t(language, "Spreekt de ex aan", "Speaks to the ex")),
        )
    )
    agreements = tuple(
        OptionGroup(
            f"agree_{measure}",
            name,
            tuple(Option(f"table/agree/{measure}/{who}", role(who, language).name, "", "") for who in owners),
        )
        for measure, name, owners in (
            ("stop_talk", _t(language, "Stopgesprek", "Stop talk"), ("police",)),
            (
                "contact_person",
                _t(language, "Eén vaste contactpersoon voor het slachtoffer", "One contact person for the victim"),
                ("victim_support", "veilig_thuis"),
            ),
            (
                "supervision",
                _t(language, "Toezicht met bijzondere voorwaarden", "Supervision with special conditions"),
                ("probation",),
            ),
        )
    )
    due = tuple(Chip(str(weeks), _t(language, f"over {weeks} weken", f"in {weeks} weeks")) for weeks in (1, 2, 4))
    return MeetingPage(
        header(language),
        role("veilig_thuis", language),
        seats,
        joint_picture(language),
        _t(
            language,
            "Samen zien jullie een patroon dat niemand alleen zag. Wat ontbreekt: wie de ex spreekt.",
            "Together you see a pattern that nobody saw alone. What is missing: who speaks to the ex.",
        ),
        (
            _t(language, "Hoe willen jullie straks de deur uit?", "How do you want to walk out of here?"),
            _t(
                language,
                "Wat kan ik? Wat kan ik niet? Wat heb ik nodig om het wel te kunnen?",
                "What can I do? What can I not? What do I need to be able to?",
            ),
            _t(language, "Wie vertelt het Robin, wie de ex?", "Who tells Robin, who the ex?"),
        ),
        plan(language),
        leads,
        agreements,
        due,
        True,
        (Chip("no_time", _t(language, "wij hebben geen tijd", "we have no time")),),
    )


def _meeting_seat(badge: RoleBadge, stance: Stance, labels: dict[str, str], language: Language) -> MeetingSeat:
    present = badge.id != "probation"
    commit = Option(f"{badge.id}/commit", _t(language, "Doet mee", "Commits"), "", "") if present else None
    objection = Option(f"{badge.id}/object", _t(language, "Bezwaar", "Objects"), "", "") if present else None
    absent = "" if present else _t(language, "afwezig, volle agenda", "absent, full diary")
    return MeetingSeat(
        badge,
        "Samira" if badge.id == "veilig_thuis" else "",
        present,
        absent,
        stance,
        labels[stance],
        commit,
        objection,
        _t(language, "wij hebben geen tijd", "we have no time") if stance == "objects" else "",
    )


def weeks(language: Language = "nl") -> tuple[WeekPage, ...]:
    """Four weeks that pass."""
    lines = (
        (_t(language, "Het blijft stil.", "It stays quiet."),),
        (
            _t(
                language,
                "Robin meldt een briefje onder de ruitenwisser.",
                "Robin reports a note under the windscreen wiper.",
            ),
            _t(language, "Contactverbod gaat in.", "The no-contact order starts."),
        ),
        (),
        (_t(language, "Buren zien de auto weer.", "Neighbours see the car again."),),
    )
    icons = ("incident/messages", "measure_ban")
    return tuple(WeekPage(7 + at, f"week {7 + at}", text, icons[: len(text)]) for at, text in enumerate(lines))


def spoken(language: Language = "nl") -> SpokenPage:
    """What a speaker can pick."""
    return SpokenPage(role("veilig_thuis", language), facts(language)[:4])


def desk_without_anything(language: Language = "nl") -> DeskPage:
    """A seat without news, post or decisions left."""
    return replace(desk(language), news=(), letters=(), facts=(), groups=(), taken=(), can_undo=False, decisions_left=0)
