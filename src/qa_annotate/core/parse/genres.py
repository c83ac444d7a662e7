"""What tells interviews from other pages with questions, in many languages: how they name
themselves, and how FAQs, plays, lessons, manuals and advice for applicants do.

Every entry is lower case, and none names a page or a person. `judgement` says what each is worth.
"""

from __future__ import annotations

from .lexicon import bars, words

# What a page says about itself when it is an interview …
INTERVIEW_CUES = bars(
    "interviewed|interview with|this interview",
    "in conversation|a conversation with|q&a with|q & a with|questions for|questions with",
    "questions to|spoke with|spoke to|speaks to|speaks with|sat down with|sits down with",
    "talked to|talked with|talks to|talks with|a talk with|chat with|chatted with",
    "caught up with|we asked|asked her|asked him",
    "asked them|few questions|answer some questions|answered our|oral history",
    "press conference|press briefing|edited and condensed|edited for|condensed and",
    "lightly edited|told me|agreed to talk|talks about|discusses|reflects on",
    "in his own words|in her own words|get to know|meet |we met |tells |told us",
    "spotlight on|conversamos",
    "conversación con|hablamos con|charlamos|entrevista a|entrevista con|entrevista de",
    "entrevistamos|en esta entrevista|conversa com|conversou com|falamos com",
    "em entrevista|entretien|rencontre avec|propos recueillis|répond à",
    "nous l’avons rencontré|im gespräch|gespräch mit|sprach mit|ein gespräch|im interview",
    "interview mit|traf sie|traf ihn|trafen|befragte|интервью|беседа|беседовал|поговорил",
    "рассказал|мы встретились|حوار|حاور|لقاء مع|التقت|التقينا|سألنا",
    "تحدث إلى|تتحدّث|يتحدّث|röportaj|söyleşi|konuştuk|sohbet ettik|anlatıyor|anlattı",
    "intervista a|intervista con|un'intervista|a colloquio|incontrato",
    "abbiamo parlato|vraaggesprek|spraken met|spreken met|een gesprek",
    "konversacio|konversaciis|ni prezentas|专访|采访|访谈|聊了|对谈",
    "对话|訪談|採訪",
    "專訪|インタビュー|話を聞|に聞く|に聞き|対談|聞いた|お話を|伺った|인터뷰|만났다|만나 ",
    "대담|이야기를 들|wywiad|intervju",
    "συνέντευξη|ריאיון|ראיון|מדבר על|מדברת על|מספר על|מספרת על|ישבנו עם",
    "ישבנו אית|נפגשנו|פגשנו את|שיחה עם|گفتگو|گفت‌وگو|مصاحبه|rozhovor|interjú|interviu|haastattelu",
    "wawancara|phỏng vấn|інтерв’ю|інтерв'ю|розмова з|поспілкува|бесіда|говорили з",
    "беседуем|беседует|rozmowa|rozmawia",
    "de vorbă cu|beszélgetés|beszélgettünk|samtal med|samtale med|interview med",
    "साक्षात्कार|बातचीत|συζήτηση|μίλησε|μιλά|שוחח|ראיינ|گپ",
    "لقاؤنا|أجرينا|مقابلة|كان لنا|استضفنا",
    "in gesprek|we spraken|spreekt met|nous avons rencontré|avons posé|interrogé|questions à",
    "posamos|entrevistou|bate-papo|bate papo|batemos um papo|papo com|hemos hablado|nos cuenta",
    "responde a|rispond|abbiamo intervistato|chiacchierata|due chiacchiere|quattro chiacchiere",
    "一问一答|對話|访问|お聞きし|聞いてみ|話を訊",
    "訊いた|うかがい|伺い|取材し|만나봤|얘기를 나|이야기를 나",
)
INTERVIEW_WORDS = bars(
    "interview|conversation|q&a|entrevista|intervista",
)
"""Words that fit an interview, and other pages too."""

