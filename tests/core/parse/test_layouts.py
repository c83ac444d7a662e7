# ruff: noqa: E501  (a paragraph of an article is one line)
"""Layouts that editors use, one invented interview each; what comes out is what a reader sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LAYOUTS = {
    "outlet labels, surname in answers, a farewell": """
- {h1}»Der Nebel lügt nicht«

- {bold}Die Meteorologin Hanna Vogt über verlorene Wetten und das Warten auf Schnee

- Ein Interview von Jonas Petri

- 12.01.2021, 18.03 Uhr

Q {bold}SPIEGEL: Frau Vogt, wann haben Sie zuletzt falsch gelegen?

A Vogt: Gestern. Ich hatte Regen angesagt, und meine Nachbarin hing die Wäsche auf.

Q {bold}SPIEGEL: Sie haben 2003 eine Wette gegen den Bürgermeister verloren.

A Vogt: Das stimmt. Ich musste eine Woche lang den Marktplatz fegen. Seither wette ich nur noch um Kuchen.

A Er hat übrigens nie wieder gewettet.

Q {bold}SPIEGEL: Warum nicht?

A Vogt: Fragen Sie ihn.

- {bold}SPIEGEL: Frau Vogt, wir danken Ihnen für dieses Gespräch.
""",
    "everything bold, labels decide": """
- {h1}"Ich höre den Teig"

- Der Bäcker Emil Rauch spricht über Nachtschichten, Mehlstaub und die Angst vor der Stille.

- Interview: Katrin Sommer

Q {bold}ZEIT ONLINE: Herr Rauch, Sie stehen um zwei Uhr auf. Wann schlafen Sie?

A {bold}Emil Rauch: Nachmittags, wenn die Kinder laut sind.

Q {bold}ZEIT ONLINE: Das klingt paradox.

A {bold}Rauch: Ist es auch. In der Stille werde ich wach.

Q {bold}ZEIT ONLINE: Und am Sonntag?

A {bold}Rauch: Da backe ich für mich.
""",
    "Pregunta once, then P. and R.": """
- Rosa Ibarra: “El desierto enseña a callar”

- La geóloga presenta su libro sobre las dunas de Atacama

- LUIS MENA | Madrid

- Rosa Ibarra (Copiapó, 1960) llega tarde y pide perdón con un mapa en la mano. La geóloga acaba de publicar Arena.

Q Pregunta. ¿Qué le enseñó el desierto?

A Respuesta. A esperar. Y a llevar dos sombreros.

Q P. Usted dice que las dunas caminan.

A R. Caminan. Doce metros al año. Yo camino menos.

Q P. ¿Tiene miedo de que desaparezcan?

A R. ¿Las dunas? No. Tengo miedo de que las asfalten.
""",
    "bold questions, French": """
- Entretien avec Paul Mercadier : « La neige est une archive »

- Propos recueillis par Anne Lorrain

- Publié le 3 février 2019 à 06h30

- Glaciologue à Grenoble, Paul Mercadier étudie depuis trente ans les carottes de glace. Il publie « Le Froid des siècles ».

Q {bold}Comment lit-on une carotte de glace ?

A Comme un journal : en commençant par la fin. Les bulles d’air sont nos petites annonces.

Q {bold}Vous dites que la neige ment parfois.

A Elle ment quand le vent la déplace. Il faut alors chercher un autre témoin.

A Une poussière, un pollen, peu importe.

Q {bold}Qu’est-ce qui vous inquiète le plus ?

A Le silence des politiques. Est-ce que vous avez déjà essayé de convaincre un ministre avec un glaçon ?
""",
    "bold questions with a plug below": """
- The lighthouse poet: ‘I write when the lamp turns’

- Poet Imogen Faulk talks about solitude, gulls and her new collection

- Tom Hales

- Sat 4 May 2019 08.00 BST

Q {bold}Where did the new poems come from?

A From boredom, mostly. I had run out of books by February.

Q {bold}You once said that gulls are bad critics.

A They are! They interrupt. But they never flatter.

Q {bold}Do you miss the city?

A I miss bread. Real bread.

- Imogen Faulk’s The Turning Lamp is published by Harbour Press (£12.99). To order a copy go to harbourbooks.example.

- Read more: The best poetry of the year
""",
    "labels on lines of their own": """
- The Art of Ferrying No. 4

- Interviewed by Dora Kemp

- Silas Moor lives above the boathouse. We spoke over two mornings in April.

Q INTERVIEWER
Do you keep regular hours?

A MOOR
The river does. I follow.

Q INTERVIEWER
And in winter?

A MOOR
In winter I repair things. Oars, mostly. Once a marriage.

