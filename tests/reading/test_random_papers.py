"""Random programmes in six languages are printed in every format that is read, and read back the same."""

import random

import pytest

from tests.cases.examples import SLUGS, as_published
from wgsched import annex, programme_of_rows, write_programme
from wgsched.files import session_from
from wgsched.model import SIX
from wgsched.reading import read_paper

WORDS = {
    "en": ["budget", "water", "forests", "trade", "peace", "health", "cities", "energy", "oceans", "climate"],
    "fr": ["budget", "eau", "forêts", "commerce", "paix", "santé", "villes", "énergie", "océans", "climat"],
    "es": ["presupuesto", "agua", "bosques", "comercio", "paz", "salud", "ciudades", "energía", "océanos", "clima"],
    "ru": ["бюджет", "вода", "леса", "торговля", "мир", "здоровье", "города", "энергия", "океаны", "климат"],
    "zh": ["预算", "水", "森林", "贸易", "和平", "卫生", "城市", "能源", "海洋", "气候"],
    "ar": ["الميزانية", "المياه", "الغابات", "التجارة", "السلام", "الصحة", "المدن", "الطاقة", "المحيطات", "المناخ"],
}
FORMATS = ("txt", "docx", "html", "md", "xlsx", "csv")
OTHERWISE = {
    "first-committee-2024": "no allocation was published",
    "stockholm-2022": "an item is taken up twice in one meeting, and an event has a name like an item",
}
"""Published programmes that a paper does not tell whole, and why."""


def made(dice, language):
    """Return a random programme whose texts are in one language."""
    numbers = [str(number) for number in range(1, dice.randint(3, 7))]
    numbers += [f"{numbers[-1]} ({letter})" for letter in "abc"[: dice.randint(0, 3)]]
    titles = {number: _title(dice, language, place) for place, number in enumerate(numbers)}
    tops = [number for number in numbers if not any(other.startswith(f"{number} (") for other in numbers)]
    days = dice.randint(1, 3)
    meetings = [f"{day} May 2027 {half}" for day in range(10, 10 + days) for half in ("am", "pm")]
    rows = {meeting: [] for meeting in meetings}
    at = 0
    for number in tops:
        for _ in range(dice.randint(1, 2)):
            if number not in rows[meetings[at]]:
                rows[meetings[at]].append(number)
            at = min(at + dice.randint(0, 1), len(meetings) - 1)
    lines = [
        f"symbol: A/AC.1/2027/{dice.randint(1, 99)}", f"body: {{{language}: {_title(dice, language, 99)}}}",
        f"place: {dice.choice(('Vienna', 'Geneva', 'Rome', 'New York'))}", f"days: 10 - {9 + days} May 2027",
        f"original: {language}", f"languages: [{language}]", "agenda:",
        *(f"  {number}: {{title: {{{language}: {title}}}, takes: {'1 h' if number in tops else 'none'}}}"
          for number, title in titles.items()),
        "organization:", *(f"  {meeting}: [{', '.join(row)}]" for meeting, row in rows.items() if row),
    ]  # fmt: skip
    return programme_of_rows(session_from("\n".join(lines)))


def _title(dice, language, place):
    words = dice.sample(WORDS[language], 3)
    return "".join(words) + str(place) if language == "zh" else f"{' '.join(words)} {place}"


def table(programme, language):
    """Return what an annex prints from the heads of its columns on."""
    text = annex(programme, language=language).text
    return text[text.index(" | ") :]


def comes_back(programme, language, suffix, folder):
    path = folder / f"annex.{suffix}"
    annex(programme, language=language).save(path)
    session = programme.session
    told = language if suffix == "csv" else None  # its heads are the same in all languages, and three words tell none
    read = read_paper(path, language=told, year=2027, place=session.place.key, body="Body").programme
    assert table(read, language) == table(programme, language)


def try_seeds(seeds, folder):
    for seed in seeds:
        dice = random.Random(seed)
        language = SIX[seed % len(SIX)]
        comes_back(made(dice, language), language, FORMATS[seed // len(SIX) % len(FORMATS)], folder)


def test_random_programmes_come_back(tmp_path):
    try_seeds(range(0, 36, 5), tmp_path)


@pytest.mark.long
def test_a_thousand_random_programmes_come_back(tmp_path):
    try_seeds(range(1_000), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(24))
def test_random_programmes_come_back_from_pdf(tmp_path, seed):
    language = SIX[seed % len(SIX)]
    comes_back(made(random.Random(seed), language), language, "pdf", tmp_path)


def labelled(programme, *, own):
    """Return the rows of a programme: when, and the number that a paper prints; ``own`` leaves out those of others."""
    agenda = programme.session.agenda
    shown = []
    for row in programme.considerations:
        items = programme.items(row)
        named = (item if own or item.number or item.parent not in agenda else agenda[item.parent] for item in items)
        window = programme.meeting(row.meeting).window
        shown.append((f"{window.opens:%m-%d %H:%M}-{window.closes:%H:%M}", [str(item.number or "") for item in named]))
    return sorted(shown)


def published_comes_back(slug, suffix, folder):
    programme = as_published(slug, hours=False)
    path = folder / f"annex.{suffix}"
    annex(programme, language=programme.session.original).save(path)
    session = programme.session
    read = read_paper(path, year=session.days[0].year, place=session.zone, body="Body").programme
    own = suffix == "csv"  # it has no number beside an entry that belongs to an item
    assert labelled(read, own=own) == labelled(programme, own=own)


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug not in OTHERWISE])
def test_a_published_programme_that_is_printed_again_comes_back(slug, tmp_path):
    published_comes_back(slug, "txt", tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("suffix", ["docx", "html", "xlsx", "md", "csv"])
@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug not in OTHERWISE])
def test_a_published_programme_comes_back_from_every_format(slug, suffix, tmp_path):
    published_comes_back(slug, suffix, tmp_path)


@pytest.mark.parametrize("slug", ["asset-recovery-2009", "cybercrime-2022", "ecosoc-1997", "fao-council-2005"])
def test_a_programme_file_becomes_a_session_file_with_the_same_rows(slug, tmp_path):
    programme = as_published(slug, hours=False)
    path = tmp_path / "programme.json"
    write_programme(programme, path)
    reading = read_paper(path)
    assert labelled(reading.programme, own=True) == labelled(programme, own=True)
    assert (reading.session.symbol, reading.session.place.key) == (
        programme.session.symbol,
        programme.session.place.key,
    )
    assert [str(item.number) for item in reading.session.agenda if item.number] == [
        str(item.number) for item in programme.session.agenda if item.number
    ]