# … and when it is something that only looks like one.
FAQ_CUES = bars(
    "faq|frequently asked|common questions|commonly asked|preguntas frecuentes",
    "foire aux questions|questions fréquentes|häufig gestellte|häufige fragen",
    "частые вопросы|часто задаваемые|الأسئلة الشائعة|أسئلة شائعة|الأسئلة المتكررة",
    "sıkça sorulan|sık sorulan|domande frequenti|perguntas frequentes|dúvidas frequentes",
    "veelgestelde vragen|oftaj demandoj|常见问题|常見問題|よくある質問|よくあるご質問",
    "자주 묻는 질문|help center",
    "troubleshooting|najczęściej zadawane|vanliga frågor",
)
PLAY_CUES = bars(
    "dramatis personae|scene one|(exit|[exit|exeunt|act i.|act i\n|scene i.|scene 1\n",
    "scene i\n|scene ii\n|act play|cast of characters|stage left|stage right|lights up|blackout",
    "curtain falls|end of play|end of scene|lights fade|scène 1\n|escena 1\n|escena primera",
    "int. |ext. |cut to:|fade in:|fade out|(beat)",
    "erster akt|1. akt|1. szene|действующие лица|явление первое|المشهد الأول|第一幕|第一场",
)
SCENES = words(
    "scene|act|szene|akt|aufzug|auftritt|escena|acto|scène|acte|scena|atto|cena|ato|сцена|действие",
    "явление|акт|дія|ява|sahne|perde|toneel|bedrijf|scen|akt|dejanje|jelenet|felvonás|σκηνή|πράξη",
    "مشهد|المشهد|فصل|الفصل|場面|第一幕|第二幕|第一场|第二场",
)
"""Words of the line that opens a scene."""
CHAT_CUES = bars(
    "support chat|live chat|chat log|chat transcript|minutes of the|act one|screenplay",
)
LESSON_CUES = bars(
    "read the dialogue|dialogue aloud|with a partner|vocabulary",
    "multiple choice|find out which|answer key|quiz|lesson|exercises",
    "bacalah percakapan|percakapan berikut|bacalah dialog|latihan soal|kosakata|przeczytaj dialog",
    "lee el diálogo|lisez le dialogue|lies den dialog|lest den dialog|прочитайте диалог",
    "leggi il dialogo|leia o diálogo|diyaloğu oku|대화를 읽|読みましょう",
    "sample answer|example answer|model answer|mock interview|practice test|flashcard",
    "übungen|ejercicios|exercices|упражнения|esercizi|exercícios|题库|真题|练习题",
)
"""Plays, chats, lessons and quizzes say so in words like these; all but plays at their head."""

JOB_CUES = bars(
    "job interview|interview question|interview answer|hiring manager|prepare for an interview",
    "interview tips|interview prep|ace your interview|ace the interview",
    "vorstellungsgespräch|bewerbungsgespräch|entrevista de trabajo|entrevista laboral",
    "entretien d'embauche|entretien d’embauche|colloquio di lavoro|entrevista de emprego",
    "sollicitatiegesprek|собеседовани|співбесід|rozmowa kwalifikacyjna|rozmowy kwalifikacyjnej",
    "iş görüşmesi|mülakat soru|面试题|面试问题|面试技巧",
    "面接対策|面接で|면접 질문|مقابلة عمل|مقابلات العمل",
    "مقابلة العمل|مقابلة التوظيف|wawancara kerja",
    "pracovní pohovor|állásinterjú|interviu de angajare",
    "anställningsintervju|jobbintervju|jobsamtale|työhaastattelu",
)
"""Advice for those who apply for work."""

INSTRUCTIONS = bars(
    "please |click|contact us|call us|apply online|log in|sign in|sign up|you can find|you must",
    "you need to|you will need|you should|you will be|make sure|for more details|report |our team",
    "wenden sie sich|bitte |klicken|melden sie|beantragen|sie können|sie müssen|sie benötigen",
    "puede |debe |haga clic|deberá|diríjase|póngase en|rellene|il faut|vous pouvez",
    "adressez|vous devez|veuillez|può |deve |bisogna |clicca|basta |rivolg|acesse|pode ser",
    "o pedido|você pode|clique|preencha|u kunt|klik|neem contact|можно |нужно |обратитесь",
    "нажмите",
    "потрібно|зверніться|можна |натисніть|należy|możesz|można |můžete|lze ",
    "kattintson|kérjük|puteți|accesați|klicka|kontakta|du kan|ota yhteyttä|voit |tıklayın|başvur",
    "gerekir|gerekmektedir|يمكنك|يجب |اضغط|انقر|من خلال الموقع|يرجى|می‌توانید|کلیک|ניתן ל|יש ל",
    "לחצו",
    "μπορείτε|πατήστε|करें|कर सकते हैं|silakan|dapat |vui lòng|nhấn",
    "请|點擊|点击|登录页|无需|即可|ください|できます|必要です|かかりません",
    "하세요|됩니다|가능합니다|해 주세요|하시기 바랍니다",
)
"""How manuals and offices speak to their readers."""

