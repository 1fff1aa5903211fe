"""What a programme's life and the issues of its document change in papers."""

from __future__ import annotations

from dataclasses import replace

import pendulum
import pytest

from tests.annexes.layouts.papers import founding, printed
from tests.sessions import at
from wgsched.annexes.layouts import changes, organization_of_work, provisional_agenda
from wgsched.annexes.pages import Paragraph, Style
from wgsched.model import SIX, Issue, IssueKind, Programme, Status

DAY = pendulum.date(2009, 4, 20)
SYMBOL = "CAC/COSP/WG.2/2009/1"
ADOPTED = {
    "ar": ["تنظيم الأعمال", "معتمد."],
    "en": ["Organization of work", "Adopted."],
    "es": ["Organización de los trabajos", "Aprobada."],
    "fr": ["Organisation des travaux", "Adopté."],
    "ru": ["Организация работы", "Утверждено."],
    "zh": ["工作安排", "已通过。"],
}
SILENCE = {
    "ar": "إجراء عدم الاعتراض حتى الجمعة، 1 أيار/مايو، الساعة 18/00؛ لم يُعتمد بعد.",
    "en": "Under a silence procedure until Friday, 1 May, 6 p.m.; not yet adopted.",
    "es": "Procedimiento de acuerdo tácito hasta el viernes, 1 de mayo, 18.00 horas; aún no aprobado.",
    "fr": "Procédure d’approbation tacite jusqu’au vendredi 1er mai, 18 heures\u00a0; non encore adopté.",
    "ru": "Процедура отсутствия возражений (срок: пятница, 1 мая, 18:00); еще не утверждено.",
    "zh": "默许程序至5月1日，星期五，下午 6 时，尚未通过。",
}
REISSUED = {
    "ar": "أُعيد إصدار هذه الوثيقة لأسباب فنية في 20 نيسان/أبريل 2009.",
    "en": "Reissued for technical reasons on 20 April 2009.",
    "es": "Publicado nuevamente por razones técnicas el 20 de abril de 2009.",
    "fr": "Nouveau tirage pour raisons techniques (20 avril 2009).",
    "ru": "Переиздано по техническим причинам 20 апреля 2009 года.",
    "zh": "由于技术原因于2009年4月20日重新印发。",
}


def issued(kind: IssueKind, symbol: str, *languages: str) -> Programme:
    session = founding().session
    made = Issue(kind, symbol, languages or session.languages, DAY)
    return replace(founding(), session=replace(session, issues=(made,)))


def annexed(status: Status, language: str) -> list[str]:
    programme = replace(founding(), status=status, silence_until=at(1, 18))
    return printed(organization_of_work.pages(programme, language, inside=True))


@pytest.mark.parametrize("language", SIX)
def test_an_adopted_programme_says_so_and_is_no_more_proposed(language):
    assert annexed(Status.ADOPTED, language)[1:3] == ADOPTED[language]


@pytest.mark.parametrize("language", SIX)
def test_a_silence_procedure_is_printed_with_its_end(language):
    assert annexed(Status.SILENCE, language)[2] == SILENCE[language]


def test_an_agreed_programme_is_still_proposed():
    assert annexed(Status.AGREED, "en")[1:3] == ["Proposed organization of work", "Agreed, not yet adopted."]


def test_a_circulated_programme_is_printed_like_a_draft():
    assert annexed(Status.CIRCULATED, "en") == printed(organization_of_work.pages(founding(), "en", inside=True))


def test_the_provisional_agenda_says_how_far_its_annex_has_come():
    adopted = replace(founding(), status=Status.ADOPTED)
    assert printed(provisional_agenda.pages(adopted, "zh"))[-14:-11] == ["附件", "工作安排", "已通过。"]


def test_a_corrigendum_stands_in_the_masthead_and_header_of_its_languages_alone():
    programme = issued(IssueKind.CORRIGENDUM, f"{SYMBOL}/Corr.1", "zh")
    chinese, english = (provisional_agenda.pages(programme, language) for language in ("zh", "en"))
    assert (printed(chinese)[0], chinese.header) == (f"{SYMBOL}/Corr.1", f"{SYMBOL}/Corr.1")
    assert "20 April 2009" in "\n".join(printed(chinese)[:6])
    assert english == provisional_agenda.pages(founding(), "en")


@pytest.mark.parametrize("language", SIX)
@pytest.mark.parametrize("layout", [provisional_agenda, organization_of_work])
def test_a_reissue_keeps_symbol_and_date_and_has_an_asterisk_with_a_line_that_says_when(layout, language):
    programme = issued(IssueKind.REISSUE, SYMBOL)
    new, old = (layout.pages(each, language, fill="en") for each in (programme, founding()))
    assert (old.blocks[0].text, new.blocks[0].text) == (SYMBOL, f"{SYMBOL}*")
    note = Paragraph(f"* {REISSUED[language]}", Style.NOTE)
    assert tuple(block for block in new.blocks[1:] if block != note) == old.blocks[1:]
    assert (new.blocks.count(note), new.header, new.moment) == (1, old.header, old.moment)


def test_changes_are_headed_by_the_issue_that_brings_them():
    programme = issued(IssueKind.REVISION, f"{SYMBOL}/Rev.1")
    assert printed(changes.pages(programme, "en", since=founding()))[1] == f"{SYMBOL}/Rev.1, 20 April 2009"
