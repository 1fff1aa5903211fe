"""Parts of four real sessions in six languages, as their annex would print them."""

from __future__ import annotations

import pytest

from tests.annexes.layouts.papers import GOLDEN, printed
from tests.annexes.layouts.real import REAL, SIX, committee_on_ict, food_security, human_rights
from wgsched import annex
from wgsched.languages import complete_languages


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("language", SIX)
def test_a_real_annex_is_the_golden_one_in_every_language(name, language):
    expected = (GOLDEN.parent / name / f"{language}.txt").read_text("utf-8")
    assert annex(REAL[name](), language=language).text == expected


@pytest.mark.parametrize("name", REAL)
def test_a_real_session_is_complete_in_six_languages(name):
    assert complete_languages(REAL[name]().session) == SIX


def test_the_committee_on_ict_prints_what_was_published():
    assert printed(annex(committee_on_ict(), inside=True).documents[0])[4:] == [
        "10 a.m.–1 p.m. | 6 | Provisions on preventive measures",
        "3–6 p.m. | 6 | Provisions on preventive measures (continued)",
        "Monday, 5 September | Official United Nations holiday",
        "Tuesday, 6 September",
        "10 a.m.–1 p.m. | 6 | Provisions on preventive measures (continued)",
        "3–6 p.m. | 7 | Provisions on the mechanism of implementation",
        "Wednesday, 7 September",
        "10 a.m.–1 p.m. | 7 | Provisions on the mechanism of implementation (continued)",
        "3–6 p.m. | 8 | Final provisions",
    ]


def test_the_committee_on_ict_prints_in_arabic_what_was_published():
    lines = printed(annex(committee_on_ict(), language="ar").documents[0])
    assert ("الاثنين، 5 أيلول/سبتمبر | عطلة رسمية للأمم المتحدة" in lines, "الثلاثاء، 6 أيلول/سبتمبر" in lines) == (
        True,
        True,
    )
    assert [line.partition(" | ")[2] for line in lines if "تابع" in line] == [
        "6 | الأحكام المتعلقة بالتدابير الوقائية (تابع)",
        "6 | الأحكام المتعلقة بالتدابير الوقائية (تابع)",
        "7 | الأحكام المتعلقة بآلية التنفيذ (تابع)",
    ]


def test_food_security_considers_items_jointly_and_continues_them():
    lines = printed(annex(food_security()).documents[0])
    assert [line for line in lines if "II and III" in line][1:] == [
        "3.30–5 p.m. | Plenary | II and III | Assessment of the world food security situation / "
        "Follow-up to the World Food Summit (continued)",
        "9.30 a.m.–12.30 p.m. | Plenary | II and III | Assessment of the world food security situation / "
        "Follow-up to the World Food Summit (continued)",
    ]


def test_the_human_rights_council_prints_its_own_mark():
    lines = printed(annex(human_rights()).documents[0])
    assert [line for line in lines if "segment" in line] == [
        " |  | High-level segment",
        "noon–3 p.m. |  | High-level segment (cont’d)",
        "9 a.m.–noon |  | High-level segment (cont’d)",
        "noon–3 p.m. |  | High-level segment (cont’d)",
        "3–6 p.m. |  | High-level segment (cont’d)",
    ]
