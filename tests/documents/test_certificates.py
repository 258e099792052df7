"""Certificates: words, numbers, room for the seal, names of every kind."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exam.documents import certificates, fonts
from exam.documents.certificate_data import Certificate, CertificateStyle, certificates_of, check_code, style_of
from exam.documents.certificates import certificates_pdf, layout
from exam.documents.ink import Ink
from exam.errors import Cancelled, InvalidInput
from exam.progress import Progress
from tests.documents import sample

STYLE = CertificateStyle("服务技能大赛暨全员大比武", 2026, "江城市电信有限公司竞赛办公室", "2026-11-22")
LONGEST = "阿卜杜拉·" + "买买提·" * 11 + "𬭎"
ONE = Certificate("individual", "张三", "江岸区分公司", "个人一等奖", "FWDS〔2026〕个-001")
MM = 72 / 25.4


def words(*many: Certificate, style: CertificateStyle = STYLE) -> list[str]:
    pdf = PdfReader(BytesIO(certificates_pdf(list(many), style)))
    return [page.extract_text().replace("\n", "").replace("\u3000", " ") for page in pdf.pages]


def test_that_a_certificate_says_what_it_must():
    (page,) = words(ONE)
    for part in (
        "荣誉证书",
        "张 三同志：",
        "在2026年服务技能大赛暨全员大比武精英决赛（个人赛）中成绩优异，荣获",
        "个人一等奖",
        "特发此证，以资鼓励。",
        "江城市电信有限公司竞赛办公室",
        "二〇二六年十一月二十二日",
        "FWDS〔2026〕个-001",
        check_code(ONE, STYLE),
    ):
        assert part in page, part


def test_that_a_page_lies_on_a4():
    page = PdfReader(BytesIO(certificates_pdf([ONE], STYLE))).pages[0]
    assert [round(float(value) / MM) for value in page.mediabox] == [0, 0, 297, 210]


def test_that_teams_and_titles_have_their_own_words():
    team, title = words(
        Certificate("team", "江岸区分公司", "江岸区分公司", "团体一等奖", to_unit=True),
        Certificate("title", "李𫟹", "江岸区分公司", "业务能手"),
    )
    assert "江岸区分公司：" in team
    assert "团体赛" in team
    assert "同志" not in team
    assert "被授予" in title
    assert "“业务能手”称号" in title
    assert "李 𫟹同志：" in title


@pytest.mark.parametrize(
    "name", [LONGEST, "阿卜杜拉·买买提", "张𬭎", "王𬱖", "欧阳堃", "赵䶮", "<b>张</b>&amp;", "O'Neill"]
)
def test_that_every_name_prints_as_it_is(name):
    (page,) = words(replace(ONE, name=name))
    assert name.replace(" ", "") in page.replace(" ", "")


def test_that_a_name_without_a_glyph_stops_the_print():
    with pytest.raises(InvalidInput, match="王\ue000"):
        certificates_pdf([ONE, replace(ONE, name="王\ue000")], STYLE)


def drawn(
    monkeypatch, one: Certificate, style: CertificateStyle = STYLE
) -> list[tuple[str, float, float, float, float]]:
    """Text, left, right, bottom, top of everything written, in mm from the lower left."""
    found = []
    text = Ink.text

    def record(self, x, y, shown, font, size, colour=(0, 0, 0), *, align="left", spacing=0.0, bolder=0.0):
        wide = fonts.width(shown, font, size) + spacing * max(len(shown) - 1, 0)
        left = x - {"left": 0, "center": wide / 2, "right": wide}[align]
        found.append((shown, left / MM, (left + wide) / MM, (y - size * 0.15) / MM, (y + size * 0.88) / MM))
        text(self, x, y, shown, font, size, colour, align=align, spacing=spacing, bolder=bolder)

    monkeypatch.setattr(Ink, "text", record)
    certificates_pdf([one], style)
    return found


HARD = Certificate(
    "title", LONGEST, "江岸区分公司", "年度最佳服务体验大使与优秀窗口服务标兵" * 2, "FWDS〔2026〕个-00001",
    reason="在2026年服务质量提升专项行动中主动担当、热情服务，客户满意度名列前茅，受到广泛好评，为公司赢得了荣誉" * 2,
)  # fmt: skip


@pytest.mark.parametrize("one", [ONE, HARD, replace(ONE, name="", to_unit=True), replace(ONE, number="")])
@pytest.mark.parametrize("issuer", [STYLE.issuer, "江城市信息通信行业职工服务技能大赛暨全员大比武组织委员会办公室"])
def test_that_the_circle_for_the_seal_stays_clear(monkeypatch, one, issuer):
    place = layout()["seal"]
    x, y, radius = place["x"], 210 - place["y"], place["diameter"] / 2
    assert place["diameter"] >= 45
    inside = []
    for shown, left, right, bottom, top in drawn(monkeypatch, one, replace(STYLE, issuer=issuer)):
        nearest_x, nearest_y = min(max(x, left), right), min(max(y, bottom), top)
        if (nearest_x - x) ** 2 + (nearest_y - y) ** 2 < radius**2:
            inside.append(shown)
    assert "".join(inside) in (f"{issuer}二〇二六年十一月二十二日", issuer[::-1] + "二〇二六年十一月二十二日") or set(
        "".join(inside)
    ) <= set(issuer + "二〇二六年十一月二十二日")
    assert "二〇二六年十一月二十二日" in inside


def test_that_the_circle_for_the_seal_stays_clear_in_english(monkeypatch):
    place = layout()["seal"]
    x, y, radius = place["x"], 210 - place["y"], place["diameter"] / 2
    style = replace(STYLE, issuer="Jiangcheng Sample Telecom, competition office", language="en")
    inside = {
        shown
        for shown, left, right, bottom, top in drawn(monkeypatch, ONE, style)
        if (min(max(x, left), right) - x) ** 2 + (min(max(y, bottom), top) - y) ** 2 < radius**2
    }
    assert inside == {style.issuer, "22 November 2026"}


@pytest.mark.parametrize("one", [ONE, HARD])
def test_that_nothing_leaves_the_frame_or_overlaps(monkeypatch, one):
    boxes = [box for box in drawn(monkeypatch, one) if box[0].strip()]
    for shown, left, right, bottom, top in boxes:
        assert left > 20, shown
        assert right < 277, shown
        assert bottom > 20, shown
        assert top < 190, shown
    for at, (shown, left, right, bottom, top) in enumerate(boxes):
        for other, other_left, other_right, other_bottom, other_top in boxes[at + 1 :]:
            apart = right <= other_left or other_right <= left or top <= other_bottom + 0.6 or other_top <= bottom + 0.6
            assert apart, (shown, other)


def test_that_cancelling_stops_the_print():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        certificates_pdf([ONE], STYLE, progress)


def test_that_the_same_words_give_the_same_code_and_others_another():
    assert check_code(ONE, STYLE) == check_code(ONE, STYLE)
    for changed in (replace(ONE, name="张四"), replace(ONE, number="2"), replace(ONE, award="二")):
        assert check_code(changed, STYLE) != check_code(ONE, STYLE)
    assert check_code(replace(ONE, name="ab", unit="c"), STYLE) != check_code(replace(ONE, name="a", unit="bc"), STYLE)


def test_that_a_draft_is_marked():
    (page,) = words(ONE, style=replace(STYLE, draft=True))
    assert "草稿" in page
    assert "草稿" not in words(ONE)[0]


def test_that_the_awards_of_the_results_become_certificates():
    snapshot = sample.snapshot(None)
    many = certificates_of(snapshot)
    assert [one.number for one in many] == [award.certificate_number for award in snapshot.awards]
    assert {one.kind for one in many} == {"team", "individual", "organisation", "title"}
    assert style_of(snapshot, "2026-11-22").draft
    assert not style_of(sample.snapshot(3), "2026-11-22").draft


def test_that_english_certificates_are_english():
    (page,) = words(ONE, style=replace(STYLE, language="en", competition="Service Skills Contest", issuer="The Office"))
    assert "Certificate of Honour" in page
    assert "22 November 2026" in page
    assert "荣获" not in page


def test_that_a_thousand_pages_share_their_art():
    small, large = (len(certificates_pdf([ONE] * count, STYLE)) for count in (1, 101))
    assert (large - small) / 100 < 3000
    assert certificates.background_pdf(STYLE).startswith(b"%PDF")
