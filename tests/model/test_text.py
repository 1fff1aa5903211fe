"""Texts in several languages."""

from wgsched.model import Text


def test_a_text_answers_by_language():
    text = Text(zh="组织事项", en="Organizational matters")
    assert text["zh"] == "组织事项"
    assert list(text) == ["zh", "en"]
    assert text.get("fr") is None


def test_equal_texts_are_one_in_a_set_whatever_their_order():
    assert len({Text(zh="甲", en="A"), Text(en="A", zh="甲")}) == 1
    assert Text(en="A") != Text(en="A", to_review=("en",))


def test_the_best_version_falls_back_in_the_order_asked_then_to_any():
    text = Text(zh="甲", fr="A")
    assert text.best("en", "fr") == "A"
    assert text.best("ru") == "甲"
    assert Text().best("en") == ""
