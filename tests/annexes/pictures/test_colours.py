"""The tones of the timetable are told apart in grey, and by eyes that lack one kind of cone."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest

TEMPLATE = (files("wgsched.annexes") / "picture.typ").read_text("utf-8")
TONES = re.findall(r'rgb\("#([0-9a-f]{6})"\)', TEMPLATE.partition("#let tones = (")[2].partition("\n")[0])
NEXT = list(zip(TONES, [*TONES[1:], TONES[0]], strict=True))

# What each kind of eye sees of linear red, green and blue: Machado, Oliveira and Fernandes 2009, severity 1.0.
EYES = {
    "every cone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def linear(tone):
    parts = (int(tone[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(tone, eye="every cone"):
    seen = [sum(share * part for share, part in zip(row, linear(tone), strict=True)) for row in EYES[eye]]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), seen, strict=True))


def lightness(tone, eye):
    """Return L* of CIE 1976, from 0 to 100: what a grey print keeps."""
    return 116 * luminance(tone, eye) ** (1 / 3) - 16


@pytest.mark.parametrize("eye", EYES)
def test_items_that_follow_each_other_differ_clearly_in_lightness(eye):
    steps = [abs(lightness(one, eye) - lightness(other, eye)) for one, other in NEXT]
    assert len(steps) == 7
    assert min(steps) > 10


@pytest.mark.parametrize("eye", EYES)
def test_no_two_tones_are_alike_in_grey(eye):
    ordered = sorted(lightness(tone, eye) for tone in TONES)
    assert min(b - a for a, b in pairwise(ordered)) > 2


def test_black_words_are_read_on_every_tone():
    assert min((luminance(tone) + 0.05) / 0.05 for tone in TONES) > 7
