"""The definitions of every coefficient in rational arithmetic: slow, plain, and to the letter.

Undefined is None. `data` has one row a unit and one entry a coder, None where missing.
"""

from __future__ import annotations

from fractions import Fraction as F
from itertools import combinations, permutations
from typing import Any

Data = list[list[Any]]


def over(a: F | int, b: F | int) -> F | None:
    return F(a) / F(b) if b else None


def minus(one: F | None) -> F | None:
    return None if one is None else 1 - one


def counts(data: Data, labels: list[Any]) -> list[list[int]]:
    return [[sum(v == k for v in row) for k in labels] for row in data]


def shared(data: Data) -> Data:
    return [row for row in data if sum(v is not None for v in row) > 1]


def given(row: list[Any]) -> list[Any]:
    return [v for v in row if v is not None]


def weighted_pa(data: Data, w: Any) -> F | None:
    """Mean over units of the mean weight of ordered pairs of its ratings."""
    units = shared(data)
    total = F(0)
    for row in units:
        found = [w(a, b) for a, b in permutations(given(row), 2)]
        total += sum(found, F(0)) / len(found)
    return over(total, len(units))


def same(a: Any, b: Any) -> F:
    return F(a == b)


def pi(data: Data, labels: list[Any]) -> list[F] | None:
    rated = [r for r in counts(data, labels) if sum(r)]
    if not rated:
        return None
    return [sum((F(r[k], sum(r)) for r in rated), F(0)) / len(rated) for k in range(len(labels))]


def chance_corrected(pa: F | None, pe: F | None) -> F | None:
    if pa is None or pe is None or pe == 1:
        return None
    return (pa - pe) / (1 - pe)


def percent_agreement(data: Data) -> F | None:
    return weighted_pa(data, same)


def pooled_pairs(data: Data) -> F | None:
    found = [a == b for row in data for a, b in combinations(given(row), 2)]
    return over(sum(found), len(found))


def all_listwise(data: Data) -> F | None:
    whole = [row for row in data if None not in row]
    return over(sum(len(set(row)) == 1 for row in whole), len(whole))


def fleiss_gwet(data: Data, labels: list[Any]) -> F | None:
    p = pi(data, labels)
    return chance_corrected(percent_agreement(data), p and sum((x * x for x in p), F(0)))


def ac2(data: Data, labels: list[Any], w: Any) -> F | None:
    p, q = pi(data, labels), len(labels)
    if p is None or q < 2:
        return None
    total = sum((w(a, b) for a in labels for b in labels), F(0))
    pe = total * sum((x * (1 - x) for x in p), F(0)) / (q * (q - 1))
    return chance_corrected(weighted_pa(data, w), pe)


def brennan_prediger(data: Data, labels: list[Any]) -> F | None:
    return chance_corrected(percent_agreement(data), F(1, len(labels)))


def conger(data: Data, labels: list[Any]) -> F | None:
    columns = [given(list(column)) for column in zip(*data, strict=True)]
    shares = [[F(c.count(k), len(c)) for k in labels] for c in columns if c]
    found = [
        sum((x * y for x, y in zip(a, b, strict=True)), F(0)) for a, b in permutations(shares, 2)
    ]
    return chance_corrected(percent_agreement(data), over(sum(found, F(0)), len(found)))


def cohen(data: Data, a: int, b: int, w: Any = same) -> F | None:
    both = [(row[a], row[b]) for row in data if row[a] is not None and row[b] is not None]
    if not both:
        return None
    n = len(both)
    pa = sum((w(x, y) for x, y in both), F(0)) / n
    pe = sum((w(x, y) for x, _ in both for _, y in both), F(0)) / (n * n)
    return chance_corrected(pa, pe)


def scott(data: Data, labels: list[Any]) -> F | None:
    both = [row for row in data if None not in row]
    if not both:
        return None
    values = [v for row in both for v in row]
    pe = sum((F(values.count(k), len(values)) ** 2 for k in labels), F(0))
    return chance_corrected(F(sum(a == b for a, b in both), len(both)), pe)


def fleiss_label(data: Data, label: Any) -> F | None:
    """From Fleiss's own formula: sum n_ij² against N n p (1 + (n-1) p)."""
    whole = [row for row in data if None not in row]
    if not whole:
        return None
    n, big = len(whole[0]), len(whole)
    p = F(sum(row.count(label) for row in whole), n * big)
    squares = sum(row.count(label) ** 2 for row in whole)
    return over(squares - big * n * p * (1 + (n - 1) * p), big * n * (n - 1) * p * (1 - p))


def specific(data: Data, label: Any) -> F | None:
    r = [(row.count(label), len(given(row))) for row in data]
    return over(sum(k * (k - 1) for k, _ in r), sum(k * (n - 1) for k, n in r if n))


# ---- alpha --------------------------------------------------------------------------------------


def alpha(data: Data, distance: Any) -> F | None:
    """1 - D_o/D_e over the coincidences of units with two ratings or more."""
    units = [given(row) for row in shared(data)]
    values = [v for row in units for v in row]
    n = len(values)
    observed = sum(
        (F(distance(a, b)) / (len(row) - 1) for row in units for a, b in permutations(row, 2)), F(0)
    )
    expected = sum((F(distance(a, b)) for a, b in permutations(values, 2)), F(0))
    return minus(over(observed * (n - 1), expected)) if n else None


def nominal(a: Any, b: Any) -> F:
    return F(a != b)


def interval(a: Any, b: Any) -> F:
    return F(a - b) ** 2


def ratio(a: Any, b: Any) -> F:
    return F(a - b, a + b) ** 2 if a + b else F(0)


