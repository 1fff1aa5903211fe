"""Parts of real sessions, typed by hand from published papers: dates, hours, items and their order are theirs.

Titles are shortened; those in languages in which a paper was not seen are our own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pendulum

from tests.programmes import typed
from tests.sessions import minutes
from wgsched.model import (
    Agenda,
    AgendaItem,
    Body,
    Forum,
    ForumKind,
    Holiday,
    ItemNumber,
    Meeting,
    Place,
    Programme,
    Role,
    Session,
    SessionKind,
    Text,
)

SIX = ("ar", "zh", "en", "fr", "ru", "es")


def six(*versions: str) -> Text:
    """Return a text in Arabic, Chinese, English, French, Russian and Spanish, in this order."""
    return Text(dict(zip(SIX, versions, strict=True)))


@dataclass(frozen=True)
class Town:
    """A duty station and the zone it keeps."""

    name: Text
    zone: str

    def meeting(self, key: str, date: str, hours: str, forum: str = "plenary") -> Meeting:
        """Return a meeting of ``2022-09-06`` from ``10:00-13:00``."""
        opens, closes = (pendulum.parse(f"{date} {hour}", tz=self.zone) for hour in hours.split("-"))
        return Meeting(key, forum, opens, closes)  # type: ignore[arg-type]


NEW_YORK = Town(six("نيويورك", "纽约", "New York", "New York", "Нью-Йорк", "Nueva York"), "America/New_York")
GENEVA = Town(six("جنيف", "日内瓦", "Geneva", "Genève", "Женева", "Ginebra"), "Europe/Zurich")
ROME = Town(six("روما", "罗马", "Rome", "Rome", "Рим", "Roma"), "Europe/Rome")


NO_TITLE = Text()


def numbered(number: str, title: Text = NO_TITLE, role: Role | None = None, **more: object) -> AgendaItem:
    """Return an item whose key is its number."""
    parsed = ItemNumber.parse(number)
    parent = str(parsed.parent) if parsed.parent else None
    return AgendaItem(number, parsed, title, role=role, parent=parent, takes=minutes(30), **more)  # type: ignore[arg-type]


def session(
    key: str, town: Town, meetings: tuple[Meeting, ...], items: tuple[AgendaItem, ...], **more: object
) -> Session:
    """Return a session at a town."""
    holidays: tuple[Holiday, ...] = more.pop("holidays", ())  # type: ignore[assignment]
    place = Place(key, town.name, town.zone, holidays=holidays)
    days = tuple(sorted({meeting.date for meeting in meetings}))
    body = Body(six(*(key for _ in SIX)))
    known = {each.key for each in items}
    agenda = Agenda(tuple(each if each.parent in known else replace(each, parent=None) for each in items))
    return Session(key, body, place, days, meetings, agenda, **more)  # type: ignore[arg-type]


def committee_on_ict() -> Programme:
    """A/AC.291/11: a holiday has its row, items go on over two meetings and a weekend."""
    town = NEW_YORK
    meetings = tuple(
        town.meeting(f"{day}-{period}", f"2022-09-{day}", hours)
        for day in ("02", "06", "07")
        for period, hours in (("am", "10:00-13:00"), ("pm", "15:00-18:00"))
    )
    items = (
        numbered(
            "6",
            six(
                "الأحكام المتعلقة بالتدابير الوقائية",
                "预防措施条款",
                "Provisions on preventive measures",
                "Dispositions relatives aux mesures préventives",
                "Положения о мерах по предупреждению",
                "Disposiciones sobre medidas preventivas",
            ),
        ),
        numbered(
            "7",
            six(
                "الأحكام المتعلقة بآلية التنفيذ",
                "实施机制条款",
                "Provisions on the mechanism of implementation",
                "Dispositions relatives au mécanisme d’application",
                "Положения о механизме осуществления",
                "Disposiciones sobre el mecanismo de aplicación",
            ),
        ),
        numbered(
            "8",
            six(
                "الأحكام الختامية",
                "最后条款",
                "Final provisions",
                "Dispositions finales",
                "Заключительные положения",
                "Disposiciones finales",
            ),
        ),
    )
    whole = session(
        "A/AC.291", town, meetings, items, symbol="A/AC.291/11", holidays=(Holiday(pendulum.date(2022, 9, 5)),)
    )
    rows = {"02-am": ["6"], "02-pm": ["6"], "06-am": ["6"], "06-pm": ["7"], "07-am": ["7"], "07-pm": ["8"]}
    return typed(whole, rows)


def food_security() -> Programme:
    """CFS:2004/INF/1: Roman numbers, items considered jointly, a lecture before the afternoon's meeting."""
    town = ROME
    meetings = (
        town.meeting("20-am", "2004-09-20", "10:00-13:00"),
        town.meeting("20-pm", "2004-09-20", "15:30-17:00"),
        town.meeting("21-am", "2004-09-21", "09:30-12:30"),
        town.meeting("21-pm", "2004-09-21", "14:30-17:30"),
        town.meeting("21-drafting", "2004-09-21", "18:00-20:00", "drafting"),
        town.meeting("22-am", "2004-09-22", "09:30-12:30"),
    )
    alliance = six(
        "التحالف الدولي ضد الجوع",
        "国际反饥饿联盟",
        "International Alliance against Hunger",
        "Alliance internationale contre la faim",
        "Международный альянс против голода",
        "Alianza Internacional contra el Hambre",
    )
    items = (
        numbered("I", role=Role.ORGANIZATIONAL_MATTERS),
        numbered("I (a)", role=Role.OFFICERS),
        numbered("I (b)", role=Role.AGENDA),
        numbered(
            "II",
            six(
                "تقييم حالة الأمن الغذائي في العالم",
                "世界粮食安全形势评估",
                "Assessment of the world food security situation",
                "Évaluation de la situation de la sécurité alimentaire mondiale",
                "Оценка положения в области продовольственной безопасности в мире",
                "Evaluación de la situación de la seguridad alimentaria mundial",
            ),
            jointly="II",
        ),
        numbered(
            "III",
            six(
                "متابعة مؤتمر القمة العالمي للأغذية",
                "世界粮食首脑会议后续行动",
                "Follow-up to the World Food Summit",
                "Suivi du Sommet mondial de l’alimentation",
                "Последующие меры по итогам Всемирной встречи на высшем уровне по проблемам продовольствия",
                "Seguimiento de la Cumbre Mundial sobre la Alimentación",
            ),
            jointly="II",
        ),
        numbered(
            "IV",
            six(
                "شكل التقارير في المستقبل",
                "今后的报告格式",
                "Future reporting format",
                "Présentation des futurs rapports",
                "Будущий формат отчетности",
                "Formato de los informes futuros",
            ),
        ),
        numbered(
            "V",
            six(
                "الخطوط التوجيهية الطوعية",
                "自愿准则",
                "Voluntary guidelines",
                "Directives volontaires",
                "Добровольные руководящие принципы",
                "Directrices voluntarias",
            ),
        ),
        numbered("VI", alliance),
        AgendaItem(
            "drafting",
            title=six(
                "لجنة الصياغة",
                "起草委员会",
                "Drafting committee",
                "Comité de rédaction",
                "Редакционный комитет",
                "Comité de redacción",
            ),
            takes=minutes(120),
            forums=("drafting",),
        ),
    )
    forums = (
        Forum("plenary", six("الجلسات العامة", "全体会议", "Plenary", "Plénière", "Пленарные заседания", "Plenario")),
        Forum(
            "drafting",
            six(
                "لجنة الصياغة",
                "起草委员会",
                "Drafting committee",
                "Comité de rédaction",
                "Редакционный комитет",
                "Comité de redacción",
            ),
            ForumKind.DRAFTING_COMMITTEE,
        ),
    )
    whole = session("CFS", town, meetings, items, forums=forums, symbol="CFS:2004/INF/1")
    rows = {
        "20-am": ["I (a)", "I (b)", "II"],
        "20-pm": ["II"],
        "21-am": ["II", "V"],
        "21-pm": ["IV"],
        "21-drafting": ["drafting"],
        "22-am": ["VI"],
    }
    return typed(whole, rows)


