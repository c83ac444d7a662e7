# ruff: noqa: E501  (a paragraph of an article is one line)
"""Who asks and who answers, by what an introduction says; the pages are invented.

Near misses stand among them: photographers, translators, editors, characters of a novel, places and
bands, whom no question was put to.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa_annotate.core.parse import parse

TALKS = {
    "en": (
        (
            "How did you get into this work?",
            "I had no plan. My uncle needed help for one summer, and I stayed for twenty years.",
        ),
        ("What do you tell beginners?", "I tell them to listen first. Most of them want to talk."),
        ("And what comes next for you?", "I will take a long walk, and then we will see."),
    ),
    "de": (
        (
            "Wie sind Sie zu dieser Arbeit gekommen?",
            "Ich hatte keinen Plan. Mein Onkel brauchte Hilfe, und ich bin zwanzig Jahre geblieben.",
        ),
        ("Was sagen Sie Anfängern?", "Ich sage ihnen, dass sie zuerst zuhören sollen."),
        (
            "Und was kommt als Nächstes?",
            "Ich mache einen langen Spaziergang, dann sehen wir weiter.",
        ),
    ),
    "fr": (
        (
            "Comment êtes-vous venu à ce métier ?",
            "Je n’avais pas de plan. Mon oncle avait besoin d’aide, et je suis resté vingt ans.",
        ),
        (
            "Que dites-vous aux débutants ?",
            "Je leur dis d’écouter d’abord. La plupart veulent parler.",
        ),
        ("Et que ferez-vous ensuite ?", "Je ferai une longue promenade, et puis nous verrons."),
    ),
    "es": (
        (
            "¿Cómo llegó usted a este oficio?",
            "No tenía ningún plan. Mi tío necesitaba ayuda y me quedé veinte años.",
        ),
        (
            "¿Qué les dice a los principiantes?",
            "Les digo que primero escuchen. Casi todos quieren hablar.",
        ),
        ("¿Y qué hará después?", "Daré un paseo largo y luego ya veremos."),
    ),
    "pt": (
        (
            "Como chegou a este ofício?",
            "Eu não tinha nenhum plano. O meu tio precisava de ajuda e fiquei vinte anos.",
        ),
        (
            "O que diz aos principiantes?",
            "Digo-lhes que primeiro escutem. Quase todos querem falar.",
        ),
        ("E o que vai fazer a seguir?", "Vou dar um longo passeio e depois vemos."),
    ),
    "it": (
        (
            "Come è arrivato a questo mestiere?",
            "Non avevo nessun piano. Mio zio aveva bisogno di aiuto e sono rimasto vent’anni.",
        ),
        (
            "Che cosa dice ai principianti?",
            "Dico loro di ascoltare prima. Quasi tutti vogliono parlare.",
        ),
        ("E che cosa farà adesso?", "Farò una lunga passeggiata, poi vedremo."),
    ),
    "nl": (
        (
            "Hoe bent u in dit vak terechtgekomen?",
            "Ik had geen plan. Mijn oom had hulp nodig, en ik ben twintig jaar gebleven.",
        ),
        (
            "Wat zegt u tegen beginners?",
            "Ik zeg dat ze eerst moeten luisteren. De meesten willen praten.",
        ),
        ("En wat gaat u nu doen?", "Ik ga een lange wandeling maken, en dan zien we wel."),
    ),
    "ru": (
        (
            "Как вы пришли в эту профессию?",
            "У меня не было никакого плана. Дяде нужна была помощь, и я остался на двадцать лет.",
        ),
        (
            "Что вы говорите новичкам?",
            "Я говорю, чтобы они сначала слушали. Почти все хотят говорить.",
        ),
        ("А что вы будете делать дальше?", "Я долго погуляю, а потом посмотрим."),
    ),
    "uk": (
        (
            "Як ви прийшли в цю професію?",
            "У мене не було жодного плану. Дядькові потрібна була допомога, і я лишився на двадцять років.",
        ),
        ("Що ви кажете новачкам?", "Я кажу, щоб вони спершу слухали. Майже всі хочуть говорити."),
        ("А що ви робитимете далі?", "Я довго погуляю, а потім побачимо."),
    ),
    "pl": (
        (
            "Jak trafił pan do tego zawodu?",
            "Nie miałem żadnego planu. Wujek potrzebował pomocy i zostałem na dwadzieścia lat.",
        ),
        ("Co mówi pan początkującym?", "Mówię, żeby najpierw słuchali. Prawie wszyscy chcą mówić."),
        ("A co będzie pan robił dalej?", "Pójdę na długi spacer, a potem zobaczymy."),
    ),
    "tr": (
        (
            "Bu mesleğe nasıl başladınız?",
            "Hiçbir planım yoktu. Amcamın yardıma ihtiyacı vardı, ben de yirmi yıl kaldım.",
        ),
        (
            "Yeni başlayanlara ne söylüyorsunuz?",
            "Önce dinlemelerini söylüyorum. Çoğu konuşmak istiyor.",
        ),
        ("Peki bundan sonra ne yapacaksınız?", "Uzun bir yürüyüşe çıkacağım, sonra bakarız."),
    ),
    "ar": (
        ("كيف بدأت هذا العمل؟", "لم تكن لديّ خطة. احتاج عمي إلى مساعدة فبقيت عشرين عاماً."),
        ("ماذا تقول للمبتدئين؟", "أقول لهم أن يسمعوا أولاً. أغلبهم يريد أن يتكلم."),
        ("وما الذي ستفعله بعد ذلك؟", "سأمشي طويلاً ثم نرى."),
    ),
    "fa": (
        ("چطور وارد این کار شدید؟", "من هیچ برنامه‌ای نداشتم. عمویم کمک می‌خواست و بیست سال ماندم."),
        ("به تازه‌کارها چه می‌گویید؟", "به آنها می‌گویم اول گوش بدهند. بیشترشان می‌خواهند حرف بزنند."),
        ("و بعد از این چه می‌کنید؟", "یک پیاده‌روی طولانی می‌کنم و بعد می‌بینیم."),
    ),
    "he": (
        (
            "איך הגעת לעבודה הזאת?",
            "לא הייתה לי שום תוכנית. דוד שלי היה צריך עזרה, ונשארתי עשרים שנה.",
        ),
        ("מה אתה אומר למתחילים?", "אני אומר להם להקשיב קודם. רובם רוצים לדבר."),
        ("ומה תעשה עכשיו?", "אני אצא להליכה ארוכה, ואז נראה."),
    ),
    "ja": (
        (
            "この仕事を始めたきっかけは何ですか？",
            "特に計画はありませんでした。叔父が人手を探していて、そのまま二十年いました。",
        ),
        ("初心者には何と言いますか？", "まず聞くようにと言います。みんな話したがりますから。"),
        ("これからは何をしますか？", "長い散歩をして、それから考えます。"),
    ),
    "ko": (
        (
            "이 일을 어떻게 시작하셨나요?",
            "저는 아무 계획이 없었습니다. 삼촌이 일손이 필요했고 그렇게 이십 년을 있었습니다.",
        ),
        (
            "처음 시작하는 사람들에게 뭐라고 하시나요?",
            "먼저 들으라고 합니다. 대부분 말하고 싶어 하거든요.",
        ),
        ("앞으로는 무엇을 하실 건가요?", "긴 산책을 하고 나서 생각해 보겠습니다."),
    ),
    "zh": (
        ("您是怎么开始做这一行的？", "我当时没有什么计划。叔叔缺人手，我就留了二十年。"),
        ("您对新手说什么？", "我让他们先听。大多数人都想说话。"),
        ("接下来您打算做什么？", "我先去走一段长路，然后再说。"),
    ),
    "id": (
        (
            "Bagaimana Anda memulai pekerjaan ini?",
            "Saya tidak punya rencana. Paman saya butuh bantuan, dan saya tinggal dua puluh tahun.",
        ),
        (
            "Apa yang Anda katakan kepada pemula?",
            "Saya bilang supaya mereka mendengarkan dulu. Kebanyakan ingin bicara.",
        ),
        ("Lalu apa yang akan Anda lakukan?", "Saya akan berjalan jauh, lalu kita lihat nanti."),
    ),
    "sv": (
        (
            "Hur kom du in i det här yrket?",
            "Jag hade ingen plan. Min farbror behövde hjälp, och jag stannade i tjugo år.",
        ),
        (
            "Vad säger du till nybörjare?",
            "Jag säger att de ska lyssna först. De flesta vill prata.",
        ),
        ("Och vad gör du härnäst?", "Jag tar en lång promenad, sedan får vi se."),
    ),
    "el": (
        (
            "Πώς ξεκινήσατε αυτή τη δουλειά;",
            "Δεν είχα κανένα σχέδιο. Ο θείος μου χρειαζόταν βοήθεια και έμεινα είκοσι χρόνια.",
        ),
        (
            "Τι λέτε στους αρχάριους;",
            "Τους λέω να ακούνε πρώτα. Οι περισσότεροι θέλουν να μιλήσουν.",
        ),
        ("Και τι θα κάνετε μετά;", "Θα κάνω έναν μεγάλο περίπατο και μετά βλέπουμε."),
    ),
}

# The language, the introduction, what stands below the talk, who asks, who answers.
INTRODUCTIONS = (
    (
        "en",
        "The woman who counts swifts\n\nMaren Oxley has counted swifts on the same roof since 1988. We met her on a windy morning.",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "Counting swifts\n\nBy Tobin Hale\n\nMaren Oxley, an ornithologist from Port Lyle, has been counting swifts for three decades. I visited her on the roof of the old mill.\n\nPhoto: Greta Finch",
        "",
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Interview: Maren Oxley on swifts and silence\n\n12 March 2019\n\nThe swifts are back in Port Lyle, and one woman knows how many.",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "Swifts and silence\n\nTobin Hale talks to Maren Oxley, author of The Empty Roof, about birds, patience and the weather.",
        "",
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Swifts and silence\n\nMaren Oxley, author of The Empty Roof, talks to Tobin Hale about birds, patience and the weather.",
        "",
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Five questions for Maren Oxley\n\nOur series introduces people who count things. Today: swifts. Translated by Olga Brandt. Edited by Piers Cole.",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "Meet the Maker: Maren Oxley\n\nThis week we visit a workshop by the harbour.",
        "",
        None,
        "Maren Oxley",
    ),
    ("en", "Q&A with Maren Oxley, Swift Counter\n\nPosted on May 3, 2021", "", None, "Maren Oxley"),
    (
        "en",
        "A quiet roof\n\nWe sat down with Oxley, whose new record has been called the quietest of the year.",
        "",
        None,
        "Oxley",
    ),
    (
        "en",
        "Guitar talk\n\nI had the chance to talk with Maren from the band Grey Roofs before their show in Leeds.",
        "",
        None,
        "Maren",
    ),
    (
        "en",
        "Two on a roof\n\nWe spoke with Maren Oxley and Jude Pell, founders of the Swift Trust, about counting birds.",
        "",
        None,
        ("Maren Oxley", "Jude Pell"),
    ),
    (
        "en",
        "“I still get it wrong”: Maren Oxley on counting swifts\n\nThe counter of Port Lyle explains why numbers lie.",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "The Roof Watcher\n\nWords by Tobin Hale | Photography by Greta Finch\n\nFor thirty years, Maren Oxley has climbed the same ladder every May. We asked her why.",
        "",
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Author Spotlight – Maren Oxley\n\nPlease welcome Maren to the blog today! Her novel The Empty Roof is out now from Halden Press.",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "Alumni stories\n\nName: Maren Oxley\nClass of: 1988\nHometown: Port Lyle\n\nTell us your story and win a mug.",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "Roof stories\n\nMaren Oxley won the Lyle Prize in 2016. Tobin Hale caught up with her to find out what has changed since.",
        "",
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Today on the blog I'm delighted to be joined by Maren Oxley, whose debut novel The Empty Roof was inspired by the life of Agnes Marlow.\n\nWelcome, Maren!",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "An Interview with Maren Oxley, Director of The Empty Roof\n\nThe film follows Agnes Marlow and her brother Seth Marlow through the winter of 1947.",
        "",
        None,
        "Maren Oxley",
    ),
    (
        "en",
        "Birds of Port Lyle\n\nMaren Oxley told Tobin Hale how she learned to count.\n\nThe two met at the Harbour Café in June.",
        "",
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Why are there fewer swifts?\n\nPort Lyle has lost half of its birds since 1990. Scientists at the University of Port Lyle blame Roof Reform. We asked an expert who wishes to remain anonymous.",
        "",
        None,
        None,
    ),
    (
        "en",
        "Counting what flies\n\nMaren Oxley is the keeper of the longest bird count in the country.",
        "Tobin Hale is a writer based in Leeds.\n\nThis interview was conducted by Tobin Hale and has been edited for length.",
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "de",
        "Die Frau, die Segler zählt\n\nInterview: Jonas Kehl\n\nSeit dreißig Jahren zählt Maren Voss jeden Mai die Mauersegler über dem Hafen.",
        "",
        "Jonas Kehl",
        "Maren Voss",
    ),
    (
        "de",
        "„Man muss nur hinschauen“\n\nDie Vogelkundlerin Maren Voss über Geduld, Dächer und den Lärm der Stadt.\n\nVon Jonas Kehl\n\nFoto: Greta Finke",
        "",
        "Jonas Kehl",
        "Maren Voss",
    ),
    (
        "de",
        "Maren Voss im Interview: „Ich zähle weiter“\n\n12. März 2019\n\nDie Mauersegler sind zurück.",
        "",
        None,
        "Maren Voss",
    ),
    (
        "de",
        "Im Gespräch mit der Ornithologin Maren Voss\n\nIn unserer Reihe stellen wir Menschen vor, die zählen.",
        "",
        None,
        "Maren Voss",
    ),
    (
        "de",
        "Fünf Fragen an Maren Voss\n\nDie Leiterin des Hafenmuseums verlässt nach zwanzig Jahren ihr Amt.",
        "",
        None,
        "Maren Voss",
    ),
    (
        "de",
        "Leise Dächer\n\nWarum es weniger Segler gibt, erklärt Maren Voss, Leiterin der Vogelwarte.",
        "Das Interview führte Jonas Kehl.",
        "Jonas Kehl",
        "Maren Voss",
    ),
    (
        "de",
        "Interview mit Prof. Dr. Maren Voss\n\nDie Direktorin des Instituts für Vogelkunde spricht über Zahlen.",
        "",
        None,
        "Prof. Dr. Maren Voss",
    ),
    (
        "de",
        "Grauer Dachboden\n\nGrund genug, mit Sängerin Maren über das neue Album zu sprechen.",
        "",
        None,
        "Maren",
    ),
    (
        "de",
        "Unter Seglern\n\nJonas Kehl hat mit der Ornithologin Maren Voss gesprochen.",
        "",
        "Jonas Kehl",
        "Maren Voss",
    ),
    (
        "de",
        "Zwei auf dem Dach\n\nWir haben mit Maren Voss und Jule Pell über Vögel und Geduld gesprochen.",
        "",
        None,
        ("Maren Voss", "Jule Pell"),
    ),
    (
        "de",
        "Zu Gast: Maren Voss\n\nÜbersetzung: Olga Brandt. Redaktion: Peer Kolbe.",
        "",
        None,
        "Maren Voss",
    ),
    (
        "de",
        "Weniger Mauersegler am Hafen\n\nDie Stadt Lyhaven verliert ihre Vögel. Ein Fachmann der Vogelwarte Lyhaven gibt Auskunft.",
        "",
        None,
        None,
    ),
    (
        "fr",
        "Celle qui compte les martinets\n\nPropos recueillis par Tanguy Leroux\n\nDepuis trente ans, Maren Aubin compte les martinets au-dessus du port.",
        "",
        "Tanguy Leroux",
        "Maren Aubin",
    ),
    (
        "fr",
        "Entretien avec Maren Aubin, ornithologue\n\nPublié le 12 mars 2019",
        "",
        None,
        "Maren Aubin",
    ),
    (
        "fr",
        "Interview de Maren Aubin\n\nNous avons rencontré l’autrice du « Toit vide » à la librairie du port.",
        "",
        None,
        "Maren Aubin",
    ),
    (
        "fr",
        "Maren Aubin : « Je compte encore »\n\nL’ornithologue publie un livre sur les toits de la ville.",
        "",
        None,
        "Maren Aubin",
    ),
    (
        "fr",
        "Rencontre avec Maren Aubin\n\nPar Tanguy Leroux\n\nPhotographies : Gaëlle Finot\n\nElle grimpe chaque année sur le même toit.",
        "",
        "Tanguy Leroux",
        "Maren Aubin",
    ),
    (
        "fr",
        "Trois questions à Maren Aubin, directrice du musée du Port\n\nTraduit de l’anglais par Olga Brandt.",
        "",
        None,
        "Maren Aubin",
    ),
    (
        "fr",
        "Le bruit des ailes\n\nLa musicienne Maren Aubin sort un nouveau disque. Elle a répondu aux questions de Tanguy Leroux.",
        "",
        "Tanguy Leroux",
        "Maren Aubin",
    ),
    (
        "fr",
        "Sur le toit\n\nMaren Aubin, fondatrice de l’association Ailes, est notre invitée.",
        "Entretien réalisé par Tanguy Leroux",
        "Tanguy Leroux",
        "Maren Aubin",
    ),
    (
        "fr",
        "Toits gris\n\nNous avons posé quelques questions à Maren, chanteuse du groupe Toits Gris.",
        "",
        None,
        "Maren",
    ),
    ("fr", "À la rencontre d’Aubin\n\nInterview d’Aubin, rappeur de Port-Lyle.", "", None, "Aubin"),
    (
        "fr",
        "Deux sur un toit\n\nInterview croisée de Maren Aubin et Jules Pellerin, fondateurs de l’association.",
        "",
        None,
        ("Maren Aubin", "Jules Pellerin"),
    ),
    (
        "es",
        "Entrevista a Marena Olmedo\n\nLa ornitóloga cuenta vencejos desde hace treinta años.",
        "",
        None,
        "Marena Olmedo",
    ),
    (
        "es",
        "Marena Olmedo: “Sigo contando”\n\nLa autora de El tejado vacío presenta su libro en Puerto Lila.\n\n12 de marzo de 2019",
        "",
        None,
        "Marena Olmedo",
    ),
    (
        "es",
        "La mujer que cuenta vencejos\n\nPor Tobías Haro\n\nMarena Olmedo sube cada mayo al mismo tejado. Hablamos con ella sobre la paciencia.\n\nFoto: Greta Finch",
        "",
        "Tobías Haro",
        "Marena Olmedo",
    ),
    (
        "es",
        "Conversación con la escritora Marena Olmedo\n\nEn su novela, Agnes Marlow vuelve al pueblo de su padre, Samuel Marlow.",
        "",
        None,
        "Marena Olmedo",
    ),
    (
        "es",
        "Tejados\n\nMarena Olmedo, directora del Museo del Puerto, se jubila este año.",
        "Entrevista realizada por Tobías Haro",
        "Tobías Haro",
        "Marena Olmedo",
    ),
    (
        "es",
        "Hablamos con Marena Olmedo, fundadora de la asociación Alas\n\nTraducción de Olga Brandt",
        "",
        None,
        "Marena Olmedo",
    ),
    (
        "es",
        "Entrevista con Marena, vocalista de Tejados Grises\n\nEl grupo presenta su nuevo disco.",
        "",
        None,
        "Marena",
    ),
    (
        "es",
        "Dos en un tejado\n\nEntrevistamos a Marena Olmedo y Julio Pelayo, fundadores de la asociación Alas.",
        "",
        None,
        ("Marena Olmedo", "Julio Pelayo"),
    ),
    (
        "es",
        "Los vencejos no esperan\n\nTobías Haro entrevista a la ornitóloga Marena Olmedo.",
        "",
        "Tobías Haro",
        "Marena Olmedo",
    ),
    (
        "es",
        "“El ruido nos hace sordos”, dice Marena Olmedo\n\nLa ornitóloga publica El tejado vacío.",
        "",
        None,
        "Marena Olmedo",
    ),
    (
        "pt",
        "Entrevista com Marina Olmeda\n\nA ornitóloga conta andorinhões há trinta anos.",
        "",
        None,
        "Marina Olmeda",
    ),
    (
        "pt",
        "A mulher que conta andorinhões\n\nPor Tobias Faro\n\nFotos: Greta Finch\n\nMarina Olmeda sobe todos os anos ao mesmo telhado.",
        "",
        "Tobias Faro",
        "Marina Olmeda",
    ),
    (
        "pt",
        "Marina Olmeda: “Ainda conto”\n\nA autora de O telhado vazio falou connosco sobre paciência.",
        "",
        None,
        "Marina Olmeda",
    ),
    ("pt", "À conversa com Marina Olmeda\n\n12 de março de 2019", "", None, "Marina Olmeda"),
    (
        "pt",
        "Telhados\n\nConversámos com Olmeda, vocalista dos Telhados Cinzentos, sobre o novo disco.",
        "",
        None,
        "Olmeda",
    ),
    (
        "pt",
        "Bate-papo com Marina Olmeda, fundadora da ONG Asas\n\nEntrevistador: Tobias Faro",
        "",
        "Tobias Faro",
        "Marina Olmeda",
    ),
    (
        "it",
        "Intervista a Marena Olmi\n\nL’ornitologa conta i rondoni da trent’anni.",
        "",
        None,
        "Marena Olmi",
    ),
    (
        "it",
        "La donna che conta i rondoni\n\ndi Tobia Fari\n\nMarena Olmi sale ogni maggio sullo stesso tetto.\n\nFoto di Greta Finch",
        "",
        "Tobia Fari",
        "Marena Olmi",
    ),
    (
        "it",
        "Marena Olmi: «Conto ancora»\n\nL’autrice de Il tetto vuoto si racconta.",
        "",
        None,
        "Marena Olmi",
    ),
    (
        "it",
        "Quattro chiacchiere con Marena Olmi, direttrice del Museo del Porto\n\n12 marzo 2019",
        "",
        None,
        "Marena Olmi",
    ),
    (
        "it",
        "Rondoni\n\nMarena Olmi ha fondato l’associazione Ali.",
        "Intervista a cura di Tobia Fari",
        "Tobia Fari",
        "Marena Olmi",
    ),
    (
        "nl",
        "Interview met Maren Oosterling\n\nDe ornithologe telt al dertig jaar gierzwaluwen.",
        "",
        None,
        "Maren Oosterling",
    ),
    (
        "nl",
        "De vrouw die gierzwaluwen telt\n\nTekst: Teun de Haan\nFoto’s: Greet Vink\n\nMaren Oosterling klimt elk jaar in mei op hetzelfde dak.",
        "",
        "Teun de Haan",
        "Maren Oosterling",
    ),
    (
        "nl",
        "Maren Oosterling: ‘Ik tel nog steeds’\n\nDe schrijfster van Het lege dak over geduld.",
        "",
        None,
        "Maren Oosterling",
    ),
    (
        "nl",
        "Vijf vragen aan Maren Oosterling\n\nDoor Teun de Haan",
        "",
        "Teun de Haan",
        "Maren Oosterling",
    ),
    (
        "nl",
        "In gesprek met Maren van der Oost, directeur van het Havenmuseum\n\n12 maart 2019",
        "",
        None,
        "Maren van der Oost",
    ),
    (
        "ru",
        "Интервью с Мариной Осинцевой\n\nОрнитолог считает стрижей тридцать лет.",
        "",
        None,
        "Марина Осинцева",
    ),
    (
        "ru",
        "Та, что считает стрижей\n\nБеседовал Тимур Галеев\n\nМарина Осинцева каждый май поднимается на одну и ту же крышу.\n\nФото: Глафира Финк",
        "",
        "Тимур Галеев",
        "Марина Осинцева",
    ),
    (
        "ru",
        "Марина Осинцева: «Я всё ещё считаю»\n\nАвтор книги «Пустая крыша» рассказала о терпении.",
        "",
        None,
        "Марина Осинцева",
    ),
    (
        "ru",
        "Мы встретились с директором музея порта Олегом Петровским\n\n12 марта 2019 года",
        "",
        None,
        "Олег Петровский",
    ),
    (
        "ru",
        "Крыши\n\nС режиссёром Игорем Смирновым беседует Анна Котова.",
        "",
        "Анна Котова",
        "Игорь Смирнов",
    ),
    (
        "ru",
        "Серые крыши\n\nНа наши вопросы ответила Марина, вокалистка группы «Серые крыши».",
        "",
        None,
        "Марина",
    ),
    (
        "ru",
        "Стрижи\n\nНаш гость — орнитолог Марина Осинцева.",
        "Интервью взял Тимур Галеев.",
        "Тимур Галеев",
        "Марина Осинцева",
    ),
    (
        "uk",
        "Інтерв’ю з Мариною Осадчою\n\nОрнітологиня рахує стрижів тридцять років.",
        "",
        None,
        "Марина Осадча",
    ),
    (
        "uk",
        "Та, що рахує стрижів\n\nРозмовляв Тарас Галенко\n\nМарина Осадча щотравня піднімається на той самий дах.",
        "",
        "Тарас Галенко",
        "Марина Осадча",
    ),
    (
        "uk",
        "Марина Осадча: «Я досі рахую»\n\nАвторка книги «Порожній дах» про терпіння.",
        "",
        None,
        "Марина Осадча",
    ),
    ("uk", "Розмова з Іваном Петренком, директором музею порту", "", None, "Іван Петренко"),
    (
        "pl",
        "Rozmowa z Martą Osińską\n\nOrnitolożka liczy jerzyki od trzydziestu lat.",
        "",
        None,
        "Marta Osińska",
    ),
    (
        "pl",
        "Ta, która liczy jerzyki\n\nRozmawiał Tomasz Gajda\n\nMarta Osińska co roku wchodzi na ten sam dach.\n\nFot. Greta Fink",
        "",
        "Tomasz Gajda",
        "Marta Osińska",
    ),
    (
        "pl",
        "Marta Osińska: „Wciąż liczę”\n\nAutorka książki Pusty dach o cierpliwości.",
        "",
        None,
        "Marta Osińska",
    ),
    (
        "pl",
        "Wywiad z Janem Kowalikiem, dyrektorem Muzeum Portu\n\n12 marca 2019",
        "",
        None,
        "Jan Kowalik",
    ),
    (
        "pl",
        "Dachy\n\nZ reżyserem Piotrem Zielińskim rozmawia Anna Gajda.",
        "",
        "Anna Gajda",
        "Piotr Zieliński",
    ),
    (
        "tr",
        "Meryem Oktar ile söyleşi\n\nKuş bilimci otuz yıldır ebabilleri sayıyor.",
        "",
        None,
        "Meryem Oktar",
    ),
    (
        "tr",
        "Ebabilleri sayan kadın\n\nRöportaj: Tolga Han\n\nMeryem Oktar her mayıs aynı çatıya çıkıyor.\n\nFotoğraf: Gül Fidan",
        "",
        "Tolga Han",
        "Meryem Oktar",
    ),
    (
        "tr",
        "Meryem Oktar: “Hâlâ sayıyorum”\n\nBoş Çatı kitabının yazarı sabrı anlattı.",
        "",
        None,
        "Meryem Oktar",
    ),
    ("tr", "Yazar Meryem Oktar’la konuştuk\n\n12 Mart 2019", "", None, "Meryem Oktar"),
    (
        "tr",
        "Çatılar\n\nSöyleşi: Tolga Han\n\nBu ayki konuğumuz Liman Müzesi müdürü Meryem Oktar.",
        "",
        "Tolga Han",
        "Meryem Oktar",
    ),
    (
        "ar",
        "حوار مع الكاتبة منال العسكري\n\nتعدّ الباحثة طيور السمامة منذ ثلاثين عاماً.",
        "",
        None,
        "منال العسكري",
    ),
    (
        "ar",
        "المرأة التي تعدّ الطيور\n\nحاورها: طارق هلال\n\nتصعد منال العسكري كل عام إلى السطح نفسه.\n\nتصوير: غادة فؤاد",
        "",
        "طارق هلال",
        "منال العسكري",
    ),
    (
        "ar",
        "منال العسكري: ما زلت أعدّ\n\nصاحبة كتاب «السطح الفارغ» تتحدث عن الصبر.",
        "",
        None,
        "منال العسكري",
    ),
    (
        "ar",
        "السمامة لا تنتظر\n\nطارق هلال يحاور الباحثة منال العسكري.",
        "",
        "طارق هلال",
        "منال العسكري",
    ),
    ("ar", "لقاء خاص مع مدير متحف الميناء الدكتور كريم بن سالم", "", None, "كريم بن سالم"),
    (
        "ar",
        "في المخيم\n\nالتقينا أبو ليث، وهو ناشط من الغوطة، في خيمته الصغيرة.",
        "",
        None,
        "أبو ليث",
    ),
    (
        "ar",
        "أسطح المدينة\n\nضيفتنا اليوم الفنانة منال العسكري.",
        "أجرى الحوار: طارق هلال",
        "طارق هلال",
        "منال العسكري",
    ),
    (
        "ar",
        "منال العسكري تتحدث عن الطيور\n\nالتقت صحيفة الميناء الباحثة منال العسكري وأجرت معها هذا الحوار.",
        "",
        "صحيفة الميناء",
        "منال العسكري",
    ),
    (
        "fa",
        "گفت‌وگو با مریم عسگری\n\nپرنده‌شناس سی سال است که پرستوها را می‌شمارد.",
        "",
        None,
        "مریم عسگری",
    ),
    ("fa", "مصاحبه با خانم مریم عسگری، نویسنده کتاب بام خالی", "", None, "مریم عسگری"),
    ("fa", "مریم عسگری: هنوز می‌شمارم\n\nنویسنده «بام خالی» از صبر می‌گوید.", "", None, "مریم عسگری"),
    ("he", "ראיון עם מרים עסיס\n\nהצפרית סופרת סיסים כבר שלושים שנה.", "", None, "מרים עסיס"),
    (
        "he",
        'האישה שסופרת סיסים\n\nמאת: טל הראל\n\nמרים עסיס, מחברת הספר "הגג הריק", עולה כל מאי לאותו הגג.',
        "",
        "טל הראל",
        "מרים עסיס",
    ),
    ("he", 'מרים עסיס: "אני עדיין סופרת"\n\nהסופרת מרים עסיס על סבלנות.', "", None, "מרים עסיס"),
    (
        "ja",
        "アマツバメを数える人\n\n今回は、三十年間アマツバメを数え続けている森山ゆりさんにお話を伺いました。",
        "",
        None,
        "森山ゆり",
    ),
    (
        "ja",
        "森山由里さんインタビュー\n\n聞き手：田島健\n\n港の屋根に毎年五月に登る。",
        "",
        "田島健",
        "森山由里",
    ),
    ("ja", "【インタビュー】鳥類学者・森山由里さんに聞く\n\n2019年3月12日", "", None, "森山由里"),
    (
        "ja",
        "空っぽの屋根\n\n著者の森山由里さんに、新刊について話を聞いた。写真：藤井光",
        "",
        None,
        "森山由里",
    ),
    ("ja", "先輩インタビュー\n\n今日は営業部の森山さんにインタビューしました。", "", None, "森山"),
    (
        "ko",
        "[인터뷰] 조류학자 문유리\n\n삼십 년 동안 칼새를 세어 온 사람이 있다.",
        "",
        None,
        "문유리",
    ),
    (
        "ko",
        "칼새를 세는 사람\n\n하태민 기자\n\n문유리 씨는 해마다 오월이면 같은 지붕에 오른다.",
        "",
        "하태민",
        "문유리",
    ),
    ("ko", "'빈 지붕' 문유리 작가 인터뷰\n\n2019년 3월 12일", "", None, "문유리"),
    ("ko", "문유리 감독을 만나다\n\n영화 '빈 지붕'이 개봉했다.", "", None, "문유리"),
    ("ko", "지붕 위에서\n\n소설가 문유리와의 인터뷰\n\n인터뷰: 하태민", "", "하태민", "문유리"),
    ("zh", "专访鸟类学者孟玉兰：我还在数\n\n2019年3月12日", "", None, "孟玉兰"),
    (
        "zh",
        "数雨燕的人\n\n采访：何涛\n\n孟玉兰每年五月都会爬上同一个屋顶。孟玉兰说，数字会骗人。",
        "",
        "何涛",
        "孟玉兰",
    ),
    ("zh", "对话孟玉兰｜空屋顶\n\n作家谈耐心。", "", None, "孟玉兰"),
    ("zh", "孟玉兰：我还在数\n\n孟玉兰，作家，鸟类学者，著有《空屋顶》。", "", None, "孟玉兰"),
    ("zh", "屋顶\n\n近日，港口日报记者专访了作家孟玉兰。", "", "港口日报", "孟玉兰"),
    (
        "id",
        "Wawancara dengan Maryam Oktavia\n\nAhli burung ini sudah tiga puluh tahun menghitung walet.",
        "",
        None,
        "Maryam Oktavia",
    ),
    (
        "id",
        "Perempuan penghitung walet\n\nPewawancara: Taufik Halim\n\nMaryam Oktavia naik ke atap yang sama setiap bulan Mei.",
        "",
        "Taufik Halim",
        "Maryam Oktavia",
    ),
    (
        "id",
        "Maryam Oktavia: “Saya masih menghitung”\n\nPenulis buku Atap Kosong bercerita tentang kesabaran.",
        "",
        None,
        "Maryam Oktavia",
    ),
    (
        "sv",
        "Intervju med Maren Ottosson\n\nOrnitologen har räknat tornseglare i trettio år.",
        "",
        None,
        "Maren Ottosson",
    ),
    (
        "sv",
        "Kvinnan som räknar seglare\n\nText: Torkel Hall\nFoto: Greta Fink\n\nMaren Ottosson klättrar varje maj upp på samma tak.",
        "",
        "Torkel Hall",
        "Maren Ottosson",
    ),
    (
        "sv",
        "Maren Ottosson: ”Jag räknar än”\n\nFörfattaren till Det tomma taket om tålamod.",
        "",
        None,
        "Maren Ottosson",
    ),
    (
        "el",
        "Συνέντευξη με τη Μαρίνα Οικονόμου\n\nΗ ορνιθολόγος μετρά σταχτάρες εδώ και τριάντα χρόνια.",
        "",
        None,
        "Μαρίνα Οικονόμου",
    ),
    (
        "el",
        "Η γυναίκα που μετρά πουλιά\n\nΣυνέντευξη στον Τάσο Χαλά\n\nΗ Μαρίνα Οικονόμου ανεβαίνει κάθε Μάη στην ίδια στέγη.",
        "",
        "Τάσος Χαλάς",
        "Μαρίνα Οικονόμου",
    ),
    (
        "el",
        "Μαρίνα Οικονόμου: «Ακόμα μετράω»\n\nΗ συγγραφέας του βιβλίου Η άδεια στέγη μιλά για την υπομονή.",
        "",
        None,
        "Μαρίνα Οικονόμου",
    ),
    (
        "en",
        "Priya Raman is a potter from Leeds. Her bowls have been shown in Oslo and Turin. She lives with two cats.\n\nI spoke to her about clay, patience and failure.",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "Clay and patience\n\nOwen Lark\n12 March 2020\n\nPriya Raman makes bowls that nobody uses. Owen Lark visited her workshop to find out why.",
        "",
        "Owen Lark",
        "Priya Raman",
    ),
    (
        "en",
        "In conversation: Priya Raman\n\nThe Leeds potter tells us why she breaks every tenth bowl.",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "10 Questions with Priya Raman\n\nWelcome to our weekly series in which makers answer the same ten questions.",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "Clay, patience, failure: an interview with potter Priya Raman\n\nPhotograph: Dan Moss",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "Thanks to Priya Raman for answering our questions!\n\nHer new show opens at Moss Gallery next week.",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "Student Spotlight\n\nThis month we are featuring Priya Raman, a second-year student in Ceramics at Leeds College of Art.",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "Potter Priya breaks the tenth bowl\n\nWe met Priya at her workshop in Leeds, where she showed us the shards.",
        "",
        None,
        "Priya",
    ),
    (
        "en",
        "Breaking bowls\n\nPriya Raman, the potter from Leeds, sat down with Owen Lark of Moss Magazine to talk about failure.",
        "",
        "Owen Lark",
        "Priya Raman",
    ),
    (
        "en",
        "Breaking bowls\n\nThe following is an edited transcript of an interview with Priya Raman, recorded on 4 May 2018 in Leeds.",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "Breaking bowls\n\nOwen Lark interviews Priya Raman\n\nLeeds, May 2018",
        "",
        "Owen Lark",
        "Priya Raman",
    ),
    ("en", "Priya Raman - Interview\n\nPosted in Ceramics | 4 comments", "", None, "Priya Raman"),
    (
        "en",
        "Priya Raman Interview\n\nPriya has been making bowls since she was twelve.",
        "",
        None,
        "Priya Raman",
    ),
    (
        "en",
        "Ask the editors\n\nEvery month Moss Magazine answers letters from readers. Photo: Dan Moss. Translated by Ana Ruiz.",
        "",
        None,
        None,
    ),
    (
        "de",
        "Ton und Geduld\n\nDie Töpferin Frieda Lorenz zerschlägt jede zehnte Schale. Anton Weiss hat sie besucht.",
        "",
        "Anton Weiss",
        "Frieda Lorenz",
    ),
    (
        "de",
        "„Ich zerschlage jede zehnte Schale“\n\nFrieda Lorenz ist Töpferin in Halle. Ein Gespräch über Ton und Geduld.",
        "",
        None,
        "Frieda Lorenz",
    ),
    (
        "de",
        "Töpferin Frieda Lorenz: „Jede zehnte Schale zerschlage ich“\n\nHalle. 12. März 2020",
        "",
        None,
        "Frieda Lorenz",
    ),
    (
        "de",
        "Ton und Geduld\n\nEin Interview mit Frieda Lorenz\n\nvon Anton Weiss",
        "",
        "Anton Weiss",
        "Frieda Lorenz",
    ),
    (
        "de",
        "Nachgefragt bei Frieda Lorenz, Leiterin der Keramikwerkstatt\n\nFotos: Emil Krause",
        "",
        None,
        "Frieda Lorenz",
    ),
    (
        "fr",
        "« Je casse un bol sur dix »\n\nOdette Marchand est potière à Lyon. Elle expose à Turin. Rencontre.",
        "",
        None,
        "Odette Marchand",
    ),
    (
        "fr",
        "La terre et la patience\n\nInterview d’Odette Marchand par Luc Perrin\n\nLe 12 mars 2020",
        "",
        "Luc Perrin",
        "Odette Marchand",
    ),
    (
        "fr",
        "Odette Marchand, potière : « Je casse un bol sur dix »\n\nCrédit photo : Luc Perrin",
        "",
        None,
        "Odette Marchand",
    ),
    (
        "fr",
        "L’invitée du mois : Odette Marchand\n\nCe mois-ci, nous recevons une potière lyonnaise.",
        "",
        None,
        "Odette Marchand",
    ),
    (
        "es",
        "“Rompo uno de cada diez cuencos”\n\nLucía Ferrer es ceramista en Teruel. Nos recibe en su taller.",
        "",
        None,
        "Lucía Ferrer",
    ),
    (
        "es",
        "Barro y paciencia\n\nHugo Prieto / Teruel\n\nEntrevista a Lucía Ferrer, ceramista",
        "",
        "Hugo Prieto",
        "Lucía Ferrer",
    ),
    (
        "es",
        "Lucía Ferrer, ceramista: “Rompo uno de cada diez cuencos”\n\nFotografía: Hugo Prieto",
        "",
        None,
        "Lucía Ferrer",
    ),
    (
        "es",
        "Entrevistamos a la ceramista Lucía Ferrer tras su exposición en Turín",
        "",
        None,
        "Lucía Ferrer",
    ),
    (
        "pt",
        "“Parto uma em cada dez taças”\n\nInês Ferreira é ceramista em Évora. Estivemos à conversa com ela na sua oficina.",
        "",
        None,
        "Inês Ferreira",
    ),
    (
        "pt",
        "Barro e paciência\n\nTexto: Rui Prata\n\nInês Ferreira é ceramista em Évora.",
        "",
        "Rui Prata",
        "Inês Ferreira",
    ),
    (
        "it",
        "“Rompo una ciotola su dieci”\n\nLucia Ferri è ceramista a Faenza. L’abbiamo incontrata nel suo laboratorio.",
        "",
        None,
        "Lucia Ferri",
    ),
    (
        "it",
        "Terra e pazienza. Intervista a Lucia Ferri\n\ndi Ugo Prati",
        "",
        "Ugo Prati",
        "Lucia Ferri",
    ),
    (
        "nl",
        "Klei en geduld\n\nKoen Prins sprak met keramiste Lotte de Wit over breken.",
        "",
        "Koen Prins",
        "Lotte de Wit",
    ),
    (
        "nl",
        "Lotte de Wit maakt kommen in Delft. We zochten haar op in haar atelier.",
        "",
        None,
        "Lotte de Wit",
    ),
    (
        "ru",
        "«Я разбиваю каждую десятую чашу»\n\nЛидия Фёдорова — керамист из Твери. Мы встретились с ней в мастерской.",
        "",
        None,
        "Лидия Фёдорова",
    ),
    (
        "ru",
        "Керамист Лидия Фёдорова: «Я разбиваю каждую десятую чашу»\n\nФото: Олег Прудников",
        "",
        None,
        "Лидия Фёдорова",
    ),
    (
        "ru",
        "Глина и терпение\n\nО глине и терпении Лидия Фёдорова рассказала журналисту Олегу Прудникову.",
        "",
        "Олег Прудников",
        "Лидия Фёдорова",
    ),
    (
        "uk",
        "«Я розбиваю кожну десяту чашу»\n\nЛідія Федорова — керамістка з Полтави. Ми зустрілися в її майстерні.",
        "",
        None,
        "Лідія Федорова",
    ),
    (
        "pl",
        "„Rozbijam co dziesiątą miskę”\n\nZ Lidią Fedorowicz, ceramiczką z Torunia, rozmawiamy o glinie i cierpliwości.",
        "",
        None,
        "Lidia Fedorowicz",
    ),
    (
        "pl",
        "Glina i cierpliwość\n\nLidia Fedorowicz w rozmowie z Olafem Prusem",
        "",
        "Olaf Prus",
        "Lidia Fedorowicz",
    ),
    (
        "tr",
        "“On kâseden birini kırıyorum”\n\nSeramik sanatçısı Leyla Ferit ile atölyesinde buluştuk.",
        "",
        None,
        "Leyla Ferit",
    ),
    (
        "tr",
        "Leyla Ferit: On kâseden birini kırıyorum\n\nFotoğraf: Okan Pur",
        "",
        None,
        "Leyla Ferit",
    ),
    (
        "ar",
        "«أكسر إناءً من كل عشرة»\n\nليلى فريد خزّافة من طنجة. التقيناها في ورشتها.",
        "",
        None,
        "ليلى فريد",
    ),
    (
        "ar",
        "الطين والصبر\n\nأجرى الحوار: عمر برادة\n\nتعمل الخزافة ليلى فريد في طنجة منذ عشرين عاماً.",
        "",
        "عمر برادة",
        "ليلى فريد",
    ),
    ("ar", "حوار: ليلى فريد تتحدث عن الطين والصبر", "", None, "ليلى فريد"),
    ("fa", "گفتگوی ما با لیلا فرید، سفالگر", "", None, "لیلا فرید"),
    (
        "he",
        '"אני שוברת קערה אחת מעשר"\n\nליאת פרידמן, קדרית מחיפה, מדברת על חומר וסבלנות.',
        "",
        None,
        "ליאת פרידמן",
    ),
    (
        "ja",
        "「十個に一つは割ります」\n\n陶芸家・藤田みどりさん\n\n益子の工房を訪ねました。",
        "",
        None,
        "藤田みどり",
    ),
    ("ja", "土と忍耐\n\nインタビュー・文：大野 翔\n\n藤田 緑（陶芸家）", "", "大野 翔", "藤田 緑"),
    ("ja", "社員インタビュー｜藤田緑さん（製造部）\n\n2015年入社", "", None, "藤田緑"),
    (
        "ko",
        '"열에 하나는 깨뜨립니다"\n\n도예가 서다빈은 이천에서 그릇을 만든다.',
        "",
        None,
        "서다빈",
    ),
    ("ko", "흙과 인내\n\n글 오준서\n\n도예가 서다빈을 만났다.", "", "오준서", "서다빈"),
    ("zh", "方丽华：十个碗我要打碎一个\n\n陶艺家方丽华住在景德镇。", "", None, "方丽华"),
    ("zh", "泥与耐心\n\n文/周远\n\n我们采访了陶艺家方丽华。", "", "周远", "方丽华"),
    (
        "id",
        "“Saya memecahkan satu dari sepuluh mangkuk”\n\nKami berbincang dengan Lia Ferdinan, perajin keramik dari Bandung.",
        "",
        None,
        "Lia Ferdinan",
    ),
    (
        "sv",
        "”Jag slår sönder var tionde skål”\n\nKeramikern Lotta Fredriksson bor i Höganäs. Vi träffade henne i verkstaden.",
        "",
        None,
        "Lotta Fredriksson",
    ),
    (
        "el",
        "Η κεραμίστρια Λίνα Φραγκιά μιλά για τον πηλό και την υπομονή",
        "",
        None,
        "Λίνα Φραγκιά",
    ),
    (
        "en",
        "In the workshop with Bridget Callow\n\nThe potter’s exhibition Still Clay opens in June. (Interview: Nora Fenn)",
        "",
        "Nora Fenn",
        "Bridget Callow",
    ),
    (
        "es",
        "CARMEN OSUNA Presidenta de la Asociación Tejados\n\n«Nadie mira hacia arriba»",
        "",
        None,
        "CARMEN OSUNA",
    ),
    (
        "de",
        "Lindauer Imkerin: „Bienen kennen keinen Feierabend“\n\nHelga Rieder hält Bienen auf einem Dach. Ein Gespräch über Honig.",
        "Das Interview führte Jonas Thiele.",
        "Jonas Thiele",
        "Helga Rieder",
    ),
    (
        "it",
        "Intervista a Bruno Salviati, presidente di Tetti Vivi\n\nFoto di Bruno Salviati",
        "",
        None,
        "Bruno Salviati",
    ),
    (
        "it",
        "A Quattro Occhi Con Un Apicoltore: intervista con Bruno Salviati\n\nParlo di tetti e di api.",
        "",
        None,
        "Bruno Salviati",
    ),
    (
        "es",
        "Dos tejados\n\nLa casa ha entrevistado a Carmen Osuna, quien nos cuenta cómo hizo el gran juego de mesa Tejado Redondo.",
        "",
        None,
        "Carmen Osuna",
    ),
    (
        "en",
        "Keeper of gulls\n\n12 May 2019 | Birds | Peter Hale\n\nKaren Oxley has counted gulls on the same roof since 1988. We met her on a windy morning.",
        "",
        "Peter Hale",
        "Karen Oxley",
    ),
    (
        "pl",
        "Dach nad miastem\n\nRozmowa z liderem listy DACH Lipowo Janem Holubem.\n\nJan Holub",
        "",
        None,
        "Jan Holub",
    ),
    (
        "ja",
        "屋根の上で\n\n今回は、前回の山田さんと同じく屋根の上にいる森山由里さんにお話を伺いました。\n\n聞き手\n\n小林\n\n語り手\n\n森山由里さん",
        "",
        "小林",
        "森山由里",
    ),
)


def page(language: str, introduction: str, below: str) -> str:
    """A talk in dashes below an introduction."""
    turns = [f"– {said}" for pair in TALKS[language] for said in pair]
    return "\n\n".join(filter(None, [introduction, *turns, below])) + "\n"


@pytest.mark.parametrize(
    ("language", "introduction", "below", "asker", "respondent"), INTRODUCTIONS
)
def test_introduction(
    language: str,
    introduction: str,
    below: str,
    asker: str | None,
    respondent: str | tuple[str, ...] | None,
    plain: Callable,
) -> None:
    pairs = parse(plain(page(language, introduction, below))).pairs
    assert {(p.asker, p.respondent) for p in pairs} == {(asker, respondent)}


# The language, the introduction, the two labels, who asks, who answers.
LABELS = (
    (
        "en",
        "Tobin Hale met the ornithologist Maren Oxley.",
        ("TH", "MO"),
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Tobin Hale met the ornithologist Maren Oxley.",
        ("T. H.", "M. O."),
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Tobin Hale met the ornithologist Maren Oxley.",
        ("Hale", "Oxley"),
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "The Harbour Review met Maren Oxley on her roof.",
        ("The Harbour Review", "Oxley"),
        "The Harbour Review",
        "Maren Oxley",
    ),
    (
        "en",
        "By Tobin Hale\n\nWe met the ornithologist Maren Oxley.",
        ("Interviewer", "Oxley"),
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Interviewer: Tobin Hale\nInterviewee: Maren Oxley",
        ("Interviewer", "Interviewee"),
        "Tobin Hale",
        "Maren Oxley",
    ),
    ("en", "We met the ornithologist Dr. Maren Oxley.", ("Q", "MO"), None, "Dr. Maren Oxley"),
    (
        "ru",
        "С орнитологом Мариной Осинцевой беседует Тимур Галеев.",
        ("Т. Г.", "М. О."),
        "Тимур Галеев",
        "Марина Осинцева",
    ),
    ("pl", "Z Janem Kowalikiem rozmawia Anna Gajda.", ("AG", "JK"), "Anna Gajda", "Jan Kowalik"),
    (
        "ar",
        "الباحثة منال العسكري تتحدث عن الصبر.\n\nحاورها: طارق هلال",
        ("طارق", "منال"),
        "طارق هلال",
        "منال العسكري",
    ),
    ("ja", "鳥類学者の森山由里さんにお話を伺いました。", ("編集部", "森山さん"), None, "森山由里"),
    (
        "en",
        "Tobin Hale met the ornithologist Maren el-Oxley.",
        ("TOBIN HALE", "MAREN EL\N{NON-BREAKING HYPHEN}OXLEY"),
        "Tobin Hale",
        "Maren el-Oxley",
    ),
    (
        "en",
        "Tobin Hale met the ornithologist Zoë Márquez.",
        ("Hale Tobin", "Zoe Marquez"),
        "Tobin Hale",
        "Zoë Márquez",
    ),
    (
        "en",
        "HarbourReview met Maren Oxley on her roof.",
        ("HR", "Oxley"),
        "HarbourReview",
        "Maren Oxley",
    ),
    (
        "en",
        "We met the warden Maren Oxley, who counts gulls.",
        ("Tobin Hale – Harbour Radio", "Warden Oxley"),
        "Tobin Hale",
        "Maren Oxley",
    ),
    (
        "en",
        "Today with us is somebody who counts gulls. We have Karen Oxley here, and Peter Hale asks.",
        ("Peter", "Karen"),
        "Peter Hale",
        "Karen Oxley",
    ),
    (
        "ru",
        "На крыше побывал орнитолог Тимур Галеев.",
        ("Корреспондент", "Т.Г."),
        None,
        "Тимур Галеев",
    ),
)


@pytest.mark.parametrize(("language", "introduction", "labels", "asker", "respondent"), LABELS)
def test_labels(
    language: str,
    introduction: str,
    labels: tuple[str, str],
    asker: str | None,
    respondent: str | None,
    plain: Callable,
) -> None:
    turns = [
        f"{label}: {said}"
        for pair in TALKS[language]
        for label, said in zip(labels, pair, strict=True)
    ]
    pairs = parse(plain("\n\n".join(["On a roof", introduction, *turns]))).pairs
    assert {(p.asker, p.respondent) for p in pairs} == {(asker, respondent)}


def test_questions_that_call_several_by_name(plain: Callable) -> None:
    said = "\n\n".join(f"{q}\n\n{a}" for q, a in TALKS["en"])
    text = (
        "Two on a roof\n\nWe spoke with Maren Oxley and Jude Pell about birds.\n\n"
        f"How are you, Maren?\n\nI am well, thank you.\n\n{said}\n\n"
        f"Hey Jude, do you count as well?\n\nI do, on Sundays.\n\n{said}"
    )
    answered = [p.respondent for p in parse(plain(text)).pairs]
    assert answered == ["Maren Oxley"] * 4 + ["Jude Pell"] * 4


OWN_SPELLING = """A day on the roof

