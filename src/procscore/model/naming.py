"""Who is called what in texts: vendors, evaluators, and what anybody may read."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from procscore.model.bids import Evaluator, Vendor
from procscore.model.name_finder import Naming
from procscore.model.result import Evaluation
from procscore.names import key

_LEGAL_FORMS = (
    "(?:(?:公益|-般)?(?:社団|財団)|社会福祉|特定非営利活動|npo|医療|学校)法人"
    "|(?:株式|有限|合同|合資|合名)会社|(?:事業)?協同組合|(?:特定建設工事)?共同企業体"
)
_LATIN_FORMS = r"(?:,? ?(?<![a-z])(?:co|company|inc|corp|corporation|ltd|limited|llc|plc|gmbh)\.?)+"
_LEGAL_FORM = re.compile(rf"^(?:{_LEGAL_FORMS})|(?:{_LEGAL_FORMS})$|{_LATIN_FORMS}$")
"""At either end of a name whose words are spelt as `names.key` spells them: 一般 is -般."""
_FORM_WITHIN = re.compile(
    rf"{_LEGAL_FORMS}"
    r"|(?:,? co\.?)?,? (?:inc|corp|corporation|ltd|limited|llc|plc|gmbh)\.?(?= )"  # company is a word
)
_REGIONS = (
    "北海道|東北|関東|首都圏|甲信越|信越|北陸|東海|中部|近畿|関西|中国|四国|九州|沖縄|東日本|中日本|西日本"
    "|青森|岩手|宮城|仙台|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|横浜|新潟|富山|石川|金沢|福井"
    "|山梨|長野|岐阜|静岡|愛知|名古屋|三重|滋賀|京都|大阪|兵庫|神戸|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島"
    "|香川|高松|愛媛|松山|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島"
)
_BRANCH = re.compile(
    rf"(?: \S*?|{_REGIONS})?(?:第\d+)?"
    r"(?:支社|支店|支部|支所|営業所|営業部|本社|本店|本部|事業所|事業本部|事業部|出張所)$"
    r"|(?: \S+)? (?:branch|office|division)$"
)
"""Which part of a firm bids: of a place that stands apart, or that anybody knows for one."""
_IN_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_SHORTEST_STEM = 2
_FIGURE = re.compile(r"\d{1,4}|[\d,]+\.\d+|\d[\d,.]*%")
"""Counts, points, years and shares: far more often than somebody's id."""
_NUMBER = ("番号", "コード", "no.", "no", "number", "code")
_OF_VENDORS = (*_NUMBER, "提案者", "応募者", "参加者", "業者", "vendor", "bidder", "tenderer")
_OF_EVALUATORS = (*_NUMBER, "委員", "審査員", "evaluator", "member")
"""Words behind which a figure is an id."""
_HONORIFICS = ("氏", "先生", "さん", "様", "殿", "-san", "san")
_TITLES_ON_PANELS = """
    部長 次長 課長 係長 局長 室長 所長 館長 署長 班長 院長 園長 校長 学長 部会長 課長補佐 参事 参与 主幹 主任 主査 主事
    理事長 理事 監事 監査委員 会長 副会長 社長 副社長 専務 常務 取締役 委員長 副委員長 委員 審査員 議長 議員 市長 副市長
    町長 副町長 村長 副村長 区長 副区長 知事 副知事 管理者 副管理者 教育長 教授 准教授 助教 助教授 名誉教授 客員教授
    特任教授 講師 博士 医師 弁護士 会計士 公認会計士 税理士 診断士 建築士 司法書士 技師 技監
"""
_TITLES = tuple(_TITLES_ON_PANELS.split())
"""Behind a name they make it somebody's; before it they are an office."""
_TITLES_BEHIND = (*_HONORIFICS, *_TITLES)
_TITLES_BEFORE = ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof", "prof.")
_OFFICE = re.compile(
    rf"(?:{'|'.join(each for each in _TITLES if each != '博士')}"
    r"|経験者|有識者|関係者|代表者?|代理|職員|担当|顧問|市民|住民|公募|組合|協会|学会|委員会|役場|事務所"
    r"|大学(?:院|校)?|学部|学科|研究科|研究所|..[部課係室局])$"
)
"""At the end of a word that is no part of a name, as 服部 and 博士 may be."""
_OFFICE_BEFORE = re.compile(rf"^.*(?:{'|'.join(_TITLES)})(?=.{{3,}}$)")
"""An office with no space between it and a name."""
_NUMBERED = re.compile(r"\D*\d+")
_KANJI = "\u3005\u3400-\u9fff\uf900-\ufaff"
_PERSON = re.compile(
    rf"(?!.*(?:審査|委員|評価|専門|学識|外部|内部|事務))(?=.{{3,7}}$)([{_KANJI}]+)[\u3041-\u30ff{_KANJI}]*"
)
"""A name without a space between its parts, and the kanji that it begins with."""
_FULL_NAME = 3
"""Letters from which on a word is taken for more than a family name."""