def human_rights() -> Programme:
    """The Human Rights Council's thirty-fourth session: three meetings without a pause, a mark of its own."""
    town = GENEVA
    hours = (("am", "09:00-12:00"), ("noon", "12:00-15:00"), ("pm", "15:00-18:00"))
    meetings = tuple(
        town.meeting(f"{date}-{period}", f"2017-{date}", each)
        for date in ("02-27", "02-28", "03-13")
        for period, each in hours
    )
    segment = six(
        "الجزء الرفيع المستوى",
        "高级别会议",
        "High-level segment",
        "Débat de haut niveau",
        "Этап заседаний высокого уровня",
        "Serie de sesiones de alto nivel",
    )
    panel = six(
        "حلقة نقاش سنوية رفيعة المستوى",
        "年度高级别小组讨论",
        "Annual high-level panel",
        "Réunion-débat annuelle de haut niveau",
        "Ежегодное обсуждение высокого уровня",
        "Mesa redonda anual de alto nivel",
    )
    items = (
        numbered(
            "1",
            six(
                "المسائل التنظيمية والإجرائية",
                "组织和程序事项",
                "Organizational and procedural matters",
                "Questions d’organisation et de procédure",
                "Организационные и процедурные вопросы",
                "Cuestiones de organización y de procedimiento",
            ),
        ),
        AgendaItem("segment", title=segment, takes=minutes(180), parts=()),
        AgendaItem("panel", title=panel, takes=minutes(180)),
        numbered(
            "4",
            six(
                "حالات حقوق الإنسان التي تتطلب اهتمام المجلس بها",
                "需要理事会注意的人权状况",
                "Human rights situations that require the Council’s attention",
                "Situations relatives aux droits de l’homme qui requièrent l’attention du Conseil",
                "Ситуации в области прав человека, требующие внимания со стороны Совета",
                "Situaciones de derechos humanos que requieren la atención del Consejo",
            ),
        ),
    )
    whole = session("HRC/34", town, meetings, items, phrases={"en": {"continued": "(cont’d)"}})
    rows = {
        "02-27-am": ["1", "segment"],
        "02-27-noon": ["segment"],
        "02-27-pm": ["panel"],
        "02-28-am": ["segment"],
        "02-28-noon": ["segment"],
        "02-28-pm": ["segment"],
        "03-13-am": ["4"],
        "03-13-noon": ["4"],
        "03-13-pm": ["4"],
    }
    return typed(whole, rows)


