# ruff: noqa: E501 - a row a line reads better here
"""Hand-made pages: the founding document's annex in six languages, and one page with everything on it."""

from datetime import UTC, datetime

from wgsched.annexes.pages import (
    Align,
    Cell,
    Columns,
    Footnote,
    Heading,
    PageBreak,
    Pages,
    Paragraph,
    Revised,
    Row,
    Run,
    Separator,
    Shade,
    Style,
    Table,
)

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")

# language: annex, heading, three column names, two dates, morning, afternoon, "(continued)", opening, agenda,
# parent, three children, report, item labels
WORDS = {
    "zh": (
        "附件", "拟议工作安排", ("日期和时间", "议程项目", "标题或说明"), ("5月14日，星期四", "5月15日，星期五"),
        "上午 10 时至下午 1 时", "下午 3 时至 6 时", " (续)", "会议开幕", "通过议程和工作安排",
        "工作组各项建议的实施情况：", ("积累知识", "建立信心和信任", "技术援助"), "通过报告",
        ("1 (a)", "1 (b)", "2 (a)", "2 (b)", "2 (c)", "3"),
    ),
    "en": (
        "Annex", "Proposed organization of work", ("Date and time", "Agenda item", "Title or description"),
        ("Thursday, 14 May", "Friday, 15 May"), "10 a.m.–1 p.m.", "3–6 p.m.", " (continued)", "Opening of the meeting",
        "Adoption of the agenda and organization of work", "Implementation of the recommendations of the Working Group: ",
        ("Developing cumulative knowledge", "Building confidence and trust", "Technical assistance"),
        "Adoption of the report", ("1 (a)", "1 (b)", "2 (a)", "2 (b)", "2 (c)", "3"),
    ),
    "fr": (
        "Annexe", "Projet d’organisation des travaux", ("Date et heure", "Point de l’ordre du jour", "Titre ou description"),
        ("Jeudi 14 mai", "Vendredi 15 mai"), "10 heures-13 heures", "15 heures-18 heures", " (suite)", "Ouverture de la réunion",
        "Adoption de l’ordre du jour et organisation des travaux", "Application des recommandations du Groupe de travail\u00a0: ",
        ("Développement des connaissances", "Renforcement de la confiance", "Assistance technique"),
        "Adoption du rapport", ("1 a)", "1 b)", "2 a)", "2 b)", "2 c)", "3"),
    ),
    "es": (
        "Anexo", "Propuesta de organización de los trabajos", ("Fecha y hora", "Tema del programa", "Título o descripción"),
        ("Jueves 14 de mayo", "Viernes 15 de mayo"), "10.00 a 13.00 horas", "15.00 a 18.00 horas", " (continuación)",
        "Apertura de la reunión", "Aprobación del programa y organización de los trabajos",
        "Aplicación de las recomendaciones del Grupo de Trabajo: ",
        ("Desarrollo de conocimientos", "Fomento de la confianza", "Asistencia técnica"),
        "Aprobación del informe", ("1 a)", "1 b)", "2 a)", "2 b)", "2 c)", "3"),
    ),
    "ru": (
        "Приложение", "Предлагаемая организация работы", ("Дата и время", "Пункт повестки дня", "Название или описание"),
        ("Четверг, 14 мая", "Пятница, 15 мая"), "10:00–13:00", "15:00–18:00", " (продолжение)", "Открытие совещания",
        "Утверждение повестки дня и организация работы", "Осуществление рекомендаций Рабочей группы: ",
        ("Накопление знаний", "Укрепление доверия", "Техническая помощь"), "Утверждение доклада",
        ("1 a)", "1 b)", "2 a)", "2 b)", "2 c)", "3"),
    ),
    "ar": (
        "المرفق", "التنظيم المقترح للأعمال", ("التاريخ والوقت", "بند جدول الأعمال", "العنوان أو الوصف"),
        ("الخميس، 14 أيار/مايو", "الجمعة، 15 أيار/مايو"), "10/00–13/00\u200f", "15/00–18/00\u200f", " (تابع)",
        "افتتاح الاجتماع", "إقرار جدول الأعمال وتنظيم العمل", "تنفيذ توصيات الفريق العامل: ",
        ("تنمية المعارف التراكمية", "بناء الثقة", "المساعدة التقنية"), "اعتماد التقرير",
        ("1 (أ)", "1 (ب)", "2 (أ)", "2 (ب)", "2 (ج)", "3"),
    ),
}  # fmt: skip


def annex(language="zh"):
    """The annex of the founding document."""
    head, title, columns, dates, am, pm, more, opening, agenda, parent, children, report, label = WORDS[language]
    a, b, c = (parent + child for child in children)

    def date(text, iso):
        return Row((Cell(text, colspan=3, iso=iso),), band=True)

    def first(hours, iso, rows, item, words):
        return Row((Cell(hours, rowspan=rows, iso=iso), Cell(item), Cell(words)), record=record(iso, item, words))

    def later(iso, item, words):
        return Row((Cell(item), Cell(words)), record=record(iso, item, words))

    def record(iso, item, words):
        return {
            "date": iso[:10],
            "opens": iso[11:],
            "item": item,
            "title": words.removesuffix(more),
            "continued": more in words,
        }

    am1, pm1, am2, pm2 = "2009-05-14T10:00", "2009-05-14T15:00", "2009-05-15T10:00", "2009-05-15T15:00"
    rows = (
        date(dates[0], "2009-05-14"),
        first(am, am1, 2, label[0], opening),
        later(am1, label[1], agenda),
        first(pm, pm1, 4, label[2], a),
        later(pm1, label[2], a + more),
        later(pm1, label[3], b),
        later(pm1, label[3], b),
        date(dates[1], "2009-05-15"),
        first(am, am2, 1, label[3], b + more),
        first(pm, pm2, 2, label[4], c),
        later(pm2, label[5], report),
    )
    table = Table(rows, header=(Row(tuple(map(Cell, columns))),), widths=(3, 2, 6))
    return Pages(
        title,
        language,
        (Heading(head), Heading(title, level=2), table),
        symbol="CAC/COSP/WG.2/2009/1",
        footer="CAC/COSP/WG.2/2009/1",
        moment=datetime(2009, 3, 20, tzinfo=UTC),
    )


