"""What criteria are about: a fixed vocabulary in both languages, so that sheets can be compared.

Every body calls its items otherwise (移行計画, データ移行, 切替作業); their topic is what makes them
meet. In a sheet a topic is written by its id or by its name in either language. To add one, add an
entry here; a test then asks for its row in docs/library.md.
"""

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from procscore.diagnostics import suggest
from procscore.model.shapes import Shape
from procscore.model.words import Words, look_up, spelling

TOPICS: Words = {
    "technical": ("技術評価(内訳なし)", "technical merit, not itemised"),
    "proposal": ("提案内容(内訳なし)", "proposal, not itemised"),
    "approach": ("取組方針・理解度", "approach and understanding"),
    "schedule": ("実施計画・工程", "plan and schedule"),
    "organisation": ("実施体制", "organisation and staff"),
    "track-record": ("導入実績", "track record"),
    "finances": ("財務・経営基盤", "financial soundness"),
    "quality": ("品質保証・認証資格", "quality and certification"),
    "cost": ("コストの考え方", "views on cost"),
    "functions": ("機能要件", "functions"),
    "usability": ("操作性・画面", "usability"),
    "non-functional": ("非機能要件", "non-functional requirements"),
    "security": ("情報セキュリティ", "security"),
    "data-centre": ("データセンター・機器", "data centre and equipment"),
    "migration": ("データ移行", "migration"),
    "customisation": ("業務適合・カスタマイズ", "fit and customisation"),
    "interfaces": ("外部連携", "interfaces"),
    "operation": ("運用・保守・障害対応", "operation and maintenance"),
    "training": ("研修・マニュアル", "training"),
    "legal-change": ("法令・制度改正対応", "changes of law"),
    "service": ("事業内容・利用者サービス", "services to users"),
    "safety": ("安全・公平・危機管理", "safety and fairness"),
    "environment": ("環境への配慮", "environment"),
    "regional-contribution": ("地域貢献", "regional contribution"),
    "policy": ("政策目的・優遇措置", "policy goals and preferences"),
    "extra": ("独自提案・付加価値", "added value"),
    "demonstration": ("デモンストレーション", "demonstration"),
    "presentation": ("プレゼンテーション・質疑", "presentation and questions"),
    "other": ("その他", "other"),
    "initial-cost": ("初期費用", "initial cost"),
    "running-cost": ("運用費用", "running cost"),
    "total-price": ("価格(総額)", "total price"),
}
"""Each topic with its Japanese and its English name, in the order in which tables show them."""

PRICE_TOPICS = frozenset({"initial-cost", "running-cost", "total-price"})
"""The topics that are about money, however they are scored."""
UNNAMED_PRICE = "total-price"
"""The topic of a criterion that is scored by price and names none."""


def topic_name(topic: str) -> str:
    """Return a topic's name in the current language. Raises KeyError for an unknown one."""
    return spelling(TOPICS, topic)


def _topic(written: object) -> str:
    if not isinstance(written, str):
        raise PydanticCustomError("criteria-wrong-shape", "text", {"expected": "text"})
    found = written if written in TOPICS else look_up(TOPICS, written)
    if found is None:
        raise PydanticCustomError(
            "criteria-topic-unknown",
            "topic",
            {"text": written, "suggestion": suggest(written, _spellings())},
        )
    return found


def _spellings() -> tuple[str, ...]:
    return (*TOPICS, *(each for names in TOPICS.values() for each in names))


def _shape() -> Shape:
    # An editor offers the ids first; beside each stands what it is called in both languages.
    told = {spelt: " / ".join(TOPICS[topic]) for topic in TOPICS for spelt in TOPICS[topic]}
    told = {topic: " / ".join(names) for topic, names in TOPICS.items()} | told
    return {"enum": list(told), "enumDescriptions": list(told.values())}


Topic = Annotated[str, BeforeValidator(_topic), WithJsonSchema(_shape())]
