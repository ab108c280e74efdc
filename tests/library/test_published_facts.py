"""What the sources publish, held against the built-in sheets.

The table below was taken from the published documents and from nothing else. A sheet may say more
than it, as an assumption that is named; it may not say anything else. Where a fact can be seen in
the result of a procurement (a price formula, the decimals that are kept), it is looked for there,
so that it does not matter how the sheet writes it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

import pytest

import procscore
from procscore.formula import names
from procscore.model.criteria import CriteriaSheet
from procscore.model.scores import Check, Grades, Marks
from procscore.model.topics import PRICE_TOPICS
from procscore.names import key
from support import procurement, values

Parts = tuple[tuple[str, int], ...]
Tie = tuple[str, object]
"""`("higher", points of the criterion)`, `("lower", "price")`, `("lot", None)`, `("committee", None)`."""
Formula = Callable[[Fraction, Fraction, Fraction, Fraction], Fraction]
"""The price points from points, price, lowest price and estimate (基準額)."""


def lowest_ratio(points, price, lowest, estimate):
    """配点 × 最低価格 ÷ 提案価格."""
    return points * lowest / price


def from_estimate(points, price, lowest, estimate):
    """三重県: 400 × (1 − X / K)."""
    return points * (1 - price / estimate)


def from_lowest(points, price, lowest, estimate):
    """South Africa: Ps = 80 (1 − (Pt − Pmin) / Pmin)."""
    return points * (1 - (price - lowest) / lowest)


@dataclass(frozen=True)
class Facts:
    """What is published of a sheet; None and empty where it is not."""

    of: int | None
    """The points in all."""
    price: int | None
    """The points for the price."""
    parts: Parts
    """Parts of any level that the source names, with their points."""
    url: str
    title: str
    body: str | None = None
    """The authority; None where the source does not name it."""
    coverage: str = "excerpt"
    items: int | None = None
    """How many items there are in all, where all of them are published: then `parts` holds them."""
    share: int | None = None
    """The price's share in per cent, where only that is published."""
    formula: Formula | None = None
    round: tuple[int, str] | None = None
    """Decimals that are kept, and how."""
    rounded: tuple[str, ...] = ()
    """The parts that are rounded so."""
    ties: tuple[Tie, ...] = ()
    ties_end: bool = False
    """Whether the chain is published to its end."""
    aggregate: str | None = None
    by: str = "points"
    ceiling: bool = False
    """Whether it is published that a bid above the ceiling is out."""
    grades: tuple[int, ...] = ()
    """The worth of the grades, in per cent of the points."""
    minimums: tuple[tuple[str | None, Fraction | None], ...] = ()
    """(part, least share of its points); None for the total, and for a share that is not published."""
    check: str | None = None
    """How many evaluators fail a mandatory item that excludes (`any`, `majority`)."""
    stages: int = 0
    carry_over: bool | None = None
    not_published: tuple[str, ...] = ()
    """What the source leaves open, and the sheet therefore has to name as an assumption."""


EXPY = "https://expydoc.com/doc/"
FIVE = (100, 75, 50, 25, 0)
NEVER_ZERO = (100, 80, 60, 40, 20)

