"""Which language a page is in, from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .patterns import letters_from, pattern

SAMPLE: Final = 3000
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
            ("da", "og at det er en på ikke til af jeg for med den som har de sig hvad fra blevet"),
            ("cs", "a se v na je že to s z do o jsem ale jak po za"),
            ("ro", "și de la în nu că o un este pe cu care mai din să"),
            ("id", "yang dan di ini itu dengan untuk tidak dari pada saya ada akan"),
            ("hu", "a az és hogy nem is egy ez de meg csak volt már vagy ha mint el"),
            ("fi", "ja on ei se että oli niin mutta kun kuin ovat mitä myös tai olla"),
            ("no", "og det er en på ikke til av jeg for med den som har de seg hva fra blitt"),
            ("ca", "el la els les i que en un una per amb del és no va ha com més però als"),
            ("vi", "và của là có không trong cho một được người tôi những"),
            ("ru", "и в не на что с я как это но он по все так мы у за"),
            ("uk", "і в не на що з я як це але він у та до від ми"),
            ("ar", "في من على أن إلى عن ما لا هذا كان التي الذي مع هل كل"),
            ("fa", "و در به از که این را با است برای آن یک خود"),
        )
    }
)
SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", pattern("[\u3040-\u30ff]")),
    ("ko", pattern("[\uac00-\ud7af]")),
    ("zh", pattern("[\u4e00-\u9fff]")),
    ("el", pattern("[\u0370-\u03ff]")),
    ("he", pattern("[\u0590-\u05ff]")),
    ("th", pattern("[\u0e00-\u0e7f]")),
    ("hi", pattern("[\u0900-\u097f]")),
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
    if letters_from("\u0370").search(sample):
        for code, letter in SCRIPTS:
            if len(letter.findall(sample)) > 0.12 * len(sample):
                return code
    words = Counter(sample.casefold().split())
    scores = {code: sum(words[w] for w in common) for code, common in COMMON.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= LEAST else None
