import json

from tests.annexes.samples import TAME, annex, everything, hostile
from wgsched.annexes.formats import json as json_format


def test_the_pages_and_their_records_are_one_object():
    document = json.loads(json_format.write([annex("zh")]))["documents"][0]
    assert list(document) == [
        "title", "language", "direction", "symbol", "moment", "footer", "blocks", "records",
    ]  # fmt: skip
    assert document["moment"] == "2009-03-20T00:00:00+00:00"
    assert document["blocks"][1] == {"kind": "heading", "level": 2, "text": "拟议工作安排"}
    table = document["blocks"][2]
    assert table["rows"][0] == {"band": True, "cells": [{"text": "5月14日，星期四", "colspan": 3, "iso": "2009-05-14"}]}
    assert table["rows"][1]["cells"][0] == {
        "text": "上午 10 时至下午 1 时", "rowspan": 2, "iso": "2009-05-14T10:00",
    }  # fmt: skip
    assert document["records"][3] == {
        "date": "2009-05-14",
        "opens": "15:00",
        "item": "2 (a)",
        "title": "工作组各项建议的实施情况：积累知识",
        "continued": True,
    }


def test_runs_are_given_where_they_are_more_than_words():
    blocks = json.loads(json_format.write([everything("en")]))["documents"][0]["blocks"]
    changed = next(block for block in blocks if "runs" in block and len(block["runs"]) == 5)
    assert changed["runs"][0] == {"text": "Opening of the meeting", "change": "deleted"}
    assert changed["runs"][4] == {"text": "Rev.1", "italic": True, "language": "en"}
    assert blocks[2]["runs"][1] == {"footnote": "Adoption of the report."}


def test_hostile_text_is_only_a_string():
    document = json.loads(json_format.write([hostile()]))["documents"][0]
    assert document["title"] == TAME
    assert document["records"] == [{"date": TAME, "title": TAME}]