FACTS = {
    "fukui-sakai": Facts(
        1000,
        200,
        (
            ("企画提案書評価(プレゼンを含む)", 400),
            ("デモ評価", 400),
            ("1. 提案主旨", 85),
            ("国や自治体のICT構築動向やICT市場に関する理解度", 10),
            ("自治体の財政状況に関する理解度", 10),
            ("ICTのコスト構造やトータルコストについての考え方", 20),
            (
                "ASP型サービスへの取り組み状況や将来性を見据えた柔軟性、拡張性維持の考え方",
                10,
            ),
            ("ICTが業務の最適化に効果を発揮するための条件・考え方", 15),
            ("提案採用時のメリット", 20),
            ("2. 会社概要", 50),
            ("組織、体制の優位性", 20),
            ("自治体に対する事業内容の特長", 10),
            ("IDC設備、認証・取得資格による品質保証", 20),
            ("3. 提案システム", 90),
            ("提案サービスの導入実績", 20),
            ("提案サービスの範囲、パッケージシステムの特長", 20),
            ("業務分析、パッケージ適用手法", 20),
            ("機能維持、法令・制度改正への対応", 20),
            ("保守作業、障害対応", 10),
        ),
        "",
        "総合行政情報システム調達 審査基準書",
        "福井坂井地区広域市町村圏事務組合(あわら市、坂井市、永平寺町)",
        not_published=("price", "aggregate", "ties", "minimums", "marks"),
    ),
    "lcc-800-200": Facts(
        1000,
        200,
        (("技術点", 800), ("機能要件", 600), ("非機能要件", 200), ("価格点", 200)),
        EXPY + "7948229/",
        "別紙8 評価基準書 (優先交渉権者の選考について)",
        round=(0, "half-up"),
        rounded=("機能要件", "非機能要件", "価格点"),
        ties=(("higher", 800),),
        ceiling=True,
        check="any",
        not_published=("price", "aggregate"),
    ),
    "bunsho-800-200": Facts(
        1000,
        200,
        (("提案評価点", 800), ("価格評価点", 200)),
        EXPY + "7730926/",
        "文書管理システム賃貸借に関する優先交渉先選考基準",
        formula=lowest_ratio,
        grades=FIVE,
        not_published=("aggregate", "ties"),
    ),
    "machiai-300-500-200": Facts(
        1000,
        200,
        (("提案評価点", 300), ("パッケージ評価点", 500), ("価格評価点", 200)),
        EXPY + "7731316/",
        "(別紙6)市民課待合インフォメーションシステム賃貸借に関する優先交渉先選考基準",
        stages=2,
        carry_over=True,
        not_published=("price", "aggregate", "ties"),
    ),
    "izunokuni-koumu": Facts(
        1000,
        500,
        (
            ("技能評価点数", 500),
            ("企画提案書及びプレゼンテーション", 400),
            ("システム機能一覧表", 100),
            ("価格評価点数(総費用)", 500),
        ),
        EXPY + "10301369/",
        "伊豆の国市校務支援システム構築業務に係るプロポーザル評価基準書",
        "伊豆の国市",
        round=(0, "half-up"),
        rounded=("企画提案書及びプレゼンテーション",),
        aggregate="mean",
        not_published=("price", "ties"),
    ),
    "kikan-250": Facts(
        250,
        75,
        (("技術点", 125), ("価格点", 75), ("操作点", 50)),
        EXPY + "10038048/",
        "「情報システム更新・運用業務(基幹業務系)」に係る優先交渉権者選考方法について",
        ties=(("higher", 125), ("lot", None)),
        ties_end=True,
        ceiling=True,
        grades=(100, 80, 60, 40, 20, 0),
        not_published=("price", "aggregate"),
    ),
    "mie-800-400": Facts(
        1200,
        400,
        (("技術評価点", 800), ("価格評価点", 400)),
        EXPY + "11496512/",
        "資料3 落札候補者決定基準",
        "三重県",
        formula=from_estimate,
        round=(2, "half-up"),
        rounded=("価格評価点",),
        ties=(("higher", 800), ("lot", None)),
        ties_end=True,
        not_published=("aggregate",),
    ),
    "osaka-edu-ninsho": Facts(
        2000,
        1000,
        (("技術点", 1000), ("項目評価点", 900), ("ハード評価点", 100), ("価格点", 1000)),
        EXPY + "8745680/",
        "資料5 落札者決定基準 統合認証システム構築業務委託",
        "大阪市教育委員会",
        round=(1, "half-up"),
        rounded=("項目評価点", "ハード評価点", "価格点"),
        ties=(("higher", 1000),),
        not_published=("price", "aggregate", "ties"),
    ),
    "okayama-gis": Facts(
        900,
        300,
        (("内容評価点", 600), ("価格評価点", 300)),
        EXPY + "8901537/",
        "おかやま全県統合型GIS更新事業 落札者決定基準",
        "岡山県",
        round=(1, "down"),
        rounded=("内容評価点", "価格評価点"),
        ties=(("higher", 600), ("lower", "price"), ("lot", None)),
        ties_end=True,
        not_published=("price", "aggregate"),
    ),
    "sapporo-kenchiku": Facts(
        570,
        150,
        (("提案評価点", 420), ("入札価格評価点", 150)),
        EXPY + "8042514/",
        "建築行政業務支援システム再構築業務 落札者決定基準書",
        "札幌市都市局",
        round=(1, "half-up"),
        rounded=("提案評価点", "入札価格評価点"),
        ties=(("higher", 420), ("lot", ("price",))),
        not_published=("price", "aggregate", "ties"),
    ),
    "cms-300-700": Facts(
        1000,
        100,
        (
            ("第1次審査", 300),
            ("基準点", 200),
            ("価格点", 100),
            ("第2次審査", 700),
            ("提案評価", 200),
            ("プレゼンテーション", 500),
        ),
        EXPY + "10315547/",
        "(別紙2-1) 評価方法について (CMS)",
        formula=lowest_ratio,
        aggregate="mean",
        not_published=("ties",),
    ),
    "uki-denshi-nohin": Facts(
        100,
        20,
        (("技術点 提案書", 45), ("技術点 機能要件", 35), ("価格点 見積書", 20)),
        EXPY + "10315570/",
        "宇城市電子納品管理システム導入業務委託業者選定評価基準",
        "宇城市",
        formula=lowest_ratio,
        round=(1, "half-up"),
        rounded=("価格点 見積書",),
        not_published=("aggregate", "ties"),
    ),
    "senkyo": Facts(
        100,
        25,
        (("仕様点", 40), ("提案点", 25), ("評価点 (プレゼンテーション)", 10), ("価格点", 25)),
        EXPY + "11643857/",
        "審査及び評価対象について (選挙システム)",
        check="any",
        not_published=("price", "aggregate", "ties"),
    ),
    "kyoto-portal": Facts(
        1010,
        100,
        (("価格点", 100), ("開発業務", 70), ("保守業務", 30), ("機能点", 910)),
        EXPY + "7512914/",
        "「京都市ポータルアプリ業務委託」に係る提案評価要領",
        "京都市",
        formula=lowest_ratio,
        round=(0, "half-up"),
        rounded=("開発業務", "保守業務"),
        aggregate="mean",
        ceiling=True,
        minimums=(("機能点", Fraction(0)),),
        not_published=("ties",),
    ),
    "arita-library": Facts(
        None,
        200,
        (
            ("一次審査", 200),
            ("二次審査", 300),
            ("イニシャルコスト及びランニングコスト", 200),
            ("デザイン", 20),
            ("機能内容", 100),
            ("操作性", 30),
            ("障害時の復旧対策", 20),
            ("保守・サポート", 50),
            ("セキュリティ", 20),
            ("研修内容", 20),
            ("内容及び質疑応答 (プレゼンテーション)", 10),
            ("意欲・熱意", 10),
            ("その他", 20),
        ),
        EXPY + "8873126/",
        "有田町図書システム再構築業務 優先事業者選定評価基準",
        "有田町",
        coverage="complete",
        items=11,
        aggregate="mean",
        grades=NEVER_ZERO,
        stages=2,
        not_published=("price", "ties", "carry-over"),
    ),
    "wako-gym": Facts(
        100,
        None,
        (
            ("1 指定管理者としての適正", 30),
            ("施設の管理運営に対する理念、基本方針", 10),
            ("安定的な人的基盤や財政基盤", 10),
            ("実績や経験など", 10),
            ("2 管理運営計画の有効性", 30),
            ("施設の設置目的の達成に向けた取組", 15),
            ("利用者の満足向上", 15),
            ("3 管理運営計画の効率性", 10),
            ("指定管理業務に係る費用", 5),
            ("収入の増加に向けた創意工夫", 5),
            ("4 適正性", 10),
            ("管理運営体制など", 5),
            ("平等利用、安全対策、危機管理体制など", 5),
            ("5 施設の特性に関する事項", 20),
            ("施設の特性に関する事項", 20),
        ),
        EXPY + "10219315/",
        "和光市総合体育館指定管理者選定委員会の選定結果 (評価項目及び配点)",
        "和光市",
        coverage="complete",
        items=10,
        aggregate="mean",
        minimums=((None, Fraction(70, 100)),),
        not_published=("ties",),
    ),
    "weights-at-n": Facts(
        100,
        5,
        (
            ("本業務と同様業務の実績", 20),
            ("業務遂行能力(実施体制)", 10),
            ("総合的な視点、実施方針", 20),
            ("業務運営支援体制 / スケジュール", 10),
            ("具体性", 25),
            ("取組意欲", 10),
            ("見積金額(参考見積書)", 5),
        ),
        EXPY + "10314393/",
        "別紙1 業務委託に係るプロポーザル審査基準",
        coverage="complete",
        items=7,
        ties=(("lower", "price"),),
        grades=(100, 80, 60, 20, 0),
        not_published=("aggregate",),
    ),
    "miyagi-nofuku": Facts(
        100,
        10,
        (
            ("①基本的事項について", 25),
            ("②農福連携調査事業について", 25),
            ("③農福連携の普及・啓発事業について", 25),
            ("④金額(見積価格)について", 10),
            ("⑤総合評価について", 15),
        ),
        EXPY + "10831224/",
        "みやぎの農福連携推進調査事業業務委託に係る企画提案審査要領",
        "宮城県",
        coverage="complete",
        items=5,
        ties=(("committee", None),),
        ties_end=True,
        by="rank-sum",
        grades=NEVER_ZERO,
    ),
    "nagasaki-suisan": Facts(
        200,
        100,
        (("①事業内容及び実施方法", 90), ("②事業実施主体の適格性", 10), ("価格評価点", 100)),
        EXPY + "7750129/",
        "「長崎県水産業振興基本計画」デザイン・印刷等業務委託に係る落札者決定基準",
        "長崎県",
        aggregate="mean",
        check="majority",
        not_published=("price", "ties"),
    ),
    "fujisawa-bochi": Facts(
        600,
        100,
        (("選考委員等の評価点", 500), ("見積金額の評価点", 100)),
        EXPY + "12009943/",
        "墓地管理統合システム選考委員会審査要領",
        "藤沢市",
        ceiling=True,
        not_published=("price", "aggregate", "ties"),
    ),
    "adb-qcbs": Facts(
        None,
        None,
        (),
        "",
        "",
        "Asian Development Bank",
        share=20,
        formula=lowest_ratio,
        minimums=(("Technical score (of 1,000)", Fraction(750, 1000)),),
        not_published=("aggregate", "ties"),
    ),
    "world-bank-qcbs": Facts(
        None,
        None,
        (),
        "",
        "",
        "World Bank",
        coverage="illustrative",
        formula=lowest_ratio,
        minimums=(("Technical score (St)", None),),
        not_published=("aggregate", "ties"),
    ),
    "za-80-20": Facts(
        100,
        80,
        (),
        "",
        "",
        "South Africa",
        formula=from_lowest,
        round=(2, "half-up"),
        ties=(("higher", 20), ("lot", None)),
        ties_end=True,
        not_published=("clamp",),
    ),
}
"""By id. The mode of South Africa's rounding is the usual one: only the decimals are published."""
KYOTO_LEAST = Fraction(-300)
IN_WORDS = {
    "price": ("算式",),
    "aggregate": ("集計", "平均"),
    "ties": ("同点", "同じ"),
    "minimums": ("最低基準", "下限"),
    "marks": ("採点方法",),
    "carry-over": ("加え",),
    "clamp": ("下限",),
}
"""By what an assumption about a rule is known: it holds one of these words."""


