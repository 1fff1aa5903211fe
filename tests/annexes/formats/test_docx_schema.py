"""The order of children that ISO/IEC 29500 demands of the elements we write: Word refuses a file that breaks it."""

import io
import zipfile

import pytest
from lxml import etree

from tests.annexes.samples import LANGUAGES, annex, everything, hostile
from wgsched.annexes.formats import docx as word

RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
)
CELL = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers "
    "cellIns cellDel cellMerge tcPrChange"
)
SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
)
STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
SETTINGS = (
    "writeProtection view zoom removePersonalInformation defaultTabStop characterSpacingControl footnotePr endnotePr "
    "compat rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator"
)
ORDERS = {
    "rPr": RUN,
    "pPr": PARAGRAPH,
    "tblPr": TABLE,
    "tcPr": CELL,
    "sectPr": SECTION,
    "style": STYLE,
    "settings": SETTINGS,
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "p": "pPr r",
    "docDefaults": "rPrDefault pPrDefault",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "footnotePr": "pos numFmt numStart numRestart footnote",
}
# Headers and footers may stand in any order among themselves, but before all the rest.
SAME = {"headerReference": "footerReference"}


def disorder(content):
    """What stands where the schema does not allow it."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not name.startswith("word/") or name.endswith(".rels"):
                continue
            for element in etree.fromstring(archive.read(name)).iter():
                local = etree.QName(element).localname
                if local not in ORDERS:
                    continue
                order = ORDERS[local].split()
                children = [SAME.get(etree.QName(child).localname, etree.QName(child).localname) for child in element]
                unknown = [child for child in children if child not in order]
                if unknown or sorted(children, key=order.index) != children:
                    found.append((name, local, children))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_children_stand_in_the_order_of_the_schema(language):
    assert disorder(word.write([annex(language), everything(language), hostile(language)])) == []


def test_the_order_holds_after_a_template():
    first = word.write([everything("en")])
    assert disorder(word.write([everything("ar"), annex("en")], template=first)) == []


def test_a_wrong_order_is_noticed():
    whole = word.write([annex("en")])
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive, zipfile.ZipFile(broken, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(b"<w:b/><w:bCs/>", b"<w:bCs/><w:b/>"))
    assert disorder(broken.getvalue()) != []
