"""A session file that uses every part of the shape."""

WHOLE = """\
symbol: E/2010/1
body: {title: {en: Council, fr~: Conseil}, parent: Assembly}
short: Council
kind: session
ordinal: 5
place: Rome
days: [Mon 20 - Fri 24 Sep 2010, Mon 4 - Tue 5 Oct 2010]
issued: 1 July 2010
hours: {am: 9:30-12:30, night: none, Mon 20 Sep: "10-13, 14:30-17:30", Wed 22 Sep am: none}
holidays: {Thu 23 Sep: National Day, 24 Sep: avoid}
services: {teams: {A: six, B: [en, fr]}, meetings a day: 3, pause: 0, weekly: 8,
           rooms: {red: {seats: 120}, C2: Room C2}}
forums:
  plenary: {title: {en: Plenary}, room: red}
  committee: {title: Committee, days: Tue 21 - Wed 22 Sep, hours: {am: 10-13},
              interpretation: as available, reserve: 10 min}
  drafting: {kind: drafting committee, days: Wed, hours: 19-22, interpretation: without}
meetings:
  Tue 21 am: {key: second-day, room: C2, reserve: 15 min}
  Fri 24 Sep night: {hours: 19-1, optional: yes, opens: to be announced}
  Fri 24 Sep pm: none
  committee Wed 22 Sep pm: {hours: "15-16:30", number: 4, follows: 2}
agenda:
  1: {is: opening, takes: 30 min}
  2: Adoption of the agenda
  3: {title: {en: Work}}
  3 (a): {takes: [60 min, 90 min], decision: yes, after: 2, not before: Tue 21 pm}
  3 (b): {takes: 2 meetings (1-3), forum: [plenary, committee], concluded by: Fri 24 Sep am, why: the minister leaves}
  4: {jointly with: 3 (b), title: Other}
  5: {is: report, whole: yes, at: Tue 5 Oct pm, prefers: [am, Tue 5 Oct],
      annotations: [One., {text: "It:", points: [a, b]}]}
entries:
  panel: {title: {en: Panel}, item: 3 (b), at: "Tue 21 Sep 15:00-16:30", firm: yes}
events:
  side: {title: Side event, at: "21 Sep 13:15-14:15", in: [feed]}
documents:
  E/2010/2: {item: 3 (a), issued: {"en, fr": 1 Aug 2010, zh: 3 Aug 2010}}
mandates: {1/4: {title: x, functions: [a;, b.]}}
participants:
  minister: {name: Minister, items: [3 (b)], can come: [Tue 21 Sep], zone: America/New_York, office hours: 9-17}
rules:
  - precedes: {earlier: 3 (a), later: 5, gap: 90 min, why: drafting}
  - agenda order: {items: "1, 2"}
  - in meetings: {item: 3(b), meetings: [Tue 21 am, Tue 21 Sep pm]}
  - within-windows: {item: 4, windows: [Mon 20 Sep, 4 Oct 10-12]}
  - no short part: {minutes: 20}
wishes:
  - heavy-apart: {items: "3 (a), 3 (b)"}
waives: holidays-free
weights: {dead time: 3}
organization:
  Mon 20 am: [1, 2, 3 (a)]
  Mon 20 pm: [3 (a), 3 (b), ...]
sequence: [3 (b), 3 (a)]
phrases: {zh: {time-hour: " {hour} x"}}
"""