@cache
def sheet_of(sheet: str) -> CriteriaSheet:
    """Return a built-in sheet."""
    return procscore.load_criteria(sheet)


@cache
def scored(sheet: str):
    """Return the invented procurement of a built-in sheet, and its evaluation."""
    invented = procurement.invent(sheet_of(sheet))
    return invented, evaluated(invented)


def evaluated(invented):
    """Return the evaluation of an invented procurement, without a workbook."""
    return values.evaluate(
        invented.sheet,
        invented.vendors,
        evaluators=invented.evaluators,
        panels=invented.evaluators,
        ceilings=invented.ceilings,
        own_ranks=invented.own_ranks,
        **invented.figures,
    )


def called(sheet: CriteriaSheet, name: str, points: int | None = None):
    """Return the criteria that are called so, whatever the spaces are, or by their points."""
    return [
        each
        for _, each in sheet.walk()
        if key(each.name) == key(name) and points in (None, each.worth)
    ]


def facts(which: Callable[[Facts], object] = lambda _: True):
    """Parametrize by the sheets of which something is published."""
    chosen = [pytest.param(each, id=each) for each in FACTS if which(FACTS[each])]
    return pytest.mark.parametrize("sheet", chosen)


@facts()
def test_points_are_the_published_ones(sheet):
    published, built = FACTS[sheet], sheet_of(sheet)
    if published.of is not None:
        assert built.points == published.of
    missing = [part for part in published.parts if not called(built, *part)]
    assert missing == []
    priced = sum(leaf.points for leaf in built.leaves if leaf.topic in PRICE_TOPICS)
    if published.price is not None:
        assert priced == published.price
    if published.share is not None:
        assert price_points(built) * 100 == published.share * built.points


