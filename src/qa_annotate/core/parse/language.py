"""Which language a page is in, from its script and its commonest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SAMPLE: Final = 6000
LEAST: Final = 4  # common words that must be seen

COMMON: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        code: frozenset(words.split())
        for code, words in (
            ("en", "the of and to in is that it was for with as on are this you we have not"),
            ("es", "el los las y que en un una por con para del se no es lo como más su pero"),
            ("fr", "le les des et que un une dans pour est pas sur au du ce je vous il qui nous"),
            ("de", "der die das und ist nicht ein eine zu mit auf ich sie es den dem von wie im"),
            ("it", "il che di e un una per non è con sono la della le si ha come più anche nel"),
            ("pt", "o os as e que um uma não com para é do da em no na se mais foi por são"),
            ("nl", "de het een en van is dat niet ik op te met voor zijn er maar ook aan wat je"),
            ("tr", "bir ve bu de da için ile ne çok ama gibi daha var olan en ben o mi"),
            ("eo", "la kaj de en estas al mi ne por kiu kun oni pri ĉi tiu sed kiel ankaŭ ili"),
            ("pl", "i w nie na się to jest że z do jak ale o po co tak"),
            ("sv", "och att det som en är på för inte med jag den av till har om"),
            ("da", "og at det er en på ikke til af jeg for med den som har de"),
            ("cs", "a se v na je že to s z do o jsem ale jak po za"),
            ("ro", "și de la în nu că o un este pe cu care mai din să"),
            ("id", "yang dan di ini itu dengan untuk tidak dari pada saya ada akan"),
            ("vi", "và của là có không trong cho một được người tôi những"),
            ("ru", "и в не на что с я как это но он по все так мы у за"),
            ("uk", "і в не на що з я як це але він у та до від ми"),
            ("ar", "في من على أن إلى عن ما لا هذا كان التي الذي مع هل كل"),
            ("fa", "و در به از که این را با است برای آن یک خود"),
        )
    }
)
SCRIPTS: tuple[tuple[str, int, int], ...] = (
    ("ja", 0x3040, 0x30FF),
    ("ko", 0xAC00, 0xD7AF),
    ("zh", 0x4E00, 0x9FFF),
    ("el", 0x0370, 0x03FF),
    ("he", 0x0590, 0x05FF),
    ("th", 0x0E00, 0x0E7F),
    ("hi", 0x0900, 0x097F),
)
"""Scripts that settle the language; kana before han, since Japanese has both."""

PRONOUNS_NEEDED: Final = frozenset(("en", "fr", "de", "nl", "sv", "da", "eo", "ru", "uk"))
"""Languages in which nobody can say "I did" without saying "I"."""


def language(text: str) -> str | None:
    """The language's BCP 47 code, or None where too little speaks for any.

    >>> language("The town is where it was, and that is the end of it.")
    'en'
    """
    sample = text[:SAMPLE]
    letters = sum(c.isalpha() for c in sample) or 1
    if not sample.isascii():
        for code, first, last in SCRIPTS:
            if sum(first <= ord(c) <= last for c in sample) > 0.15 * letters:
                return code
    words = Counter(sample.casefold().split())
    scores = {code: sum(words[w] for w in common) for code, common in COMMON.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= LEAST else None
