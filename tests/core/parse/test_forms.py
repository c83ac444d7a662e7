# ruff: noqa: E501  (a paragraph of an article is one line)
"""More languages and longer forms, one invented interview each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FORMS = {
    "lines wrapped by hand": """
- CONVERSATION WITH A CANAL PILOT

- Recorded at Gatun, 1912. The pilot, Captain Amos Reed, was asked by
our correspondent about the work of the locks.

Q Q. How many vessels have you taken through since the
opening of the lower chamber?

A A. Some two hundred, of which three touched the wall. I do not
count the tugs, nor the President's launch, which steers
itself.

Q Q. And what is the chief danger?

A A. Impatience. A captain who has waited four days will
do in four minutes what he would not do in a year.

Q Q. Is it true that you sing?

A A. It keeps the hands together.
""",
    "Polish": """
- „Pszczoły nie lubią pośpiechu”

- Z pszczelarzem Janem Nowakiem rozmawia Ewa Lis

Q Ewa Lis: Jak zaczęła się pana przygoda z pszczołami?

A Jan Nowak: Od użądlenia. Miałem sześć lat.

Q Ewa Lis: Nie zniechęciło to pana?

A Jan Nowak: Przeciwnie, chciałem wiedzieć, kto to zrobił.

Q Ewa Lis: Czego uczą pszczoły?

A Jan Nowak: Cierpliwości.
""",
    "Persian": """
- گفت‌وگو با نویسنده، مریم کاظمی

- مریم کاظمی سال‌هاست برای کودکان می‌نویسد. با او در کتابخانه‌اش گفت‌وگو کردیم.

Q {bold}چرا برای کودکان می‌نویسید؟

A چون آن‌ها دروغ را زود می‌فهمند.

Q {bold}اولین کتاب شما چه بود؟

A داستان یک گربه که می‌خواست ماه را بخورد.

Q {bold}ماه را خورد؟

A نه، هنوز گرسنه است.
""",
    "Hebrew": """
- ראיון עם הנגן יוסי לביא

- יוסי לביא מנגן על חליל כבר ארבעים שנה. פגשנו אותו בחוף.

Q ש: מתי התחלת לנגן?

A ת: בגיל חמש. אבא שלי חשב שזה יעבור.

Q ש: וזה עבר?

A ת: אבא עבר. החליל נשאר.

Q ש: מה אתה מנגן לעצמך?

A ת: שקט.
""",
    "Greek, with its own question mark": """
- Συνέντευξη με τον ναυπηγό Νίκο Βράκα

- Ο Νίκος Βράκας φτιάχνει βάρκες στη Σύμη εδώ και σαράντα χρόνια.

Q {bold}Πώς ξεκινήσατε;

A Με τον πατέρα μου. Κρατούσα τα καρφιά.

Q {bold}Πόσο καιρό θέλει μια βάρκα;

A Έναν χειμώνα. Αν βρέχει, δύο.

Q {bold}Ποιος θα συνεχίσει;

A Η κόρη μου. Κρατάει ήδη τα καρφιά.
""",
    "Indonesian": """
- Wawancara dengan pembuat kapal, Haji Rahman

- Haji Rahman membuat kapal pinisi di Bulukumba. Kami menemuinya di pantai.

Q T: Sejak kapan Anda membuat kapal?

A J: Sejak kecil. Ayah saya juga pembuat kapal.

Q T: Berapa lama membuat satu kapal?

A J: Satu tahun, kalau laut sabar.

Q T: Apa pesan Anda untuk anak muda?

A J: Belajarlah berenang dulu.
""",
    "Swedish": """
- ”Isen talar om man lyssnar”

- Långfärdsskridskoåkaren Eva Lind berättar om mörk is och ljusa nätter. Intervju: Per Ström

Q {bold}Hur vet du att isen håller?

A Jag lyssnar. Tunn is sjunger högt.

Q {bold}Har du gått igenom?

A Två gånger. Jag var kall i en vecka.

Q {bold}Varför fortsätter du?

A För tystnaden.
""",
    "headings as questions, a section about the series below": """
- {h1}The quiet engineer

- Every month we talk to a person who keeps something running. This time: Priya Nair, who looks after the signals on the harbour line.

- {italic}This conversation has been edited and condensed for clarity.

Q {h3}You started as a violinist. How did you end up in a signal box?

A I needed money, and the railway paid on Fridays. My teacher was furious. He said that I would lose my ear.

A I did not lose it. I hear relays the way I used to hear strings: you know when one is about to go.

- {image}A signal box in the fog

A People think that the job is about machines. It is about waiting, and about being awake while you wait.

Q {h3}What does a bad night look like?

A Fog, a points failure and a new driver. What do you do then? You slow everything down and you talk. I have talked a man through three miles of fog.

Q {h3}You kept the old lever frame when the computers came.

A I fought for it. I lost two years of my life in meetings. But when the power went in 2018 we moved forty trains with our arms.

Q {h3}Do you still play?

A On Sundays, badly, and for an audience of two cats.

- {h3}About this series

- We publish one conversation a month. Write to us if you know somebody we should meet.
""",
    "long answers and no marker": """
- ‘I have never sold a map I liked’

- By Nora Field

- Edgar Lowe has drawn maps for forty years, most of them of places that no longer exist. I visited him in his attic and asked what he leaves out.

Q What is the first thing you draw?

A The river. Everything else is an argument with the river.

A My teacher started with roads, and it shows: his towns look as if somebody had dropped them.

Q Do you work from photographs?

A I used to. They show you everything, which is no help at all.

Q You once refused to draw a motorway.

A It was not there yet. I said that I would draw it when I had driven on it. They found another man.