@facts(lambda each: each.items)
def test_all_items_are_there_and_no_other(sheet):
    published = FACTS[sheet]
    leaves = [leaf for leaf in sheet_of(sheet).leaves if leaf.points]
    assert len(leaves) == published.items
    known = {(key(name), points) for name, points in published.parts}
    assert [leaf for leaf in leaves if (key(leaf.criterion.name), leaf.points) not in known] == []


@facts()
def test_source_and_coverage_are_the_published_ones(sheet):
    published, built = FACTS[sheet], sheet_of(sheet)
    assert built.source.coverage == published.coverage
    assert (built.source.url or "") == published.url
    assert built.authority == published.body
    assert key(published.title) in ("", key(built.title))


def price_points(built):
    """Return the points for the price as they count in the total."""
    return sum(
        top.worth
        for top in built.criteria
        if all(leaf.topic in PRICE_TOPICS for leaf in built.leaves if leaf.id in top.ids)
    )


@facts(lambda each: each.formula)
def test_prices_score_by_the_published_formula(sheet):
    published = FACTS[sheet]
    invented, result = scored(sheet)
    assert invented.sheet.price_leaves
    for leaf in invented.sheet.price_leaves:
        prices = {
            each: procurement.amounts(invented.sheet, entry)[leaf.score.amount]
            for each, entry in invented.vendors.items()
        }
        assert len(set(prices.values())) == len(prices)
        for vendor, price in prices.items():
            exact = published.formula(
                leaf.points, price, min(prices.values()), invented.figures.get("estimate")
            )
            points = next(s for s in result.vendor(vendor).walk() if s.criterion == leaf.id).points
            if published.round is None:
                assert points == exact
            else:
                half = Fraction(1, 2 * 10 ** published.round[0])
                assert abs(points - exact) <= half