Salim el-Nouri keeps bees above the old market.

– Would you tell us your name?

– My name is SALIM EL\N{NON-BREAKING HYPHEN}NOURI. I had no plan, I stayed for the bees.

– What do you tell beginners?

– I tell them to listen first.

– And what comes next for you?

– I will take a long walk.
"""


def test_name_said_in_capitals_is_the_introductions(plain: Callable) -> None:
    structure = parse(plain(OWN_SPELLING))
    assert {(p.asker, p.respondent) for p in structure.pairs} == {(None, "Salim el-Nouri")}
    assert [person.name for person in structure.people] == ["Salim el-Nouri"]


def test_each_announced_interview_has_its_own_guest(plain: Callable) -> None:
    said = "\n\n".join(f"Q: {q}\n\nA: {a}" for q, a in TALKS["en"])
    text = f"Interview: Peter Oxley\n\nHe counts gulls.\n\n{said}\n\nInterview: Karen Pell\n\nShe keeps bees.\n\n{said}\n"
    answered = [p.respondent for p in parse(plain(text)).pairs]
    assert answered == ["Peter Oxley"] * 3 + ["Karen Pell"] * 3


def test_whose_work_it_was_below_the_interview(plain: Callable) -> None:
    for below in ("Peter Hale (interview)", "Interviews by Peter Hale"):
        text = page("en", "We met the ornithologist Karen Oxley.", below)
        assert {p.asker for p in parse(plain(text)).pairs} == {"Peter Hale"}


def test_a_dated_byline_is_the_first_interviews_alone(plain: Callable) -> None:
    said = "\n\n".join(f"Q: {q}\n\nA: {a}" for q, a in TALKS["en"])
    text = f"Interview: Karen Oxley\n12 May 2019 | Peter Hale\n\nShe counts gulls.\n\n{said}\n\nInterview: Rosa Pell\n\nShe keeps bees.\n\n{said}\n"
    pairs = parse(plain(text)).pairs
    assert {(p.asker, p.respondent) for p in pairs} == {(None, "Karen Oxley"), (None, "Rosa Pell")}


UNLABELLED = {
    "en": """

