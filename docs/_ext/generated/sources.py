"""Where each rule and preference comes from: a paper, the practice of published programmes, or a choice of ours."""

_TEAM = "working conditions of interpreters, as the International Association of Conference Interpreters states them"
_ASKED = "the session itself asks for it, with a reason of its own"

SOURCES = {
    # Rules of every session
    "whole-time": "CAC/COSP/WG.2/2009/1: all items are to be considered within the time and services available.",
    "meeting-hours": "meetings of 10 a.m. to 1 p.m. and 3 to 6 p.m., or what the place and the body set.",
    "one-at-a-time": "what a meeting is; items considered jointly are one consideration.",
    "opening-first": "every published programme in which an opening is printed; Stockholm+50 waives it.",
    "first-business": "published programmes; officers come before or after the adoption of the agenda, by body.",
    "report-last": "every published programme whose last meeting is printed, among them A/AC.291/11.",
    "closure-last": "A/AC.291/11: the report is item 11, the closure item 12.",
    "instalments-in-order": "what the parts of an item are: E/1997/L.15 and CFS:2004/INF/1 resume items after others.",
    "uninterrupted": "usual practice; a session that leaves an item and resumes it says so by giving it several parts.",
    "once-a-meeting": "published programmes list an item once under a meeting, also where they resume it in others.",
    "no-short-part": "a choice of ours: half an hour, so that no item is opened for a few minutes before lunch.",
    "typed-rows": "what the officers have settled stays as they typed it.",
    "holidays-free": "official holidays of the duty station; A/AC.291/11 prints one as a row.",
    "joint-meetings": "programmes with joint meetings of committees, such as those of the World Health Assembly.",
    "room-fits": "conference services: seats for the forum, a booth for each language.",
    "one-meeting-a-room": "conference services.",
    "available": "published programmes fix panels and ministers to the hours in which they can come.",
    "one-place": "nobody is in two rooms at once; two items in one room may be taken up one after the other.",
    "languages-there": "a body's entitlement to interpretation, item by item where it differs.",
    "meeting-length": f"{_TEAM}: three hours. UNESCO committees have sat for four, so it is data of the body.",
    "served": "a meeting with interpretation needs a team; which one, the officers may leave open.",
    "pause-between": f"{_TEAM}: ninety minutes between two meetings.",
    "meetings-a-day": f"{_TEAM}: two meetings a day; CAC/COSP/WG.2/2009/1 grants as many.",
    "weekly-quota": "staff interpreters' assignments in a week; no primary source was found, so no number is built in.",
    "documents-out": (
        "simultaneous distribution in all official languages; a late document may be discussed, but nothing is "
        "decided on it (Codex Alimentarius, CX/GP 98)."
    ),
    # Rules that a session asks for
    "agenda-order": "14 of 24 published programmes looked at follow the agenda; those that must, ask for it.",
    "precedes": f"{_ASKED}.",
    "upon-conclusion": "wordings such as “upon conclusion of the plenary” in orders of the day.",
    "opens-at": f"{_ASKED}: an hour that was promised.",
    "not-before": f"{_ASKED}: a speaker's arrival, a document's day.",
    "concluded-by": f"{_ASKED}: a speaker's departure, a deadline.",
    "within-windows": "papers that print an item by windows of time, such as A/C.1/79/CRP.1.",
    "in-meetings": f"{_ASKED}.",
    "undivided": f"{_ASKED}.",
    "proposals-tabled": "draft proposals are tabled some time before they are decided on; how long, each body sets.",
    "drafting-gap": "the report is drafted, and translated, before it is adopted.",
    "kept-free": "the Committee on Forestry (COFO-97) left a morning free before its report.",
    "close-by": "bodies that decided to hold no night sessions (UNESCO, ITH/17/12.COM 3.BUR).",
    "meetings-at-once": "delegations too small for parallel meetings; rooms and teams that are short.",
    "meetings-in-all": "the number of meetings to which a body is entitled.",
    # Preferences
    "agenda-order-kept": "most published programmes follow the agenda, and those that do not have reasons.",
    "few-continuations": "published programmes divide few items; each “(continued)” costs the readers something.",
    "early-close": "meetings that are not needed are given back to conference services.",
    "days-to-avoid": "days on which the United Nations had better not meet though they are no official holidays.",
    "office-hours": "participants from afar in sessions held partly on line.",
    "even-load": "a choice of ours, off unless a session weighs it.",
    "slack-kept": "items run over: opening and reports take longer than planned; off unless a session weighs it.",
    "few-interpreted": "interpreters are the dearest service of a session; off unless a session weighs it.",
    "preferred-meeting": "what the officers or a delegation wish for.",
    "preferred-day": "what the officers or a delegation wish for.",
    "preferred-period": "what the officers or a delegation wish for.",
    "heavy-apart": "what the officers wish for: two long debates on one day tire a body.",
}