@facts(lambda each: each.round)
def test_points_are_rounded_as_published(sheet):
    published = FACTS[sheet]
    places, mode = published.round
    invented, result = scored(sheet)
    built = invented.sheet
    parts = published.rounded or tuple(leaf.criterion.name for leaf in built.price_leaves)
    for name in parts:
        (criterion,) = called(built, name)
        inside = [leaf for leaf in built.leaves if leaf.id in criterion.ids]
        for each in result.vendors:
            points = next(s for s in each.walk() if s.criterion == criterion.id).points
            assert points * 10**places % 1 == 0
        stated = {rounding for leaf in inside for rounding in roundings(built, criterion, leaf)}
        assert (places, mode) in stated
        assert {each for each in stated if each != (places, mode)} == set()


def roundings(built, criterion, leaf):
    """Give the roundings that a criterion, a leaf inside it, and who marks that leaf state."""
    rules = built.rules_of(leaf.panel)
    stated = [getattr(leaf.score, "round", None), criterion.rescale and criterion.rescale.round]
    if leaf.marked_by == "panel" and stated[0] is None:
        stated.append(rules.round)
    return {(each.places, each.mode) for each in stated if each}


@facts(lambda each: each.ties)
def test_ties_are_broken_as_published(sheet):
    published, built = FACTS[sheet], sheet_of(sheet)
    chain = [step_of(built, step) for step in built.ranking.ties]
    assert chain[: len(published.ties)] == list(published.ties)
    if published.ties_end:
        assert len(chain) == len(published.ties)


