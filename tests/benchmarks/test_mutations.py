"""What mutmut found is counted by who notices a change; changes to examples are left out."""

import json

from tests.benchmarks.mutations import main


def test_changes_are_counted_by_who_notices_them(tmp_path, capsys, monkeypatch):
    codes = {
        "wgsched.rules.a.words__mutmut_1": 1,
        "wgsched.rules.a.words__mutmut_2": 0,
        "wgsched.rules.a.post__mutmut_1": 37,
    }
    codes |= {"wgsched.rules.a.examples__mutmut_1": 0, "wgsched.preferences.b.cases__mutmut_1": 33}
    (tmp_path / "a.py.meta").write_text(json.dumps({"exit_code_by_key": codes}))
    monkeypatch.setattr("tests.benchmarks.mutations.MUTANTS", tmp_path)
    main()
    assert capsys.readouterr().out.splitlines()[2:] == [
        "| rules and preferences | 4 | 1 | 1 | 2 | 33.3 % |",
        "| feeds | 0 | 0 | 0 | 0 | - |",
        "| ledger | 0 | 0 | 0 | 0 | - |",
        "survived: wgsched.rules.a.words__mutmut_2",
        "no tests: wgsched.preferences.b.cases__mutmut_1",
    ]