A It did not hold.

Q INTERVIEWER
You have never published a line.

A MOOR
Nobody asked for one.
""",
    "Q. and several names, a moderator": """
- Interview with: COACH DAN WELLS

- THE MODERATOR: We'll start with an opening statement from Coach Wells.

- COACH WELLS: Tough night. Credit to them, they made shots.

Q Q. Coach, what did you see on the last play?

A COACH WELLS: I saw a foul. They didn't.

Q Q. (No microphone.)

A COACH WELLS: Say that again? No, he's fine. He'll practice Monday.

Q Q. Marcus, how does the ankle feel?

A MARCUS REED: It feels like an ankle. I'm good.

- THE MODERATOR: Thank you, Coach.
""",
    "QUESTION and MR.": """
- Department Press Briefing - July 9, 2014

- MR. HOLT: Good afternoon, everyone. I have two things at the top.

- First, the Secretary will travel to Geneva tomorrow.

Q QUESTION: Can you say who he will meet there?

A MR. HOLT: Sure. He’ll meet with his counterparts from the region.

Q QUESTION: And the Iranians?

A MR. HOLT: I don’t have any meetings to announce.

Q QUESTION: But you’re not ruling it out.

A MR. HOLT: I don’t have anything further, Matt.

- (The briefing was concluded at 1:40 p.m.)
""",
    "Вопрос and Ответ": """
- Интервью с директором заповедника Анной Беловой

- Беседовал Пётр Громов

- Анна Белова двадцать лет руководит заповедником на Камчатке. Мы поговорили с ней о медведях и туристах.

Q Вопрос: Анна Сергеевна, сколько медведей у вас живёт?

A Ответ: Около восьмисот. Мы их не пересчитываем, они сами приходят.

Q Вопрос: А туристов?

A Ответ: Туристов больше. И они хуже воспитаны.

Q Вопрос: Говорят, вы закрыли северную тропу.

A Ответ: Закрыли. Там гнездятся орланы.

A Откроем в августе.
""",
    "a dash before both sides, questions bold": """
- {h1}«Я леплю из того, что есть»

- Скульптор Игорь Савин рассказал нашему корреспонденту, почему он не любит мрамор.

Q {bold}— Игорь Павлович, с чего всё началось?

A — С пластилина. Мама работала в детском саду и приносила домой остатки.

Q {bold}— Вас долго не принимали в союз художников.

A — Двенадцать лет. Я считал это отпуском.

Q {bold}— Над чем работаете сейчас?

A — Над собой. Шучу. Над памятником дворнику.
""",
    "Arabic Q labels, bare answers": """
- ناشط من الغوطة: نكتب على ضوء الشموع

- في ظل انقطاع الكهرباء، يواصل سامر الخطيب، وهو ناشط مدني من الغوطة، توثيق ما يجري. حاورته لينا عمران من موقع سوريا اليوم.

Q س: كيف توثّقون الأحداث بلا كهرباء؟

A نكتب على الورق أولاً، ثم ننقل الملاحظات حين يعود التيار ساعة في الليل.

Q س: هل تخافون من فقدان الدفاتر؟

A نعم. ولذلك نكتب كل شيء مرّتين. لماذا مرّتين؟ لأن المرّة الأولى للجيران.

Q س: وما الذي تحتاجونه اليوم؟

A بطاريات، وأقلام، ومن يقرأ.
""",
    "Arabic outlet label": """
- الروائية سلمى ناصر: المدينة التي أكتبها لم تعد موجودة

- عنب الشرق – بيروت

- تعود الروائية سلمى ناصر في عملها الجديد إلى حيّ طفولتها. التقتها «عنب الشرق» في مقهى صغير.

Q عنب الشرق: لماذا عدتِ إلى الحيّ القديم؟

A سلمى ناصر: لأنني لم أغادره. كنت أحمل المفتاح طوال الوقت.

Q عنب الشرق: الشخصيات في الرواية بلا أسماء.

A سلمى ناصر: الأسماء تُستخدم في التحقيقات. أردت أن أحميهم.

Q عنب الشرق: هل هذا خوف؟

A سلمى ناصر: بل عادة.
""",
    "记者 and a name": """
- 专访陶艺家周青：火比人诚实

- 记者：林夕 发布时间：2020-03-18

- 周青在景德镇烧了二十年窑。她说自己最怕的不是失败，而是重复。

Q 记者：您为什么选择柴窑？

A 周青：因为柴窑不听话。电窑太乖了。

Q 记者：听说去年有一窑全碎了。

A 周青：碎了四百件。我坐在地上数了一下午。

A 后来把碎片铺了院子。

Q 记者：后悔吗？