def everything(language="en"):
    """A page with every kind of block on it."""
    head, title, columns, dates, am, pm, more, opening, agenda, parent, children, report, label = WORDS[language]
    masthead = Columns(
        (Paragraph(Run(head, bold=True), Style.MASTHEAD), Paragraph(title, Style.MASTHEAD)),
        (
            Paragraph(Run("Distr.: General", language="en"), Style.MASTHEAD),
            Paragraph(Run("20 March 2009", language="en"), Style.MASTHEAD),
        ),
    )
    grid = Table(
        (
            Row((Cell(dates[0], header=True, iso="2009-05-14"), Cell(f"{label[0]} {opening}\n{label[1]} {agenda}"), Cell(report), Cell(), Cell(opening), Cell(shade=Shade.LIGHT))),
            Row((Cell(dates[1], header=True, iso="2009-05-15"), Cell(parent + children[0], rowspan=2, shade=Shade.ACCENT), Cell(report, colspan=2, align=Align.CENTER), Cell(agenda, shade=Shade.WARNING), Cell("12", align=Align.END))),
            Row((Cell("", header=True), Cell(opening), Cell(agenda), Cell(report), Cell("3"))),
        ),
        header=(
            Row((Cell(columns[0], rowspan=2), Cell(am, colspan=2, align=Align.CENTER), Cell(pm, colspan=2, align=Align.CENTER), Cell("№", rowspan=2))),
            Row((Cell(columns[1]), Cell(columns[2]), Cell(columns[1]), Cell(columns[2]))),
        ),
        widths=(2, 4, 3, 3, 3, 1),
        caption=title,
    )  # fmt: skip
    changes = Paragraph(
        (
            Run(opening, change=Revised.DELETED),
            Run(" "),
            Run(agenda, change=Revised.INSERTED),
            Run(" – "),
            Run("Rev.1", italic=True, language="en"),
        )
    )
    return Pages(
        title,
        language,
        (
            masthead,
            Separator(),
            Heading((Run(title), Footnote(report + "."))),
            Paragraph(opening + more, Style.CENTERED),
            Paragraph(parent, label="1."),
            Paragraph(children[0] + ";", Style.LIST, label="(a)", level=1),
            Paragraph(children[1] * 12 + ".", Style.LIST, label="(b)", level=1),
            Heading(agenda, level=2),
            Paragraph((Run(parent * 6), Footnote(agenda + "."))),
            changes,
            grid,
            Paragraph(report, Style.NOTE),
            PageBreak(),
            Heading(report, level=2),
            Paragraph(parent + children[2]),
        ),
        header=head,
        footer="CAC/COSP/WG.2/2009/1",
        author="wgsched",
        subject=report,
        landscape=True,
    )


HOSTILE = (
    "=cmd('x') | a\x00b\x1b[2J \u202egnp.exe\u2066 <script>alert(1)</script> & #set page(width: 1pt) {{ 7*7 }} {% x %} "
    "[x](javascript:1) \ud800 \uffff https://example.org ]]> --> </w:t>\r\n+1"
)
TAME = (
    "=cmd('x') | ab[2J gnp.exe <script>alert(1)</script> & #set page(width: 1pt) {{ 7*7 }} {% x %} "
    "[x](javascript:1) \ufffd \ufffd https://example.org ]]> --> </w:t>\n+1"
)


def hostile(language="en", text=HOSTILE):
    """A document in which a stranger has written every text."""
    row = Row((Cell(text, colspan=2, iso=text),), band=True)
    later = Row(
        (Cell(text, rowspan=9), Cell((Run(text, bold=True, change=Revised.INSERTED), Footnote(text)))),
        record={"date": text, "title": text},
    )
    return Pages(
        text,
        language,
        (
            Columns((Paragraph(text),), (Paragraph(text),)),
            Heading(text),
            Paragraph(text),
            Paragraph(text, Style.LIST, label=text, level=1),
            Table((row, later, Row((Cell(text),))), header=(Row((Cell(text), Cell(text))),), caption=text),
        ),
        author=text,
        subject=text,
        symbol=text,
        header=text,
        footer=text,
    )


def long(length=10_000):
    """A table with one title that is longer than a page, and one word that is longer than a line."""
    rows = (Row((Cell("3–6 p.m.", rowspan=2), Cell("word " * (length // 5)))), Row((Cell("x" * length),)))
    return Pages(
        "Long", "en", (Heading("Long"), Table(rows, header=(Row((Cell("Time"), Cell("Title"))),), widths=(1, 3)))
    )
