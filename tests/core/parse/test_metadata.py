"""What an article says about itself: dates, bylines, titles, languages; the pages are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa_annotate.core.parse import parse
from qa_annotate.core.parse.dates import find_date
from qa_annotate.core.parse.language import language

DATES = (
    ("18 June 2014", "en", "2014-06-18"),
    ("June 18th, 2014", "en", "2014-06-18"),
    ("5/3/2021", "en", None),
    ("3/25/2021", "en", "2021-03-25"),
    ("5.3.2021", "de", "2021-03-05"),
    ("12 de enero de 2018", "es", "2018-01-12"),
    ("1er mars 2019", "fr", "2019-03-01"),
    ("12 marca 2019", "pl", "2019-03-12"),
    ("12 березня 2019", "uk", "2019-03-12"),
    ("12 марта 2019 года", "ru", "2019-03-12"),
    ("30 Maret 2012", "id", "2012-03-30"),
    ("12 mars 2019", "sv", "2019-03-12"),
    ("12 Μαρτίου 2019", "el", "2019-03-12"),
    ("12 במרץ 2019", "he", "2019-03-12"),
    ("١٤ أيار ٢٠٢١", "ar", "2021-05-14"),
    ("2023年6月4日", "ja", "2023-06-04"),
    ("2022년 4월 8일", "ko", "2022-04-08"),
    ("ngày 12 tháng 3 năm 2019", "vi", "2019-03-12"),
    ("31.02.20", "de", None),
    ("in the summer of 1988", "en", None),
)

AUTHORS = (
    ("On a roof\n\nBy Tobin Hale on June 2, 2016\n\nMaren Oxley counts swifts.", "Tobin Hale"),
    ("Auf dem Dach\n\nVon Jonas Kehl | 12.03.2019\n\nMaren Voss zählt Segler.", "Jonas Kehl"),
    ("Sur le toit\n\nPropos recueillis par Tanguy Leroux\n\nMaren Aubin compte.", "Tanguy Leroux"),
    ("Dak\n\nTekst: Teun de Haan\nFoto’s: Greet Vink\n\nMaren Oosterling telt.", "Teun de Haan"),
    ("Крыша\n\nБеседовал Тимур Галеев\n\nМарина Осинцева считает.", "Тимур Галеев"),
    ("Çatı\n\nRöportaj: Tolga Han\n\nMeryem Oktar sayıyor.", "Tolga Han"),
    ("السطح\n\nحاورها: طارق هلال\n\nتعدّ منال العسكري الطيور.", "طارق هلال"),
    ("On a roof\n\nBy chance we met a counter of swifts.\n\nPhoto by Greta Finch", None),
)

TITLES = (
    ("Menu\n\nOn a roof\n\nMaren Oxley counts swifts.", "On a roof"),
    ("|\n\nOn a roof\n\nMaren Oxley counts swifts.", "On a roof"),
)

LANGUAGES = (
    ("en", "The swifts are back and we do not know how many of them have stayed for the summer."),
    (
        "de",
        "Die Segler sind zurück, und wir wissen nicht, wie viele von ihnen auf den Dächern sind.",
    ),
    (
        "pl",
        "Jerzyki wróciły i nie wiemy, ile z nich zostało na dachach, ale to jest dobra wiadomość.",
    ),
    (
        "uk",
        "Стрижі повернулися, і ми не знаємо, що з ними було, але це добре, бо їх багато у місті.",
    ),
    ("sv", "Seglarna är tillbaka och vi vet inte hur många av dem som har stannat för sommaren."),
    (
        "id",
        "Burung walet itu kembali dan kami tidak tahu yang mana dari mereka akan tinggal di sini.",
    ),
    ("fa", "پرستوها برگشتند و ما نمی‌دانیم که چند تا از آنها در این شهر ماندند با این همه خوب است."),
    ("el", "Οι σταχτάρες γύρισαν και δεν ξέρουμε πόσες έμειναν στις στέγες της πόλης."),
    ("he", "הסיסים חזרו ואנחנו לא יודעים כמה מהם נשארו על הגגות של העיר."),
)


@pytest.mark.parametrize(("text", "spoken", "date"), DATES)
def test_date(text: str, spoken: str, date: str | None) -> None:
    assert find_date(text, spoken) == date


@pytest.mark.parametrize(("text", "name"), AUTHORS)
def test_author(text: str, name: str | None, plain: Callable) -> None:
    assert parse(plain(text)).metadata.author == name


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str, plain: Callable) -> None:
    assert parse(plain(text)).metadata.title == title


@pytest.mark.parametrize(("code", "text"), LANGUAGES)
def test_language(code: str, text: str) -> None:
    assert language(text) == code
