from tests.editing.samples import founded
from wgsched.checking import check, score
from wgsched.editing import cancel, move, retime, room, take_out


def test_a_move_that_breaks_a_rule_says_which_and_is_not_refused():
    late = move(founded(), "1 (a)", "Fri pm")
    assert "opening-first" in {each.rule for each in late.broken}
    assert late.report == check(late.programme)
    assert late.mended == ()


def test_moving_back_mends_what_was_broken():
    out = take_out(founded(), "3")
    late = move(founded(), "1 (a)", "Fri pm")
    back = move(late.programme, "1 (a)", "Thu am", before="1 (b)")
    assert {each.rule for each in out.broken} == {"whole-time"}
    assert (back.broken, back.mended) == ((), late.broken)
    assert back.programme == founded()


def test_what_was_broken_before_is_not_told_again_when_only_the_meeting_changed():
    broken = move(founded(), "3", "15-am").programme
    assert check(broken)
    assert room(broken, "15-am", "C2").broken == ()


def test_the_cost_is_the_difference_of_the_scores():
    edit = move(founded(), "3", "14-am", before="1 (a)")
    assert edit.cost == score(edit.programme).total - score(founded()).total
    assert cancel(founded(), "15-pm").cost + retime(founded(), "15-pm", "16:00").cost == (
        score(cancel(founded(), "15-pm").programme).total
        + score(retime(founded(), "15-pm", "16:00").programme).total
        - 2 * score(founded()).total
    )
