"""`similar` and `corroboration` on a project with two articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_annotate.commands.add import add
from qa_annotate.commands.check import check
from qa_annotate.commands.claiming import hold
from qa_annotate.commands.export import export
from qa_annotate.commands.import_ import import_
from qa_annotate.commands.log import log
from qa_annotate.commands.purge import purge
from qa_annotate.commands.renaming import remove_article
from qa_annotate.commands.similar import corroboration, similar, tie_claims
from qa_annotate.console.similar import show_corroboration, show_pair, show_similar
from qa_annotate.errors import StoreError, UsageError
from qa_annotate.store.documents import Paths
from qa_annotate.store.project import Project, load_article

TALKS = {
    "harbour": "Q: What came?\n\nA: No aid entered the harbour in May. We had bread.\n",
    "quay": "Q: What came?\n\nA: Aid entered the harbour in May. Nobody slept.\n",
}
Coded = tuple[Project, str, str]


@pytest.fixture
def coded(tmp_path: Path) -> Coded:
    """A claim in each of two articles: the project and their ids."""
    root = tmp_path / "p"
    (root / "annotations").mkdir(parents=True)
    lines = []
    for name, text in TALKS.items():
        path = root / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        add(str(path), project=root, by="ana")
        quote = text.partition("A: ")[2].partition(".")[0] + "."
        start = text.index(quote)
        lines.append(
            f'{{"id": "c00000{name[:5]:0<5}", "label": "unverified", "quote": "{quote}", '
            f'"position": [{start}, {start + len(quote)}], "coder": "ana", "article": "{name}", '
            '"attributed_to": "The harbour master", "decided": {"by": "ana", "at": '
            '"2026-01-02T03:04:05Z"}}\n'
        )
    out = tmp_path / "claims.jsonl"
    out.write_text("".join(lines), encoding="utf-8")
    import_([out], project=root, coder="ana")
    home = Project(root)
    ids = [found.of.claim.id for found in similar(project=root).claims]
    assert len(ids) == 2
    return home, ids[0], ids[1]


def test_the_same_claim_elsewhere_shows_the_negation(
    coded: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    home, one, other = coded
    found = similar(one, project=home.root)
    (hit,) = found.claims[0].found
    assert hit.other.claim.id == other
    assert any(words.startswith("negation") for words in hit.differs)
    show_similar(found.claims)
    assert "negation" in capsys.readouterr().out


def test_a_person_ties_them_and_it_is_told_everywhere(
    coded: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    home, one, other = coded
    done = tie_claims(
        one, other, how="contradicts", why="the other way round", coder="ana", project=home.root
    )
    (link,) = hold(one, home.root).claim.links
    assert (link.claim, link.how, link.linked.by) == (other, "contradicts", "ana")
    assert done.edited is not None
    event = log(claim=one, project=home.root)[-2]
    told = [event for event in log(claim=one, project=home.root) if event.action == "link"]
    assert told[0].why == "the other way round", event
    assert f"contradicts {other}" in told[0].changes[0].after
    assert "links" in Paths(home, done.one.article, "ana").document.read_text("utf-8")
    assert f"contradicts:{other}" in export("csv", project=home.root).text
    assert other in export("prov", project=home.root).text
    assert check(home.root) == [p for p in check(home.root) if p.rule == "incomplete"]
    (hit,) = similar(one, project=home.root).claims[0].found
    assert hit.linked == "contradicts"
    show_pair(tie_claims(one, other, project=home.root))
    assert "tied as contradicts by ana" in capsys.readouterr().out


def test_a_tie_changes_and_goes(coded: Coded) -> None:
    home, one, other = coded
    for how in ("same", "repeats"):
        tie_claims(one, other, how=how, coder="ana", project=home.root)
    assert [link.how for link in hold(one, home.root).claim.links] == ["repeats"]
    tie_claims(one, other, how="none", why="a slip", coder="ana", project=home.root)
    assert hold(one, home.root).claim.links == ()


def test_a_claim_that_went_leaves_a_dangling_tie(coded: Coded) -> None:
    home, one, other = coded
    tie_claims(one, other, how="same", coder="ana", project=home.root)
    article = hold(other, home.root).opened.article.id
    for path in (home.folder(article) / "coders").iterdir():
        path.unlink()
    assert load_article(home, article)
    (problem,) = [p for p in check(home.root) if p.rule == "link"]
    assert other in problem.message
    assert "purged" not in problem.message


@pytest.mark.parametrize("taken", [purge, remove_article])
def test_a_tie_to_what_was_taken_out_is_told_as_such_and_can_go(
    coded: Coded, taken: Callable[..., object]
) -> None:
    home, one, other = coded
    tie_claims(one, other, how="same", coder="ana", project=home.root)
    article = hold(other, home.root).opened.article.id
    confirmed = {"confirmed": f"purge {article}"} if taken is purge else {}
    taken(article, why="withdrawn", by="ana", project=home.root, **confirmed)
    (problem,) = [p for p in check(home.root) if p.rule == "link"]
    assert "purged or put aside on" in problem.message
    done = tie_claims(one, other, how="none", coder="ana", project=home.root)
    assert done.other is None
    assert not [p for p in check(home.root) if p.rule == "link"]
    with pytest.raises(StoreError):
        tie_claims(one, other, how="none", coder="ana", project=home.root)


def test_one_voice_is_one_origin(coded: Coded, capsys: pytest.CaptureFixture[str]) -> None:
    home, one, other = coded
    assert corroboration(project=home.root).statements == ()
    tie_claims(one, other, how="same", coder="ana", project=home.root)
    (found,) = corroboration(other, project=home.root).statements
    assert (found.independent, found.appearances) == (1, 2)
    show_corroboration((found,))
    assert "1 independent origin in 2 appearances" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda r, a, b: tie_claims(a, b, how="like", project=r), UsageError, "no tie"),
        (lambda r, a, _: tie_claims(a, a, how="same", project=r), UsageError, "itself"),
        (lambda r, a, _: tie_claims(a, "cx", how="same", project=r), StoreError, "no claim cx"),
        (lambda r, a, b: tie_claims(a, b, how="same", coder="ben", project=r), StoreError, "ben"),
        (lambda r, _a, _b: similar("cx", project=r), StoreError, "no claim cx"),
        (lambda r, _a, _b: corroboration("cx", project=r), StoreError, "no claim cx"),
    ],
)
def test_what_is_refused(
    coded: Coded, call: Callable[..., object], error: type[Exception], words: str
) -> None:
    home, one, other = coded
    with pytest.raises(error, match=words):
        call(home.root, one, other)
