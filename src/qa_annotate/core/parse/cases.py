"""Names in the nominative, in languages that inflect them: "с Анной Беловой" is Анна Белова.

Only a given name that is known shows which case a name stands in, and whether its bearer's surname
is declined as a man's or a woman's. Where it is not known, the form of the page stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from .given import is_given
from .lexicon import words

Endings = tuple[tuple[str, str], ...]

INFLECTING = frozenset(("ru", "uk", "bg", "sr", "pl", "cs", "sk", "el"))


def _endings(*lines: str) -> Endings:
    """Rows of endings and what stands for them: "ской>ская"."""
    pairs = (row.partition(">") for line in lines for row in line.split())
    return tuple((ending, bare) for ending, _, bare in pairs)


# An ending of a given name, and what stands for it in the nominative.
_GIVEN = _endings(
    "влом>вел львом>лев ией>ия ией>ий ием>ий еем>ей ьёй>ья ьей>ья ом> ом>о ем>ь ем>й ем> ой>а",
    "ою>а ей>я ей>а ью>ь ы>а и>я и>а и>ь а> я>й я>ь у>а у> ю>я ю>й е>а е>я е> єм>й ею>я ею>а",
    "єю>я і>а і>я ї>я łem>eł kiem>ek iem> em> ym>y im>i ą>a y>a i>a ego>y iego>i a> vlem>vel",
    "rlem>rel kem>ek ou>a ém>é ím>í >ς",
)
_HIS = _endings(
    "ским>ский цким>цкий ского>ский цкого>цкий овым>ов евым>ев ёвым>ёв иным>ин ыным>ын ова>ов",
    "ева>ев ина>ин ову>ов ым>ый им>ий ого>ый ським>ський цьким>цький ського>ський енком>енко",
    "овим>ов ком>к ом> чем>ч шем>ш цем>ц лем>ль рем>рь нем>нь єм>й еем>ей аем>ай skim>ski",
    "ckim>cki dzkim>dzki skiego>ski ckiego>cki ym>y em> ą>a ým>ý ím>í ο>ος η>ης ά>άς ή>ής",
    "ό>ός α>ας",
)
_HERS = _endings(
    "ской>ская цкой>цкая скую>ская овой>ова евой>ева ёвой>ёва иной>ина ыной>ына ову>ова",
    "еву>ева ину>ина ой>ая ую>ая ською>ська цькою>цька овою>ова ою>а ої>а ską>ska cką>cka",
    "dzką>dzka ą>a skiej>ska ckiej>cka ovou>ová ou>á",
)
_MEN = words(
    "илья|никита|лука|фома|кузьма|савва|микита|ілля|микола|kuba|luca|barnaba|saša|jura|honza"
)
_VOWELS = frozenset("aeiouyąęóáéíůúýě")


def nominative(name: str, text: str) -> str:
    """A name's nominative, as the page has it elsewhere or by its endings.

    >>> nominative("Анной Беловой", ""), nominative("Janem Kowalskim", "")
    ('Анна Белова', 'Jan Kowalski')
    >>> nominative("Tokarem Lindem", "")
    'Tokarem Lindem'
    """
    first, *rest = name.split()
    if is_given(first):
        return name
    for given in _candidates(first):
        if not rest:
            return given
        standing = _standing(given, rest[-1], text)
        if standing:
            return standing
        hers = given[-1] in "аяaáη" and given.casefold() not in _MEN
        return " ".join([given, *(_surname(word, hers) for word in rest)])
    return name


def _candidates(first: str) -> Iterator[str]:
    """The known given names of which a word may be another case."""
    lower = first.casefold()
    for ending, bare in _GIVEN:
        if lower.endswith(ending):
            given = lower[: len(lower) - len(ending)] + bare
            if len(given) > 2 and is_given(given):
                yield given[0].upper() + given[1:]


def _standing(given: str, surname: str, text: str) -> str | None:
    """The nominative as it stands in the text: the given name, then a word of the same stem."""
    stem = surname[: max(3, len(surname) - 3)]
    at = text.find(f"{given} {stem}")
    if at < 0:
        return None
    word = text[at + len(given) + 1 :][: len(surname) + 2].split()[0].strip('.,:;!?»”"()—–')
    return f"{given} {word}"


def _surname(word: str, hers: bool) -> str:
    """A surname's nominative; double ones part by part."""
    if "-" in word:
        return "-".join(_surname(part, hers) for part in word.split("-"))
    if not hers and word.endswith(("kiem", "kem")):
        stem = word.removesuffix("em").removesuffix("i").removesuffix("k")
        return stem + ("k" if stem[-1:] in _VOWELS else "ek")
    for ending, bare in _HERS if hers else _HIS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: len(word) - len(ending)] + bare
    return word