JOB_QUESTIONS = bars(
    "why should we hire you|biggest weakness|greatest weakness|yourself in five years",
    "yourself in 5 years|warum sollten wir sie einstellen|ihre größte schwäche",
    "por qué deberíamos contratarte|su mayor defecto|votre plus grand défaut|perché dovremmo",
    "por que devemos contratá|dentro de cinco años|почему мы должны взять|ваша слабая сторона",
    "你最大的缺点|五年规划|あなたの短所|당신의 단점|zayıf yönünüz|mocne i słabe strony",
)
"""What is only asked of people who apply for work."""

PARTS_OF_LESSONS = words(
    "customer|client|agent|support|user|assistant|bot|chatbot|seller|buyer|shopkeeper",
    "shop assistant|waiter|waitress|guest|receptionist|tourist|traveller|clerk|cashier|doctor",
    "patient|nurse",
    "teacher|pupil|student a|student b|speaker a|speaker b|person a|person b|mother|father|mum|dad",
    "son",
    "daughter|husband|wife|boy|girl|man|woman|policeman|king|queen|servant|maid|narrator|chorus",
    "all",
    "cliente|vendedor|vendedora|camarero|camarera|médico|paciente|profesor|alumno|kunde|kundin",
    "verkäufer|verkäuferin|kellner|arzt|patient|lehrer|schüler|könig|narr|königin|diener|magd",
    "vendeur",
    "vendeuse|serveur|serveuse|médecin|professeur|élève|cliente|roi|reine|commesso|commessa",
    "cameriere|medico|paziente|insegnante|studente|покупатель|продавец|официант|врач|пациент",
    "учитель",
    "ученик|король|слуга|müşteri|satıcı|garson|doktor|hasta|öğretmen|öğrenci|زبون|بائع|طبيب|مريض",
    "المعلم|الطالب|顾客|店员|售货员|服务员|医生|病人|老师|学生|店員|客|お客|医者|患者|先生|生徒|손님|점원|의사|환자|선생님",
    "penjual|pembeli|pelayan|guru|murid|siswa|pasien|dokter|kasir|vendedor|freguês|garçom",
    "klient|sprzedawca|kelner|lekarz|pacjent|nauczyciel|uczeń|klant|verkoper|ober|dokter|leraar",
)
"""Labels of those who talk in phrase books, plays and help desks, and seldom in interviews."""

APPLICANTS = words(
    "candidate|applicant|interviewee candidate|bewerber|bewerberin|candidat|candidate",
    "candidato|candidata|кандидат|соискатель|aday",
    "sollicitant|kandidat|候选人|应聘者|面试官|面试者|求职者",
    "面接官|応募者|지원자|면접관|recruiter|hiring manager|employer|المرشح|recruteur|reclutador",
)
"""Labels of those who apply for work, and of those who hire."""

# Questions with which people are asked to introduce themselves.
INTRODUCE_CUES = bars(
    "who are you?|who are you,|who are you and|introduce yourself|about yourself",
    "how did you get|how did you become|quién eres|quién es usted|preséntate",
    "présentez-vous|qui êtes-vous|stellen sie sich|wer sind sie|представьтесь",
    "расскажите о себе|عرّفنا|عرفنا|من أنت|kendinizi tanıt|kendinizden bahse|si presenti",
    "ci parli di lei|apresente-se|stel uzelf|pri vi|自我介绍|介绍一下|自己紹介|소개",
)
