"""`check`: every problem in a project, in the order of the files and lines where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from ..adapters import yaml
from ..adapters.codec import ShapeError, from_plain
from ..adapters.schemas import schema_errors
from ..core.assigning import faults as misassigned
from ..core.checking import Coding, Finding
from ..core.checking import check as check_document
from ..core.codebook import key_clashes
from ..core.model import ARTICLE_FORMAT, Article
from ..core.names import person
from ..core.outline import outline
from ..core.project import PEOPLE_FORMAT, PROJECT_FORMAT, Settings
from ..core.records import ANNOTATION_FORMAT, CODEBOOK_FORMAT, Codebook, Document
from ..core.revising import faults
from ..core.text import sha256_bytes, sha256_text
from ..errors import FileError, Problem, StoreError
from ..session.keys import taken
from ..store import project as store
from ..store.documents import ADJUDICATED, Paths, documents_of, read_document
from ..store.evidence import is_whole, stored
from ..store.files import read_bytes, read_text
from ..store.forks import copies
from ..store.journal import read_log
from ..store.project import Opened, Project
from ..store.unblinding import unblinding_logs
from .blind import looker, out_of_sight
from .people import problems as people_problems
from .settled import settled_faults
from .world import here

PlainPath = tuple[str | int, ...]

Ids = dict[str, list[tuple[Path, int]]]
"""Where each claim id is used: the file, and the claim's place in it. Its line is looked for only
where there is something to say, since that takes longer than everything else."""


def check(project: Path | None = None) -> list[Problem]:
    """Every problem, sorted by file, line and rule."""
    home = store.need_project(project, here())
    found: list[Problem] = []
    codebook = _codebook(home, found)
    found += _settings(home)
    found += _people(home)
    ids: Ids = defaultdict(list)
    for name in home.articles():
        found += _article(home, name, codebook, ids)
    for path in (*unblinding_logs(home).values(), home.log_path):
        found += _log(home, path)
    found += _duplicate_ids(home, ids)
    found += _dangling(home, ids)
    return sorted(set(_in_sight(home, found)))


OF_FILES = frozenset(
    {"yaml", "encoding", "format", "unreadable", "log", "log-fork", "shorter-log", "header"}
    | {"wrong-article", "wrong-coder", "wrong-codebook", "older-codebook", "text-hash"}
)
"""What may be wrong with a document as a file: whoever is told of it learns nothing of claims."""


def _in_sight(home: Project, found: Sequence[Problem]) -> Iterator[Problem]:
    """The problems; of documents that are out of sight in a blind project, only that there are."""
    out = _out_of_sight(home)
    for problem in found:
        who = out.get(problem.path)
        if who is None or problem.rule in OF_FILES:
            yield problem
        else:
            words = f"what is wrong here is not shown while coding is blind: {who} sees it"
            yield Problem(problem.path, 1, "blind", words)


def _out_of_sight(home: Project) -> dict[str, str]:
    """The files that are out of sight, and whose; where some can't be read, all but one's own."""
    paths = [at for name in home.articles() for at in documents_of(home, name)]
    try:
        out = {*out_of_sight(home.root)}
    except (FileError, StoreError):
        me = looker()
        out = {f"{at.article}/{at.coder}" for at in paths if person(at.coder) != me}
    return {
        home.shown(path): "whoever settles" if at.coder == ADJUDICATED else person(at.coder)
        for at in paths
        if f"{at.article}/{at.coder}" in out
        for path in (at.document, at.log)
    }


# ---- one file -----------------------------------------------------------------------------------


def _file(home: Project, path: Path, name: str, form: str) -> tuple[object, list[Problem]]:
    """A YAML file as plain data, with what breaks its schema; None where it can't be used."""
    if not path.exists():
        return None, []
    shown = home.shown(path)
    try:
        text = read_text(path, shown)
        data = yaml.load(text, shown)
        store.require_format(data, form, shown, text)
    except FileError as error:
        return None, [error.problem]
    except StoreError as error:
        return None, [Problem(shown, 1, "unreadable", error.message)]
    lines = yaml.Lines(text)
    broken = schema_errors(data, name)
    problems = [Problem(shown, lines.of(at), rule, words) for at, rule, words in broken]
    usable = all(rule == "unknown-key" for _, rule, _ in broken)
    return (data if usable else None), problems