def step_of(built, step):
    """Return a step of a chain as the table writes it."""
    if step.rule == "higher":
        return "higher", sum(built.by_id[name].worth for name in step.names)
    if step.rule == "lower":
        assert set(step.names) <= built.amounts.keys()
        return "lower", "price"
    if step.lot and step.lot.if_equal:
        amounts = [each for each in step.lot.if_equal if each in built.amounts]
        return "lot", ("price",) * len(amounts)
    return step.rule, None


@facts()
def test_marks_become_one_score_as_published(sheet):
    published, built = FACTS[sheet], sheet_of(sheet)
    assert built.ranking.by == published.by
    if published.by == "rank-sum":
        assert built.ranking.evaluator_ranks == "distinct"
    if published.aggregate is not None:
        panels = [built.rules_of(each) for each in built.marking_panels]
        assert {each.aggregate for each in panels} == {published.aggregate}


@facts(lambda each: each.ceiling)
def test_a_bid_above_the_ceiling_is_out_where_that_is_published(sheet):
    rule = sheet_of(sheet).eligibility.ceiling
    assert set(rule.values() if isinstance(rule, dict) else [rule]) == {"exclude"}


@facts(lambda each: each.grades)
def test_marks_are_worth_what_is_published(sheet):
    published, built = FACTS[sheet], sheet_of(sheet)
    graded = [
        leaf
        for leaf in built.leaves
        if isinstance(leaf.score, Marks | Grades) and leaf.marked_by == "panel"
    ]
    worths = set()
    for leaf in graded:
        known = procurement.choices(built, leaf)
        shares = {
            procurement.mark_value(built, leaf, text) / procurement.full(leaf) for text in known
        }
        worths.add(tuple(sorted((100 * share for share in shares), reverse=True)))
    assert worths == {published.grades}


@facts(lambda each: each.minimums)
def test_minimums_are_the_published_ones(sheet):
    published, built = FACTS[sheet], sheet_of(sheet)
    assert len(built.all_minimums) == len(published.minimums)
    for (part, share), (_, minimum) in zip(published.minimums, built.all_minimums, strict=True):
        assert minimum.each_of is minimum.excluding is minimum.evaluators is None
        about = built.by_id.get(minimum.criterion)
        assert (about and about.name) == part
        of = about.worth if about else built.points
        given = minimum.at_least.of(of) / of
        if share is not None:
            assert given == share
        ids = about.ids if about else built.by_id.keys()
        exactly, below = (with_share(sheet, ids, given, less=each) for each in (0, Fraction(1, 4)))
        assert exactly.vendor("A社").rank is not None
        assert [each.rule for each in below.vendor("A社").exclusions] == ["minimum"]
        # Whoever is out has no price that others are measured by.
        for leaf in built.price_leaves:
            assert (
                points_of(exactly, "C社", leaf.id) < points_of(below, "C社", leaf.id) == leaf.points
            )


def with_share(sheet, ids, share, *, less):
    """Evaluate with A社 cheapest, and its marks at a share of the points of `ids`, or a little less."""
    invented, _ = scored(sheet)
    entry = dict(invented.vendors["A社"])
    leaves = [leaf for leaf in invented.sheet.leaves if leaf.id in ids and leaf.totalled]
    for number, leaf in enumerate(leaves):
        mark = share * procurement.full(leaf) - (less if number == 0 else 0)
        entry[leaf.id] = dict.fromkeys(entry[leaf.id], mark)
    entry |= {each: entry[each] * Fraction(9, 10) for each in invented.sheet.quoted}
    return evaluated(replace(invented, vendors={**invented.vendors, "A社": entry}))


def points_of(result, vendor, criterion):
    """Return a vendor's points of a criterion."""
    return next(s for s in result.vendor(vendor).walk() if s.criterion == criterion).points


@facts(lambda each: not each.minimums)
def test_no_minimum_is_made_up(sheet):
    assert sheet_of(sheet).all_minimums == ()


@facts(lambda each: each.check)
def test_what_must_be_met_excludes_as_published(sheet):
    checks = [leaf.score for leaf in sheet_of(sheet).leaves if isinstance(leaf.score, Check)]
    excluding = {
        each.votes if each.by == "panel" else "any" for each in checks if each.fail == "exclude"
    }
    assert excluding == {FACTS[sheet].check}