I walk along the old canal, every morning, with my two dogs and no map.

What do you carry?

I carry bread and a knife, and I never carry a telephone.

Who walks with you?

My sister did. I miss her in every lock keeper's garden.""",
    "ja": """

どこを歩きますか。

川のそばを歩きます。毎朝犬と歩いています。

何を持っていますか。

パンとナイフです。電話は持ちません。

誰と歩きますか。

妹と歩いていました。""",
}


@pytest.mark.parametrize(
    ("language", "opening", "respondent"),
    [
        ("en", "On walking\n\nOur guests today: Ida Moor. Where do you walk?", "Ida Moor"),
        ("en", "On walking\n\nBienvenue à Ida Moor! Where do you walk?", "Ida Moor"),
        ("ja", "建築家森山大輔さんに話を聞いた", "森山大輔"),
    ],
)
def test_guests_that_no_label_names(
    language: str, opening: str, respondent: str, plain: Callable
) -> None:
    """Whom the first question welcomes; a Japanese name without the trade before it."""
    pairs = parse(plain(opening + UNLABELLED[language])).pairs
    assert {pair.respondent for pair in pairs} == {respondent}


def test_a_book_below_an_interview_is_no_answer(plain: Callable) -> None:
    book = "Glass Roads, Linden Press, 2019. 320 pages."
    text = (
        f"An interview with the walker Ida Moor\n\nWhere do you walk?{UNLABELLED['en']}\n\n{book}"
    )
    pairs = parse(plain(text)).pairs
    assert text[: pairs[-1].answer[-1][1]].endswith("garden.")