A 周青：下雨的时候不后悔，很好看。
""",
    "bold questions, Chinese": """
- {h1}放羊的诗人

- 在祁连山脚下放羊的李石写了三千首诗。我们和他聊了聊羊、雪和手机信号。

Q {bold}你是从什么时候开始写诗的？

A 从羊丢了的那天。找了三天，回来就写了一首。

Q {bold}羊找到了吗？

A 没有。诗留下了。

Q {bold}村里人怎么看你？

A 他们觉得我闲。我说羊也闲。
""",
    "two dashes before questions, Japanese": """
- 町の最後の桶職人、川辺一郎さんに聞く

- 町に一軒だけ残った桶屋。川辺一郎さんは今日も木槌をふるう。

Q ――この仕事を始めて何年になりますか。

A 四十五年です。父の仕事を見ていたら、いつの間にか手が覚えていました。

Q ――一日に何個作れるんですか。

A 一個です。急ぐと水が漏れます。

Q ――後継ぎの話を聞かせてください。

A 孫が一人、興味を持っています。まだ七歳ですが。
""",
    "surnames as labels, Japanese": """
- 写真家・森田葵さんインタビュー

- 取材・文：高井翔

Q 高井：まず、旅に出たきっかけから教えてください。

A 森田：失恋です（笑）。カメラだけ持って北へ行きました。

Q 高井：そこで雪の写真を撮り始めた。

A 森田：雪しかなかったんです。でも、雪は毎日違う顔をしていました。

Q 高井：次はどこへ行かれますか？

A 森田：南ですね。寒さに飽きました。
""",
    "a dash before questions, quoted answers, Korean": """
- “섬의 시간은 다르게 흐른다”

- 등대지기 박무현 씨 인터뷰

- 제주 남쪽 작은 섬에서 30년째 등대를 지키는 박무현 씨를 만났다.

Q - 등대 일을 시작한 계기는 무엇인가요?

A “아버지가 하시던 일입니다. 제가 자연스럽게 이어받았죠.”

Q - 가장 힘든 점은요?

A “외로움보다 습기가 힘듭니다. 모든 게 녹슬어요.”

Q - 앞으로 계획이 있으신가요?

A “은퇴하면 산으로 갈 겁니다.”
""",
    "bold questions, Turkish": """
- {h1}“Ekmek sabır ister”

- Söyleşi: Aylin Demir

- Kars’ta taş fırın işleten Murat Kaya ile ekmeği ve sabrı konuştuk.

Q {bold}Fırıncılığa nasıl başladınız?

A Dedemden kaldı. Çocukken un çuvallarının üstünde uyurdum.

Q {bold}Günde kaç ekmek çıkıyor?

A Dört yüz. Bayramda altı yüz.

Q {bold}Gençler bu işi yapmak istemiyor diyorlar.

A İstemezler tabii, gece ikide kalkmak kolay mı?
""",
    "D. and R.": """
- «Il mare non perdona i pigri»

- di Carla Bini

- Gino Tassi, 70 anni, costruisce barche a Chioggia. Lo abbiamo incontrato nel suo cantiere.

Q D. Quando ha costruito la prima barca?

A R. A quindici anni. È affondata subito.

Q D. E la seconda?

A R. La seconda galleggia ancora. La usa mio cugino.

Q D. Che cosa consiglia ai giovani?

A R. Di imparare a nuotare.
""",
    "labels closed by a dash": """
- “O rio ensina a esperar”, diz Tereza Lobo

- Em entrevista ao Jornal da Beira, a barqueira Tereza Lobo fala de cheias e saudade.

Q Jornal da Beira - Como é viver no rio?

A Tereza Lobo - É acordar com o barulho da água. Eu não saberia viver de outro jeito.

Q Jornal da Beira - A senhora já teve medo?

A Tereza Lobo - Já. Na cheia de 1974 perdi a casa.

Q Jornal da Beira - E voltou.

A Tereza Lobo - Voltei. Para onde mais eu iria?
""",
    "bold questions, Dutch": """
- {h1}‘Ik tel de vogels, niet de jaren’

- Vogelaar Kees Meijer (81) spreekt met Anna Smit over trekvogels en stilte.

Q {bold}Hoe bent u begonnen met tellen?

A Met mijn opa. Hij telde ganzen, ik telde zijn fouten.

Q {bold}U slaat geen dag over.

A Eén keer. Toen trouwde ik.

Q {bold}Wat is de mooiste vogel?

A De spreeuw. Die doet iedereen na.
""",
    "no marker at all": """
- A conversation with beekeeper Lou Marsh

- Lou Marsh keeps forty hives on the roofs of Leeds. He spoke to me between two storms.