def health_assembly() -> Programme:
    """The Fifty-eighth World Health Assembly: committees side by side, dotted numbers, a Saturday."""
    town = GENEVA
    meetings = (
        town.meeting("16-am", "2005-05-16", "10:00-12:30"),
        town.meeting("19-a", "2005-05-19", "09:00-12:00", "a"),
        town.meeting("19-b", "2005-05-19", "09:00-12:00", "b"),
        town.meeting("20-a", "2005-05-20", "14:30-17:30", "a"),
        town.meeting("21-a", "2005-05-21", "09:00-12:00", "a"),
    )
    committee = six("اللجنة", "委员会", "Committee", "Commission", "Комитет", "Comisión")
    forums = (
        Forum("plenary", six("الجلسات العامة", "全体会议", "Plenary", "Plénière", "Пленарные заседания", "Plenaria")),
        Forum(
            "a",
            six("اللجنة ألف", "甲委员会", *(f"{committee[language]} A" for language in SIX[2:])),
            ForumKind.COMMITTEE,
        ),
        Forum(
            "b",
            six("اللجنة باء", "乙委员会", *(f"{committee[language]} B" for language in SIX[2:])),
            ForumKind.COMMITTEE,
        ),
    )
    items = (
        numbered("1.1", role=Role.OPENING),
        numbered(
            "12",
            six(
                "الميزانية البرمجية",
                "规划预算",
                "Programme budget",
                "Budget programme",
                "Программный бюджет",
                "Presupuesto por programas",
            ),
            forums=("a",),
        ),
        numbered("13.2", six("الملاريا", "疟疾", "Malaria", "Paludisme", "Малярия", "Paludismo"), forums=("a",)),
        numbered(
            "13.5",
            six(
                "استراتيجية التمنيع العالمية",
                "全球免疫战略",
                "Global immunization strategy",
                "Stratégie mondiale de vaccination",
                "Глобальная стратегия иммунизации",
                "Estrategia mundial de inmunización",
            ),
            forums=("a",),
        ),
        numbered(
            "14",
            six(
                "الأحوال الصحية",
                "卫生状况",
                "Health conditions",
                "Situation sanitaire",
                "Состояние здоровья",
                "Condiciones sanitarias",
            ),
            forums=("b",),
        ),
    )
    whole = session("WHA/58", town, meetings, items, forums=forums, kind=SessionKind.CONFERENCE)
    return typed(whole, {"16-am": ["1.1"], "19-a": ["12"], "19-b": ["14"], "20-a": ["12", "13.2"], "21-a": ["13.5"]})


REAL = {
    "committee-on-ict-2022": committee_on_ict,
    "food-security-2004": food_security,
    "human-rights-2017": human_rights,
    "health-assembly-2005": health_assembly,
}
