from dataclasses import replace

from tests.feeds.samples import events, full, thin
from tests.sessions import at
from wgsched.feeds import feed
from wgsched.model import SIX, Actual, Outcome, Participant, Status, Text


def described(programme, key, language="en", view="all"):
    event = events(feed(programme, language, view).data)[f"{key}@test.wgsched"]
    assert event["SUMMARY"].params["LANGUAGE"] == event["DESCRIPTION"].params["LANGUAGE"] == language
    return str(event["DESCRIPTION"]).split("\n")


def test_a_meeting_says_its_number_its_hours_its_items_and_how_far_it_is():
    assert described(thin(), "meeting.14-pm") == [
        "2nd meeting (provisional), 3–6 p.m. Vienna time",
        "2 (a) Subject 2: Subject 2 (a) (continued)",
        "2 (b) Subject 2: Subject 2 (b)",
        "Items may be taken up earlier or later.",
        "Interpretation: Arabic, Chinese, English, French, Russian, Spanish",
        "Proposed, not yet adopted. Updated 1 May 2009. No changes.",
    ]


def test_a_meeting_that_is_kept_without_business_says_so():
    kept = tuple(replace(each, kept=True) for each in thin().meetings)
    free = replace(thin(), meetings=kept, considerations=thin().considerations[:2])
    assert described(free, "meeting.14-pm")[1] == "No item is allocated to this meeting."
    gone = replace(free.meetings[1], cancelled=True)
    cancelled = replace(free, meetings=(free.meetings[0], gone, *free.meetings[2:]))
    assert "No item is allocated to this meeting." not in described(cancelled, "meeting.14-pm")


def test_estimated_hours_of_items_are_never_printed():
    minute = replace(thin().considerations[2], opens=at(14, 10, 30), closes=at(14, 13))
    timed = replace(thin(), considerations=(*thin().considerations[:2], minute, *thin().considerations[3:]))
    assert feed(timed).data == feed(thin()).data


def test_the_hours_of_a_firm_item_are_printed():
    assert "4–5 p.m.: 2 (b) en title: en title" in described(full(), "meeting.c")


def test_only_what_is_no_promise_may_be_taken_up_earlier():
    reminder = "Items may be taken up earlier or later."
    assert reminder not in described(full(), "item.2b.1", view="items")
    assert reminder not in described(full(), "meeting.c")
    assert reminder in described(full(), "meeting.a")


def test_meetings_say_on_what_footing_they_are_interpreted():
    assert "Interpretation as available" in described(full(), "meeting.c")
    assert "Without interpretation" in described(full(), "meeting.d")


def test_documents_of_the_items_and_of_those_above_are_named():
    assert "Documents: TEST/1" in described(full(), "meeting.d")


def test_a_forum_is_named_where_there_are_several():
    assert str(events(feed(full()).data)["meeting.c@test.wgsched"]["SUMMARY"]) == "Tests WG, Committee I: 2 (b)"


def test_rooms_are_named_and_missing_ones_are_announced_as_missing():
    found = {uid: str(event["LOCATION"]) for uid, event in events(feed(full()).data).items()}
    assert found["meeting.a@test.wgsched"] == "Boardroom A, Vienna"
    assert found["meeting.b@test.wgsched"] == "Room to be announced, Vienna"
    assert found["meeting.c@test.wgsched"] == "Room C2, Vienna"
    lounge = replace(thin(), meetings=(replace(thin().meetings[0], room="Delegates' lounge"), *thin().meetings[1:]))
    event = events(feed(lounge).data)["meeting.14-am@test.wgsched"]
    assert str(event["LOCATION"]) == "Delegates' lounge, Vienna"


def test_numbers_skip_cancelled_meetings_and_go_on_from_an_earlier_part():
    assert described(full(), "meeting.d")[0].startswith("2nd meeting")
    resumed = replace(thin(), meetings=(replace(thin().meetings[0], number=7), *thin().meetings[1:]))
    assert described(resumed, "meeting.14-pm")[0].startswith("8th meeting")


def test_a_number_is_provisional_until_the_meeting_was_held():
    held = Actual("1a", "14-am", Outcome.CONCLUDED, at(14, 10, 15))
    assert described(replace(thin(), actuals=(held,)), "meeting.14-am")[0] == "1st meeting, 10 a.m.–1 p.m. Vienna time"


def test_every_status_has_its_sentence():
    made = {
        status: described(replace(thin(), status=status, silence_until=at(4, 18)), "meeting.14-am")[-1]
        for status in Status
    }
    assert {status.value: text.partition(" Updated")[0] for status, text in made.items()} == {
        "draft": "Proposed, not yet adopted.",
        "circulated": "Proposed, not yet adopted.",
        "silence": "Under a silence procedure until Monday, 4 May, 6 p.m.; not yet adopted.",
        "agreed": "Agreed, not yet adopted.",
        "adopted": "Adopted.",
    }


def test_all_six_languages_say_it():
    found = {language: described(full(), "meeting.a", language)[0] for language in SIX}
    assert found == {
        "ar": "الجلسة 1 (مؤقتا)، \u200f10/00\u200f–\u200f13/00\u200f بتوقيت Vienna",
        "zh": "第1次会议（暂定），Vienna时间上午10时至下午1时",
        "en": "1st meeting (provisional), 10 a.m.–1 p.m. Vienna time",
        "fr": "1re séance (provisoire), 10 heures-13 heures (heure de Vienna)",
        "ru": "1-е заседание (предварительно), 10:00–13:00 (время местное: Vienna)",
        "es": "1ª sesión (provisional), 10.00 a 13.00 horas (hora de Vienna)",
    }


def test_a_meeting_without_business_is_in_no_feed_unless_it_is_kept():
    free = replace(thin(), considerations=thin().considerations[:2])
    assert "meeting.14-pm@test.wgsched" in events(feed(thin()).data)
    assert "meeting.14-pm@test.wgsched" not in events(feed(free).data)


def test_people_are_named_beside_their_items_where_that_is_asked_and_only_there():
    people = (
        Participant("ann", Text(en="Ann", fr="Anne"), ("2b",), printed=True),
        Participant("bob", Text(en="Bob"), ("2a", "2b")),
        Participant("cem", Text(en="Cem"), chairs=("2a", "2b"), printed=True),
    )
    programme = replace(thin(), session=replace(thin().session, participants=people))
    assert described(programme, "meeting.14-pm")[1:3] == [
        "2 (a) Subject 2: Subject 2 (a) (continued) (Chair: Cem)",
        "2 (b) Subject 2: Subject 2 (b) (Ann) (Chair: Cem)",
    ]
    whole = replace(full(), session=replace(full().session, participants=people))
    assert [line for line in described(whole, "meeting.a", "zh") if line.endswith("（主席：Cem）")] == [
        "2 (a) zh title：zh title（主席：Cem）"
    ]