Q Why roofs?

A Because nobody sprays a roof. And the view is good.

Q How do the neighbours feel about it?

A They get honey. They feel fine.

Q You were stung last week, I heard.

A Eleven times. My own fault, I wore black.

Q What do bees teach you?

A Patience. Also how to run.
""",
    "numbered questions": """
- Five questions for Dr. Ana Ruiz

- Dr. Ana Ruiz studies river dolphins. We sent her five questions.

Q 1. What drew you to dolphins?

A A school trip. I fell in the water and one looked at me.

Q 2. What do people get wrong about them?

A That they are friendly. They are busy.

Q 3. What is the hardest part of your work?

A Mud.

Q 4. Tell us about a day you will not forget.

A My first calf. I cried into my notebook.

Q 5. What comes next?

A More mud, I hope.
""",
    "an outlet first, then Q, bare answers": """
- Q&A with Minister Karim Fadel

- London, Asharq Daily—In this interview, Karim Fadel, Minister of Water, discusses the drought.

Q Asharq Daily: How severe is this year’s drought?

A Karim Fadel: It is the worst since 1961. We have lost half of the reservoirs.

Q Q: What is the government doing?

A We are drilling, and we are asking people to save.

Q Q: Farmers say the wells are for the rich.

A That is not accurate. Who told you that? The wells are public.

Q Q: Will you resign if it does not rain?

A I do not control the rain.

- You can read this interview in Arabic here.
""",
    "Q labels, dateline, glued caption": """
- 2 min read

- Baker under siege: ‘We bake with barley’

- By Nura Hadid

- March 3, 2015

- DARAYA: Flour ran out in the besieged suburb last month, and the last bakery turned to barley.

- Abu Omar, 44, a baker from Daraya, tells Syria Direct’s Maha Saleh how long the barley will last.

Q Q: How many loaves do you bake a day?

A We used to bake 9,000. Now it is 800.

Q Q: Where does the barley come from?

A From the fields near the front line. Boys bring it at night.

- Daraya bread drya2loafResidents wait outside the bakery. Photo courtesy of Daraya Council.

Q Q: What happens when it runs out?

A We will bake grass.
""",
    "a list inside an answer": """
- Interview with the mayor

- Mayor Ellen Frost spoke to the Valley Times about the new bridge.

Q Valley Times: What will the bridge cost?

A Ellen Frost: There are three parts:
- steel, 2 million
- labour, 3 million
- luck

Q Valley Times: When does it open?

A Frost: In May. Which May? I will not say.

Q Valley Times: Anything else?

A Frost: No.
""",
}

PEOPLE = {
    "outlet labels, surname in answers, a farewell": [("SPIEGEL", "Hanna Vogt")],
    "everything bold, labels decide": [("ZEIT ONLINE", "Emil Rauch")],
    "Pregunta once, then P. and R.": [("LUIS MENA", "Rosa Ibarra")],
    "bold questions, French": [("Anne Lorrain", "Paul Mercadier")],
    "bold questions with a plug below": [("Tom Hales", "Imogen Faulk")],
    "labels on lines of their own": [("Dora Kemp", "Silas Moor")],
    "QUESTION and MR.": [(None, "MR. HOLT")],
    "a dash before both sides, questions bold": [(None, "Игорь Савин")],
    "Arabic Q labels, bare answers": [("لينا عمران", "سامر الخطيب")],
    "Arabic outlet label": [("عنب الشرق", "سلمى ناصر")],
    "two dashes before questions, Japanese": [(None, "川辺一郎")],
    "a dash before questions, quoted answers, Korean": [(None, "박무현")],
    "bold questions, Turkish": [("Aylin Demir", "Murat Kaya")],
    "D. and R.": [("Carla Bini", "Gino Tassi")],
    "labels closed by a dash": [("Jornal da Beira", "Tereza Lobo")],
    "bold questions, Dutch": [("Anna Smit", "Kees Meijer")],
    "no marker at all": [(None, "Lou Marsh")],
    "numbered questions": [(None, "Dr. Ana Ruiz")],
    "an outlet first, then Q, bare answers": [("Asharq Daily", "Karim Fadel")],
    "Q labels, dateline, glued caption": [("Maha Saleh", "Abu Omar")],
    "a list inside an answer": [("Valley Times", "Ellen Frost")],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout: str, read: Callable) -> None:
    sketch = read(LAYOUTS[layout])
    assert sketch.found == sketch.expected


@pytest.mark.parametrize("layout", PEOPLE)
def test_people(layout: str, read: Callable) -> None:
    assert read(LAYOUTS[layout]).people == PEOPLE[layout]