@facts()
def test_stages_are_the_published_ones(sheet):
    published, built = FACTS[sheet], sheet_of(sheet)
    if published.stages:
        assert len(built.stages) == published.stages
    if published.carry_over is not None:
        assert built.stages[-1].carry_over is published.carry_over


@facts(lambda each: each.not_published)
def test_what_is_not_published_is_an_assumption_or_left_to_the_default(sheet):
    built = sheet_of(sheet)
    assumptions = [each.ja for each in built.assumptions]
    panels = [built.rules_of(each) for each in built.marking_panels]
    left_open = {
        "aggregate": not any("aggregate" in each.model_fields_set for each in panels),
        "ties": "ties" not in built.ranking.model_fields_set,
    }
    for rule in FACTS[sheet].not_published:
        named = any(word in text for text in assumptions for word in IN_WORDS[rule])
        # What the sheet does not state either is named with every result: see `scoring.assumptions`.
        assert named or left_open.get(rule), rule


def test_kyoto_functions_may_be_negative_and_a_veto_of_all_excludes():
    built = sheet_of("kyoto-portal")
    (functions,) = called(built, "機能点")
    leaves = [leaf for leaf in built.leaves if leaf.id in functions.ids]
    assert sum(built.point_range(leaf)[0] for leaf in leaves) == KYOTO_LEAST
    (veto,) = [leaf for leaf in built.leaves if isinstance(leaf.score, Check)]
    assert "-3" in veto.criterion.name
    assert veto.score.fail == "exclude"


def test_cms_basic_points_are_never_below_zero_and_count_as_published():
    built = sheet_of("cms-300-700")
    (basic,) = called(built, "基準点")
    invented, _ = scored("cms-300-700")
    counts = {"yes_plain": 100, "no_plain": 10, "yes_key": 20, "no_key": 5}
    hopeless = {"yes_plain": 10, "no_plain": 10, "yes_key": 0, "no_key": 5}
    vendors = dict(invented.vendors)
    vendors["A社"] = {**vendors["A社"], **counts}
    vendors["B社"] = {**vendors["B社"], **hopeless}
    result = evaluated(replace(invented, vendors=vendors))
    assert points_of(result, "A社", basic.id) == 100 - 2 * 10 + (1 + 2) * 20 - (2 + 5) * 5
    assert points_of(result, "B社", basic.id) == 0
    assert result.vendor("B社").rank is not None


def test_nagasaki_technical_points_are_the_basic_and_the_added_ones():
    built = sheet_of("nagasaki-suisan")
    technical = sum(leaf.points for leaf in built.leaves if leaf.topic not in PRICE_TOPICS)
    assert technical == 15 + 85
    assert any("15点" in each.ja and "85点" in each.ja for each in built.assumptions)


def test_the_price_is_what_is_published():
    mie = sheet_of("mie-800-400")
    assert len(mie.quoted) == 7
    assert {each.tax for each in mie.amounts.values()} == {"excluded"}
    assert mie.amounts[mie.main_amount].formula.text.count("fy") == 7
    for sheet, years in (("arita-library", "5年"), ("senkyo", "10年")):
        built = sheet_of(sheet)
        assert built.amounts[built.main_amount].term == years
        assert set(names(built.amounts[built.main_amount].formula)) == set(built.quoted)
        assert len(built.quoted) == 2


def test_weights_are_what_one_point_of_a_mark_is_worth():
    weights = [leaf.criterion.weight for leaf in sheet_of("weights-at-n").leaves]
    assert weights == [4, 2, 4, 2, 5, 2, 1]


def test_world_bank_items_are_within_the_published_ranges():
    ranges = {
        "Experience": (5, 10),
        "Methodology": (20, 50),
        "Key personnel": (30, 60),
        "Knowledge transfer": (0, 10),
        "Nationals": (0, 10),
    }
    built = sheet_of("world-bank-qcbs")
    items = {leaf.criterion.name: leaf.points for leaf in built.leaves if leaf.totalled}
    assert items.keys() == ranges.keys()
    for name, (least, most) in ranges.items():
        assert least <= items[name] <= most
    assert sum(items.values()) == 100


def test_arita_counts_what_its_total_prints():
    _, result = scored("arita-library")
    assert {each.of for each in result.vendors} == {300}
