"""What rules, preferences, conflicts and changes say: one file per language, a template per code.

A template is a clause without a full stop, such as ``{item} is taken up after {after} is concluded{why}``; the lexicon
makes the first letter capital and ends it. A place is filled by the type of its fact:

========================  ============================================================================
an item                   ``item 2 (a)``; an entry without a number, its title in quotation marks
a tuple of items          ``items 2 (a) and 3``
an instalment             as its items
a meeting                 ``the meeting of Thursday, 14 May, 10 a.m.–1 p.m.``
a forum                   its title, or its kind: ``the plenary``
a moment; a date          ``Thursday, 14 May, 6 p.m.``; ``Thursday, 14 May``
minutes; a number         ``90 minutes``; ``90``
a period; a window        its hours; the date and hours
a document                its symbol
a text                    its version in the language, else in the original one
a string                  as it is
a tuple of others         joined: ``a, b and c``
``why`` (any place)       nothing when absent, else a parenthesis with its own space before it
========================  ============================================================================

After a colon a place may ask for another form: ``{item:label}`` (``2 (a)``), ``{item:title}``, ``{date:year}``,
``{languages:language}`` (codes as names), ``{team:nth}`` (``2nd``). The place ``n``, when a fact of that name is a
number, also chooses among plural forms: write ``code.one``, ``code.few``... beside ``code``.
"""