def of_vendor(vendor: Vendor, label: str | None) -> Naming:
    """Return what a vendor is called: id, name, its letter on score sheets; codes, the stem, …

    Where a branch bids, its firm is what is meant, too.
    """
    names = _told((vendor.id, vendor.name, vendor.label), _OF_VENDORS)
    firms = [firm for name in (vendor.name, vendor.id) for firm in (name, *_firms(name))]
    less = vendor.code, vendor.reading, vendor.arrival, *firms, *map(stem, firms)
    shorter = [*_told(less, _OF_VENDORS)]
    if not _FIGURE.fullmatch(key(vendor.id)):
        shorter.append(f"{vendor.id}社")  # as a letter is called in a sentence; 3社 are three
    return Naming(label, tuple(names), tuple(shorter))


def of_evaluator(evaluator: Evaluator, label: str | None, *, alone: bool = False) -> Naming:
    """Return what an evaluator is called: id, name, and each part of the name with a title.

    An office may stand before the name, or in brackets behind it; behind a mere office the name may
    stand in brackets. Where no space tells the family name, it may be of any length that is usual.
    Many family names are names of places, too, so that one `alone` says little; asked for, it is
    among what may be meant, where a space tells it.
    """
    words, offices = _person(evaluator.name)
    apart = words if words != [evaluator.name] else []
    families = [each for word in words for each in _families(word, len(words))]
    whole = ("".join(apart), "".join(apart[-2:]))
    shorter = [each for each in whole if len(each) >= _FULL_NAME]
    shorter += [f"{each}{title}" for each in (*apart, *families) for title in _TITLES_BEHIND]
    shorter += [f"{title}{each}" for each in (*apart, *families) for title in offices]
    shorter += [f"{title}{each}" for each in apart for title in _TITLES_BEFORE]
    if alone:
        told = [*apart, *(each for each in offices if words and each not in _TITLES)]
        shorter += [each for each in told if len(each) > 1]
    names = _told((evaluator.id, evaluator.name), _OF_EVALUATORS)
    return Naming(label, tuple(names), tuple(shorter))


def _person(name: str) -> tuple[list[str], list[str]]:
    """Return the words of a person's name, and the offices that stand before it."""
    words, offices = _told_apart(_IN_BRACKETS.sub(" ", name))
    for part in _IN_BRACKETS.findall(name):
        words = words or _told_apart(part)[0]
    return words, offices


def _told_apart(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a name in `text`, and the offices."""
    words, offices = [], []
    for each in text.split():
        before = _OFFICE_BEFORE.match(each)
        if _OFFICE.search(each):
            offices.append(each)
        elif before:
            offices.append(before[0])
            words.append(each[before.end() :])
        elif each not in _HONORIFICS and not _NUMBERED.fullmatch(each):
            words.append(each)
    return words, offices


def _families(word: str, words: int) -> Iterator[str]:
    """Give what may be the family name in a word with both names: the last of several, or the only."""
    found = _PERSON.fullmatch(word)
    if found is None or (words > 1 and len(word) == _FULL_NAME):
        return
    kanji = len(found[1])
    of_kanji_alone = (1, 2) if len(word) == _FULL_NAME else (2, 3)
    lengths = of_kanji_alone if kanji == len(word) else (kanji, 2, 3)
    yield from (word[:length] for length in dict.fromkeys(lengths) if length < len(word))


def _firms(name: str) -> Iterator[str]:
    """Give the firm of which a branch bids: up to the legal form, or without the branch behind it."""
    whole = _spelt(name)
    firms = [whole[: each.end()] for each in _FORM_WITHIN.finditer(whole) if each.start()]
    firms.append(left := _IN_BRACKETS.sub("", whole))
    while (less := _BRANCH.sub("", left)) != left:
        firms.append(left := less)
    yield from (each for each in firms if stem(each))


def stem(name: str) -> str:
    """Return a name without its legal form, empty where too little is left to tell who it is."""
    left = _LEGAL_FORM.sub("", _spelt(name)).strip()
    return left if len(key(left)) >= _SHORTEST_STEM + left.isascii() else ""


def _spelt(name: str) -> str:
    return " ".join(key(word) for word in name.split())


def public_words(result: Evaluation) -> frozenset[str]:
    """Return what anybody may read: the procurement's title and every text in its criteria sheet."""
    procurement = result.procurement
    return frozenset((procurement.title, procurement.currency, *_texts(result.criteria)))


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, BaseModel):
        yield from _texts([value for _name, value in content])
    elif isinstance(content, Mapping):
        yield from _texts([*content.keys(), *content.values()])
    elif isinstance(content, list | tuple):
        for each in content:
            yield from _texts(each)


def _told(names: Iterable[str | None], words: Iterable[str]) -> Iterator[str]:
    """Give names as they are told from other words: figures only behind a word that says so."""
    for name in filter(None, names):
        if _FIGURE.fullmatch(key(name)):
            yield from (f"{word}{name}" for word in words)
        else:
            yield name