def _settings(home: Project) -> list[Problem]:
    """What is wrong in `project.yaml`, assignments to what isn't there included."""
    data, problems = _file(home, home.settings_path, "project", PROJECT_FORMAT)
    if data is None:
        return problems
    shown, lines = home.shown(home.settings_path), yaml.Lines(read_text(home.settings_path))
    found = misassigned(from_plain(data, Settings).assignments, home.articles())
    return problems + [Problem(shown, lines.of(at), "assignment", words) for at, words in found]


def codebook_problems(home: Project) -> list[Problem]:
    """What is wrong in the codebook alone, sorted."""
    found: list[Problem] = []
    _codebook(home, found)
    return sorted(set(found))


def _codebook(home: Project, found: list[Problem]) -> Codebook:
    data, problems = _file(home, home.codebook_path, "codebook", CODEBOOK_FORMAT)
    found += problems
    if data is None:
        return store.default_codebook()
    codebook = from_plain(data, Codebook)
    lines = yaml.Lines(read_text(home.codebook_path))
    shown = home.shown(home.codebook_path)
    for place, words in key_clashes(codebook, taken()):
        found.append(Problem(shown, lines.of(("labels", place, "key")), "label-key", words))
    found += [Problem(shown, lines.of(at), "codebook", words) for at, words in faults(codebook)]
    return codebook


def _people(home: Project) -> list[Problem]:
    data, found = _file(home, home.people_path, "people", PEOPLE_FORMAT)
    return found if data is None else found + people_problems(home)


# ---- an article ---------------------------------------------------------------------------------


def _article(home: Project, name: str, codebook: Codebook, ids: Ids) -> list[Problem]:
    path = home.folder(name) / "article.yaml"
    data, problems = _file(home, path, "article", ARTICLE_FORMAT)
    if data is None:
        return problems
    article = from_plain(data, Article)
    try:
        text = read_text(path.with_name("article.txt"), home.shown(path.with_name("article.txt")))
    except (FileError, StoreError) as error:
        return [*problems, _of_error(home, path.with_name("article.txt"), error)]
    problems += _text(home, name, article, text) + _source(home, path, article)
    try:
        article = store.with_corrections(home, article)
    except FileError as error:
        problems.append(error.problem)
    units = store.load_settings(home).units if not _settings_broken(home) else ("answer", "intro")
    opened = Opened(article=article, text=text, outline=outline(article, text, units))
    for coder in home.coders(name):
        problems += _document(Paths(home, name, coder), opened, codebook, ids)
    settled = Paths(home, name, ADJUDICATED)
    return problems + (_settled(settled, opened, codebook, ids) if settled.exists else [])


def _settled(paths: Paths, opened: Opened, codebook: Codebook, ids: Ids) -> list[Problem]:
    """The adjudicated document: what any document may have wrong, and what only this one."""
    problems = _document(paths, opened, codebook, ids)
    where = paths.document if paths.document.exists() else paths.log
    try:
        found = list(settled_faults(paths.project, opened, codebook))
        return problems + _problems(paths.project.shown(where), found, _line_finder(where))
    except FileError:
        return problems  # the file that can't be used is named already


def _settings_broken(home: Project) -> bool:
    data, problems = _file(home, home.settings_path, "project", PROJECT_FORMAT)
    return bool(problems) and data is None


def _of_error(home: Project, path: Path, error: FileError | StoreError) -> Problem:
    if isinstance(error, FileError):
        return error.problem
    return Problem(home.shown(path), 1, "unreadable", error.message)


def _text(home: Project, name: str, article: Article, text: str) -> list[Problem]:
    if sha256_text(text) == article.custody.text_sha256:
        return []
    words = "the text is not the one that article.yaml describes"
    return [Problem(home.shown(home.folder(name) / "article.txt"), 1, "text-hash", words)]


def _source(home: Project, path: Path, article: Article) -> list[Problem]:
    """The source is still the one that was read, byte for byte; none, where it was purged."""
    if not article.custody.source:
        return []
    source = home.root / article.custody.source
    if not source.exists():
        rule, words = "source", f"the source {article.custody.source} is missing"
    elif sha256_bytes(read_bytes(source)) != article.custody.source_sha256:
        rule = "source-hash"
        words = f"{article.custody.source} is not, byte for byte, what this article was made from"
    else:
        return []
    line = yaml.Lines(read_text(path)).of(("custody", "source"))
    return [Problem(home.shown(path), line, rule, words)]


# ---- a document ---------------------------------------------------------------------------------


