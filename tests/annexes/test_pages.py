from wgsched.annexes.pages import Cell, Footnote, Heading, Pages, Paragraph, Row, Run, Table


def test_the_annex_is_written_as_rows_and_cells():
    table = Table(
        header=(Row((Cell("Date and time"), Cell("Agenda item"), Cell("Title or description"))),),
        rows=(
            Row((Cell("Thursday, 14 May", colspan=3, iso="2009-05-14"),), band=True),
            Row((Cell("10 a.m.–1 p.m.", rowspan=2), Cell("1 (a)"), Cell("Opening of the meeting"))),
            Row((Cell("1 (b)"), Cell("Adoption of the agenda")), record={"item": "1 (b)"}),
        ),
        widths=(3, 2, 6),
    )
    document = Pages("Organization of work", "en", (Heading("Annex"), table))
    assert list(document.tables()) == [table]
    assert table.width == 3
    assert table.every_record == ({"item": "1 (b)"},)
    assert document.direction == "ltr"


def test_the_records_of_a_table_go_before_those_of_its_rows():
    table = Table((Row((Cell("day"),), record={"a": 1}),), records=({"a": 2}, {"a": 3}))
    assert table.every_record == ({"a": 2}, {"a": 3})


def test_words_may_be_a_string_or_runs_with_a_footnote():
    plain = Paragraph("Opening")
    rich = Paragraph((Run("Open"), Footnote("Subject to confirmation."), Run("ing", bold=True)))
    assert plain.inlines == (Run("Opening"),)
    assert Paragraph(Run("x")).inlines == (Run("x"),)
    assert Paragraph("").inlines == ()
    assert rich.text == plain.text == "Opening"


def test_every_text_is_cleaned_on_entry():
    assert Run("a\u202eb").text == "ab"
    assert Cell("a\x00b").text == "ab"
    assert Pages("t\x00", "en", (), footer="f\x00").footer == "f"
    assert Row((), record={"title": "a\x00b", "hours": 3}).record == {"title": "ab", "hours": 3}
    assert Table((), records=({"t": "\x00"},)).records == ({"t": ""},)


def test_arabic_reads_from_the_right():
    assert Pages("", "ar", ()).direction == "rtl"
    assert Pages("", "fa-IR", ()).rtl
    assert not Pages("", "zh", ()).rtl
