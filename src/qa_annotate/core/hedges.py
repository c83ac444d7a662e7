"""Cue words: how texts in several languages attribute and hedge. Highlights, never a filter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from .model import Span

CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            "according to",
            "alleged",
            "allegedly",
            "apparently",
            "claim",
            "claimed",
            "claims",
            "could not be verified",
            "could not be immediately verified",
            "could not be confirmed",
            "could not independently verify",
            "denied",
            "denies",
            "it is said",
            "reported",
            "reportedly",
            "reports say",
            "rumored",
            "rumoured",
            "said to",
            "supposedly",
            "unconfirmed",
            "unverified",
        ),
        "ar": (
            "بحسب",
            "وفقا ل",
            "وفقًا ل",
            "يزعم",
            "زعم",
            "ادعى",
            "يدعي",
            "مزاعم",
            "يقال إن",
            "لم يتسن التحقق",
            "لم نتمكن من التحقق",
            "غير مؤكدة",
            "على حد قوله",
            "نفى",
        ),
        "es": ("según", "presuntamente", "supuestamente", "al parecer", "habría", "no se pudo"),
        "fr": ("selon", "présumé", "prétend", "apparemment", "n’a pas pu être vérifié", "aurait"),
        "de": ("laut", "angeblich", "mutmaßlich", "offenbar", "behauptet", "nicht überprüft"),
        "ru": ("по словам", "якобы", "предположительно", "утверждает", "не удалось проверить"),
        "tr": ("göre", "iddia", "sözde", "öne sürdü", "doğrulanamadı"),
        "it": ("secondo", "presunto", "presunta", "sostiene", "non è stato possibile verificare"),
        "pt": ("segundo", "supostamente", "alegadamente", "alega", "não foi possível verificar"),
        "nl": ("volgens", "naar verluidt", "vermeend", "beweert", "niet geverifieerd"),
    }
)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    ordered = sorted(CUES[language], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)


def cues(text: str, span: Span, language: str | None) -> Iterator[Span]:
    """Where cue words stand in a stretch; those of the text's language, else of English.

    >>> text = "Activists claim that it fell, reportedly."
    >>> [text[a:b] for a, b in cues(text, (0, len(text)), "en")]
    ['claim', 'reportedly']
    """
    base = (language or "en").split("-")[0].lower()
    for found in _pattern(base if base in CUES else "en").finditer(text, *span):
        yield found.span()