def ordinal(data: Data, labels: list[Any]) -> Any:
    values = [v for row in shared(data) for v in given(row)]
    n = {k: values.count(k) for k in labels}
    place = {k: at for at, k in enumerate(labels)}

    def distance(a: Any, b: Any) -> F:
        first, last = sorted((place[a], place[b]))
        if first == last:
            return F(0)
        return (sum(n[k] for k in labels[first : last + 1]) - F(n[a] + n[b], 2)) ** 2

    return distance


def jaccard(a: frozenset[Any], b: frozenset[Any]) -> F:
    return F(0) if a == b else 1 - F(len(a & b), len(a | b))


def masi(a: frozenset[Any], b: frozenset[Any]) -> F:
    if a == b:
        return F(0)
    m = F(2, 3) if a < b or b < a else F(1, 3) if a & b else F(0)
    return 1 - (1 - jaccard(a, b)) * m


# ---- spans: position by position ----------------------------------------------------------------


def u_family(spans: dict[str, list[Any]], begin: int, length: int) -> dict[str, F | None]:
    """Every position of every coder compared, straight from Krippendorff et al. (2016)."""
    coders = list(spans)
    m = len(coders)
    says: dict[str, dict[int, Any]] = {c: {} for c in coders}
    for coder, found in spans.items():
        for at, (start, end, label) in enumerate(found):
            says[coder].update(dict.fromkeys(range(start, end), (at, label)))
    where = range(begin, begin + length)
    labels = sorted({s[2] for found in spans.values() for s in found}, key=str)
    label = {c: [says[c].get(x, (None, None))[1] for x in where] for c in coders}
    out = {
        "u_alpha": _u(label, spans, length, lambda v: v),
        "u_alpha_binary": _u(label, spans, length, lambda v: v is not None),
    }
    met = {
        (c, k): F(
            sum(
                x == c and y == k
                for a, b in permutations(coders, 2)
                for x, y in zip(label[a], label[b], strict=True)
            ),
            m - 1,
        )
        for c in labels
        for k in labels
    }
    total = sum(met.values(), F(0))
    squares = {k: F(0) for k in labels}
    length_of = dict.fromkeys(labels, 0)
    for coder, found in spans.items():
        for start, end, k in found:
            length_of[k] += end - start
            others = sum(
                label[other][x - begin] is not None
                for other in coders
                if other != coder
                for x in range(start, end)
            )
            squares[k] += F(others, m - 1) ** 2
    own = {k: sum((met[k, other] for other in labels), F(0)) for k in labels}
    expected = sum((own[k] * (total - own[k]) for k in labels), F(0))
    apart = sum((v for (c, k), v in met.items() if c != k), F(0))
    out["cu_alpha"] = minus(
        over(apart * (total**2 - sum(squares.values(), F(0))), total * expected)
    )
    out["cu_coverage"] = over(total, m * length)
    for k in labels:
        top = (own[k] - met[k, k]) * (total * own[k] - squares[k])
        out[f"ku_alpha/{k}"] = minus(over(top, own[k] * own[k] * (total - own[k])))
        out[f"ku_coverage/{k}"] = over(own[k], length_of[k])
    return out


def _u(label: dict[str, list[Any]], spans: dict[str, list[Any]], length: int, of: Any) -> F | None:
    """D_o over pairs of coders; D_e over all pairs of positions but those of one segment."""
    m = len(label)
    observed = sum(
        of(x) != of(y)
        for a, b in permutations(label, 2)
        for x, y in zip(label[a], label[b], strict=True)
    )
    values = [of(v) for column in label.values() for v in column]
    apart = sum(values.count(v) * (len(values) - values.count(v)) for v in set(values))
    marked = [end - start for found in spans.values() for start, end, _ in found]
    own = sum(size * size for size in marked) + m * length - sum(marked)
    n = m * length
    return minus(over(F(observed, m - 1) * (n * n - own), n * apart))


def alpha_u(spans: dict[str, list[Any]], label: Any, begin: int, length: int) -> tuple[F, F]:
    """D_o and D_e of the older alpha_U, section by section (Krippendorff 2004)."""
    sections = {c: _sections(found, label, begin, length) for c, found in spans.items()}
    m = len(spans)
    observed = F(0)
    for a, b in permutations(sections, 2):
        for x in sections[a]:
            for y in sections[b]:
                observed += _section_distance(x, y)
    units = [e - s for found in sections.values() for s, e, valued in found if valued]
    gaps = [e - s for found in sections.values() for s, e, valued in found if not valued]
    expected = sum(
        F(len(units) - 1, 3) * (2 * u**3 - 3 * u**2 + u)
        + u**2 * sum(g - u + 1 for g in gaps if g >= u)
        for u in units
    )
    under = m * length * (m * length - 1) - sum(u * (u - 1) for u in units)
    return observed / (m * (m - 1) * length**2), F(2, length) * expected / under


def _sections(found: list[Any], label: Any, begin: int, length: int) -> list[Any]:
    out, at = [], begin
    for start, end, k in sorted(s for s in found if s[2] == label):
        assert k == label
        out += [(at, start, False)] * (start > at) + [(start, end, True)]
        at = end
    return out + [(at, begin + length, False)] * (begin + length > at)


def _section_distance(x: Any, y: Any) -> int:
    if x[2] and y[2]:
        meets = x[0] < y[1] and y[0] < x[1]
        return (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2 if meets else 0
    if x[2] != y[2]:
        unit, gap = (x, y) if x[2] else (y, x)
        return (unit[1] - unit[0]) ** 2 if gap[0] <= unit[0] and unit[1] <= gap[1] else 0
    return 0