def _document(paths: Paths, opened: Opened, codebook: Codebook, ids: Ids) -> list[Problem]:
    data, problems = _file(paths.project, paths.document, "annotation", ANNOTATION_FORMAT)
    if paths.document.exists() and data is None:
        return problems + _log(paths.project, paths.log)
    problems += _copies(paths)
    try:
        recorded = read_document(paths, opened, codebook).history.document
    except FileError as error:
        problems.append(error.problem)
        recorded = None
    document = _as_written(data) or recorded
    if document is None:
        return problems
    coding = Coding(
        document=document,
        codebook=codebook,
        outline=opened.outline,
        text_sha256=opened.article.custody.text_sha256,
        article=opened.article.id,
    )
    findings = [*check_document(coding), *_evidence(paths, document)]
    where = paths.document if data is not None else paths.log
    line = _line_finder(where)
    for place, claim in enumerate(document.claims):
        ids[claim.id].append((where, place))
    return problems + _problems(paths.project.shown(where), findings, line)


def _copies(paths: Paths) -> list[Problem]:
    """Other logs of the coder, as a synced folder keeps them when two machines wrote."""
    words = (
        f"a second log of {paths.coder}: join it with qa-annotate merge-log {paths.article} "
        f"--coder {paths.coder} FILE, then take it away"
    )
    return [Problem(paths.project.shown(p), 1, "log-fork", words) for p in copies(paths)]


def _evidence(paths: Paths, document: Document) -> Iterator[Finding]:
    """The stored copies of evidence are there, byte for byte."""
    for place, claim in enumerate(document.claims):
        for number, item in enumerate(claim.evidence):
            wrong = _copy(paths, item.sha256) if item.sha256 else ""
            if wrong:
                path = ("claims", place, "evidence", number)
                yield Finding(path=path, rule="evidence", message=f"{item.id}: {wrong}")


def _copy(paths: Paths, digest: str) -> str:
    path = stored(paths.project, paths.article, digest)
    if path is None:
        return "its stored copy is missing"
    return "" if is_whole(path) else "its stored copy is not, byte for byte, what was hashed"


def _log(home: Project, path: Path) -> list[Problem]:
    """What breaks the chain of a log that no document was read with."""
    try:
        read_log(path, home.shown(path))
    except FileError as error:
        return [error.problem]
    return []


def _as_written(data: object) -> Document | None:
    """The document as its file says, so that findings have the file's lines."""
    try:
        return None if data is None else from_plain(data, Document)
    except ShapeError:
        return None


def _line_finder(path: Path) -> Callable[[PlainPath], int]:
    """Lines of a YAML file; all on the first for a log, which has no places of its own."""
    if path.suffix != ".yaml":
        return lambda _: 1
    return yaml.Lines(read_text(path)).of


def _problems(
    shown: str, findings: Sequence[Finding], line: Callable[[PlainPath], int]
) -> list[Problem]:
    return [Problem(shown, line(f.path), f.rule, f.message) for f in findings]


def _dangling(home: Project, ids: Ids) -> Iterator[Problem]:
    """Ties to claims that are no longer there, and whether something was taken out since."""
    deeds = _takings(home)
    for path in sorted({path for places in ids.values() for path, _ in places}):
        if path.suffix != ".yaml" or "links:" not in read_text(path):
            continue
        shown, text = home.shown(path), read_text(path)
        lines, document = yaml.Lines(text), from_plain(yaml.load(text, shown), Document)
        for place, claim in enumerate(document.claims):
            for number, link in enumerate(claim.links):
                if link.claim not in ids:
                    line = lines.of(("claims", place, "links", number))
                    since = next((at for at in deeds if at >= link.linked.at), None)
                    why = f"; something was purged or put aside on {since[:10]}" if since else ""
                    words = (
                        f"{claim.id} {link.how} {link.claim}, which is not there any more{why}: "
                        f"untie with qa-annotate similar {claim.id} {link.claim} --as none"
                    )
                    yield Problem(shown, line, "link", words)


def _takings(home: Project) -> list[str]:
    """When something was purged or put aside; a broken log is a problem of its own."""
    try:
        entries = read_log(home.log_path, home.shown(home.log_path)).entries
    except FileError:
        return []
    return [e.at for e in entries if e.purged or (e.renamed and e.renamed.removed)]


def _duplicate_ids(home: Project, ids: Ids) -> Iterator[Problem]:
    """Claim ids are unique in the project."""
    finder = cache(_line_finder)  # a file that was copied repeats every id
    for id_, places in ids.items():
        for path, place in places[1:]:
            (first, at), line = places[0], finder(path)(("claims", place))
            used = f"{home.shown(first)}:{finder(first)(('claims', at))}"
            yield Problem(
                home.shown(path), line, "duplicate-id", f"claim id {id_} is used already in {used}"
            )