A I hear that he is rich now.

Q What do you do when people tell you a map is wrong?

A I ask them to show me. Half of them can't find their own house.
""",
    "a transcript that says who is who": """
- VOICES OF THE VALLEY

- Interview 12

- Interviewer: Dana West
Narrator: Floyd Carter

Q DANA WEST
Where were you born, Mr. Carter?

A FLOYD CARTER
Right here. In that room, behind you.

Q DANA WEST
In this house?

A FLOYD CARTER
In this house. I never went far.

Q DANA WEST
Did you ever want to?

A FLOYD CARTER
Once. I got as far as the bridge.
""",
    "a dash on both sides, bold questions": """
- “No vendo pan, vendo olor”

- El panadero Lucas Prado responde a las preguntas de los lectores.

Q {bold}- ¿A qué hora se levanta?

A - A las dos. Y me acuesto a las seis de la tarde, como las gallinas.

Q {bold}- ¿Nunca se ha dormido?

A - Una vez. El pueblo entero vino a despertarme.

Q {bold}- ¿Qué pan le gusta más?

A - El que se quema un poco.
""",
    "times before the labels": """
- Transcript: the harbour tapes

- Dana West talks to crane driver Joe Link.

Q [00:00:12] Dana West: When did you first climb the crane?

A [00:00:20] Joe Link: In sixty-eight. I was afraid of heights.

Q [00:00:31] Dana West: And now?

A [00:00:33] Joe Link: Now I am afraid of the ground.

Q [00:00:41] Dana West: Do you miss it?

A [00:00:43] Joe Link: Every windy day.
""",
    "times behind the labels": """
- Podcast transcript, episode 12

- Our host Mia Stone sat down with novelist Ray Dunn.

Q Mia Stone (00:15): Where do you write?

A Ray Dunn (00:18): In the car. I park by the river.

Q Mia Stone (01:02): In winter too?

A Ray Dunn (01:05): In winter the windows fog up and nobody sees me.

Q Mia Stone (02:10): Does it help?

A Ray Dunn (02:12): It does.
""",
    "Interviewer and Respondent": """
- Interview 7, farm study

Q Interviewer: How many cows do you have?

A Respondent: Forty. We had sixty before the drought.

Q Interviewer: What did you do with the others?

A Respondent: We sold them. My son cried.

Q Interviewer: Would you start again?

A Respondent: I would.
""",
    "bold Q. and plain A.": """
- {h1}Five minutes with Omar Haddad

- Omar Haddad repairs radios in Aleppo. He spoke to us by phone.

Q {bold}Q. How did you learn your trade?

A A. From my uncle. He listened to Cairo, I listened to the valves.

Q {bold}Q. What do people bring you?

A A. Radios that their fathers bought. They want the voice back.

Q {bold}Q. Can you give it back?

A A. Sometimes.
""",
    "a dash on both sides, French": """
- Rencontre avec Simone Ardant, gardienne de phare

- Simone Ardant vit seule sur son rocher depuis douze ans. Entretien.

Q — Vous ne vous ennuyez jamais ?

A — Jamais. J’ai un carnet et des voisins : les phoques.

Q — Que notez-vous dans ce carnet ?

A — Le vent. Le vent et mes colères.

Q — Et quand le bateau ne vient pas ?

A — Je mange des pâtes.
""",
    "المحاور and a name": """
- حوار مع الطبيب يوسف داغر

- يعمل الطبيب يوسف داغر في مشفى ميداني منذ ثلاث سنوات. أجرى الحوار: مازن سعيد

Q المحاور: كيف تعملون تحت القصف؟

A يوسف داغر: نعمل في القبو. أنا أعرف المرضى من أصواتهم.

Q المحاور: ما الذي ينقصكم؟

A يوسف داغر: كل شيء إلا المرضى.

Q المحاور: هل فكّرت في الرحيل؟

A يوسف داغر: فكّرت. ثم جاء مريض.
""",
    "quotations and a question in the introduction": """
- “We buried the seeds”

- By Hal Moore

- When the dam broke in 1994, most people left the valley. “What were we supposed to do?” says Edna Poole. She stayed, and she kept the seed store.

- I met Edna Poole at her kitchen table.

Q {italic}You could have left.

A I could. I had a sister in the city. But who would have watered the beans?

Q {italic}What did you save first?

A The rye. You can live on rye.

Q {italic}Did anybody help?

A My neighbour's boy. He is the mayor now, and he still owes me a bucket.
""",
}

PEOPLE = {
    "lines wrapped by hand": [(None, "Amos Reed")],
    "Polish": [("Ewa Lis", "Jan Nowak")],
    "Indonesian": [(None, "Haji Rahman")],
    "Swedish": [("Per Ström", "Eva Lind")],
    "headings as questions, a section about the series below": [(None, "Priya Nair")],
    "long answers and no marker": [("Nora Field", "Edgar Lowe")],
    "a transcript that says who is who": [("Dana West", "Floyd Carter")],
    "a dash on both sides, bold questions": [(None, "Lucas Prado")],
    "times before the labels": [("Dana West", "Joe Link")],
    "times behind the labels": [("Mia Stone", "Ray Dunn")],
    "quotations and a question in the introduction": [("Hal Moore", "Edna Poole")],
    "bold Q. and plain A.": [(None, "Omar Haddad")],
}


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str, read: Callable) -> None:
    sketch = read(FORMS[form])
    assert sketch.found == sketch.expected


@pytest.mark.parametrize("form", PEOPLE)
def test_people(form: str, read: Callable) -> None:
    assert read(FORMS[form]).people == PEOPLE[form]
