"""The names of the months, in many languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType


def _months(rows: Iterable[str]) -> Mapping[str, int]:
    """One row a language, twelve cells a row, spellings of a month apart by slashes."""
    table: dict[str, int] = {}
    for row in rows:
        for number, cell in enumerate(row.split("|"), 1):
            for name in cell.split("/"):
                table.setdefault(name, number)
    return MappingProxyType(table)


MONTHS = _months(
    (
        "january/jan|february/feb|march/mar|april/apr|may|june/jun|july/jul|august/aug"
        "|september/sep/sept|october/oct|november/nov|december/dec",
        "enero/ene|febrero|marzo|abril/abr|mayo|junio|julio|agosto/ago|septiembre/setiembre"
        "|octubre|noviembre|diciembre/dic",
        "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        "januar/jänner|februar|märz|april|mai|juni|juli|august|september|oktober/okt|november"
        "|dezember/dez",
        "января/январь|февраля/февраль|марта/март|апреля/апрель|мая/май|июня/июнь|июля/июль"
        "|августа/август|сентября/сентябрь|октября/октябрь|ноября/ноябрь|декабря/декабрь",
        "يناير/كانون الثاني/جانفي|فبراير/شباط/فيفري|مارس/آذار|أبريل/إبريل/نيسان/أفريل"
        "|مايو/أيار/ماي|يونيو/حزيران/جوان|يوليو/تموز/جويلية|أغسطس/آب/أوت|سبتمبر/أيلول"
        "|أكتوبر/تشرين الأول|نوفمبر/تشرين الثاني|ديسمبر/كانون الأول",
        "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
        "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre"
        "|dicembre",
        "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
        "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
        "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października"
        "|listopada|grudnia",
        "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
        "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
        "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|desember",
        "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince",
        "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie"
        "|decembrie",
        "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember",
        "ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου/μαι\u0308\u0301ου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου"
        "|οκτωβρίου|νοεμβρίου|δεκεμβρίου",
        "בינואר/ינואר|בפברואר/פברואר|במרץ/מרץ|באפריל/אפריל|במאי/מאי|ביוני/יוני|ביולי/יולי"
        "|באוגוסט/אוגוסט|בספטמבר/ספטמבר|באוקטובר/אוקטובר|בנובמבר/נובמבר|בדצמבר/דצמבר",
        "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه/جولای|اوت/آگوست|سپتامبر|اکتبر|نوامبر|دسامبر",
        "januaro|februaro|marto|aprilo|majo|junio|julio|aŭgusto|septembro|oktobro|novembro"
        "|decembro",
    )
)


def _folded(name: str) -> str:
    """Case folded as a regular expression folds it: Turkish "EKİM" and "KASIM" too."""
    return name.casefold().replace("\u0307", "").replace("ı", "i")


_FOLDED = MappingProxyType({_folded(name): number for name, number in MONTHS.items()})


def month(name: str) -> int | None:
    """The number of a month in whatever case; None for a word that is none.

    >>> month("March"), month("KASIM"), month("EKİM"), month("Marchpane")
    (3, 11, 10, None)
    """
    return _FOLDED.get(_folded(name))
