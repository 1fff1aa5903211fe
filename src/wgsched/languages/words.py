"""The fixed words of papers and feeds, without defaults. ``annex_heading`` is asked for as ``annex-heading``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

P = TypeVar("P")


@dataclass(frozen=True, kw_only=True)
class Words(Generic[P]):
    """Every fixed wording. The names of its places stand in the comments; a session can override any of them.

    The forms of hours are built from small ones, so that an agency changes one and all follow: the founding document's
    spacing of Chinese hours (``上午 10 时至下午 1 时``, ``下午 3 时至 6 时``) is the override of two::

        phrases: {zh: {time-hour: " {hour} 时", time-hour-minute: " {hour} 时 {minute} 分"}}

    ``digits`` are the ten digits; ``٠١٢٣٤٥٦٧٨٩`` changes every number, date, hour and label at once. ``continued``
    may be empty: the mark is then never printed.
    """

    # writing
    digits: P
    list_separator: P
    clause_separator: P  # between a place and what is in it
    list_last: P
    list_last_number: P  # before a number or a Latin word
    list_last_i: P  # before the sound of i; empty where it is no matter
    quoted: P  # text
    parenthesis: P  # text; with the space that stands before it
    full_stop: P
    child_title: P  # parent, child
    missing: P  # text: what is printed in place of a title that the language lacks, on request

    # numbers of items
    label_second: P  # above, level
    label_third: P  # above, level
    items: P  # labels, n

    # hours: hour, minute; time; opens, closes
    time_hour: P
    time_hour_minute: P
    time_morning: P
    time_afternoon: P
    time_noon: P  # empty where noon is an hour like others
    time_midnight: P  # empty where midnight is
    time_alone: P
    time_range: P
    time_of_place: P  # hours, place
    moment: P  # date, time
    moments_span: P  # opens, closes: dates, or dates with hours

    # dates: weekday, day, month, year
    date: P
    date_year: P
    date_bare: P
    date_bare_year: P
    first_of_month: P  # day
    days_two: P  # first, last, month, year
    days_span: P  # first, last, month, year
    days_months: P  # first, first_month, last, last_month, year
    days_years: P  # first, last: whole dates
    place_and_dates: P  # place, dates

    # counts, with the place n
    minutes: P
    hours: P
    hours_minutes: P  # hours, minutes
    meetings: P
    nth: P  # a sitting's number in figures

    # kinds of forum
    plenary: P
    committee: P
    working_group: P
    drafting_committee: P
    contact_group: P
    informal: P

    # inside sentences
    the_meeting: P  # date, hours
    the_meeting_of: P  # forum, date, hours
    the_instalment: P  # items, n

    # papers
    annex: P
    organization_of_work: P
    organization_of_work_adopted: P
    reissued: P  # date
    continued: P
    holiday: P
    cancelled: P
    column_date_time: P
    column_item: P
    column_title: P
    column_forum: P
    column_room: P
    column_documents: P
    column_meeting: P
    column_interpretation: P
    column_symbol: P
    column_issued: P
    column_status: P
    column_date: P
    column_time: P
    column_change: P
    column_service: P
    column_used: P
    column_left: P
    by_item: P
    timetable: P
    order_of_the_day: P  # date
    journal_row: P  # title, labels
    journal_entry: P  # date
    changes: P
    no_changes: P
    documents: P
    documents_list: P
    services: P
    languages_all: P
    documents_of: P  # the heading in the annotations
    document_out: P  # date
    document_late: P  # date
    document_missing: P  # languages
    document_planned: P
    document_undated: P
    morning: P
    afternoon: P
    evening: P
    interpretation_all: P
    interpretation_none: P
    interpretation_available: P
    interpretation_in: P  # languages
    services_meetings: P
    services_hours: P
    services_team: P  # team
    services_unused: P
    services_lost: P
    services_entitled: P
    room_open: P

    # the provisional agenda
    provisional_agenda: P
    annotations: P
    agenda: P
    agenda_parent: P  # title
    agenda_child: P  # title
    agenda_last: P  # title
    distribution_general: P
    distribution_limited: P
    distribution_restricted: P
    original: P  # language
    body_meeting: P  # body, ordinal

    # feeds
    feed_summary: P  # body, items
    feed_continued: P  # item
    feed_firm: P  # hours, item
    feed_room: P  # room
    feed_room_to_be_announced: P
    feed_meeting: P  # number
    feed_meeting_provisional: P  # number
    feed_team: P  # team
    feed_earlier_or_later: P
    feed_no_items: P
    feed_interpretation: P  # languages
    feed_without_interpretation: P
    feed_interpretation_as_available: P
    feed_documents: P  # documents
    feed_proposed: P
    feed_agreed: P
    feed_adopted: P
    feed_updated: P  # date
    feed_no_changes: P
    feed_sentences: P  # what stands between two sentences
    feed_cancelled: P  # summary
    feed_meeting_cancelled: P
    feed_meeting_restored: P
    feed_event_cancelled: P
    feed_event_restored: P
    feed_item_left_out: P
    feed_item_restored: P
    feed_moved: P  # moment
    feed_room_changed: P  # room
    feed_items_changed: P
    feed_silence: P  # moment

    # why a programme is published again
    reason_first_publication: P
    reason_adopted: P
    reason_correction: P
    reason_documents_late: P
    reason_meeting_cancelled: P
    reason_officers_request: P
    reason_progress_of_work: P
    reason_request_of_delegations: P
    reason_room_change: P
    reason_conference_services: P
    reason_availability_of_speakers: P
    reason_time_available: P

    # pages and notices
    programme_of_work: P
    change_new: P  # entry
    change_of: P  # entry, change
    change_status: P  # status
    change_texts: P  # entry
    entry_at: P  # date, hours, entry
    page_publication: P  # n, moment
    page_reason: P  # reason
    page_times: P  # place
    page_skip: P
    page_languages: P
    page_subscribe: P
    page_subscribe_help: P
    page_open_calendar: P
    page_address: P
    page_copy: P
    page_copied: P
    page_qr: P
    page_whole: P
    page_every_item: P
    page_by_item: P
    page_by_forum: P
    page_by_room: P
    page_filter: P
    page_search: P
    page_any: P
    page_day: P
    page_interpreted: P
    page_clear: P
    page_found: P  # n
    page_mine: P
    page_mine_help: P
    page_choose: P  # item
    page_mine_link: P
    page_mine_save: P
    page_since: P  # publication
    page_since_help: P  # publication
    page_changes: P
    page_papers: P
    page_details: P
    page_back: P
    page_not_taken_up: P
    page_nothing: P
    notice_title: P  # body
