import pytest

from wgsched.model import Document


@pytest.mark.parametrize(
    ("symbol", "said", "written"),
    [
        ("A/C.1/79/L.1", None, True),
        ("L.1", None, True),
        ("CAC/COSP/2009/CRP.2", None, True),
        ("CRP.2", None, True),
        ("Non-paper 1", None, True),
        ("Nonpaper by the Chair", None, True),
        ("CAC/COSP/WG.2/2009/2", None, False),
        ("A/L.1", False, False),
        ("A/63/TRL.4", None, False),
        ("Aide-memoire", True, True),
    ],
)
def test_a_symbol_or_the_file_says_whether_a_document_is_written_in_the_session(symbol, said, written):
    assert Document(symbol, in_session=said).is_in_session is written
