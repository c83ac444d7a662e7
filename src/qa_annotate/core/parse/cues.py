"""Words and phrases in running text, in many languages: what asks, answers, decorates, closes.

Every entry is lower case, and none names a page or a person.
"""

from __future__ import annotations

from .lexicon import Phrases, bars, words

# ---- cues in running text -----------------------------------------------------------------------

QUESTION_STARTS = words(
    "хто|що|як|чому|навіщо|коли|де|який|яка|які|яке|чи|скільки|розкажіть|розкажи|звідки|куди",
    "kto|co|jak|dlaczego|kiedy|gdzie|czy|skąd|jaki|jaka|jakie|który|która|które|ile|proszę",
    "kdo|proč|kdy|kde|jaký|jaká|jaké|který|odkud|kolik|máte|jste|kto|čo|prečo|kedy|aký|aká",
    "mit|miért|hogyan|mikor|hol|milyen|melyik|hány|mennyi|honnan|mióta",
    "cine|cum|când|unde|cât|câți|câte|cui|ați|aveți|sunteți|v-ați",
    "vilken|vilka|vilket|vem|hvad|hvordan|hvorfor|hvornår|hvor|hvem|hvilken|hvilke|hva|når|kan",
    "mikä|mitä|miten|miksi|milloin|missä|kuka|millainen|onko|oletko|kuinka|mistä",
    "apakah|apa|siapa|kapan|bagaimana|kenapa|mengapa|berapa|dimana|lalu|bisa|gimana|apaan",
    "gì|tại|vì|bao|anh|chị|bạn|ông|làm",
    "क्या|कैसे|क्यों|कब|कहाँ|कहां|कौन|आप|आपने|आपको|आपका|आपकी|किस|कितने",
    "τι|πώς|γιατί|πότε|πού|ποιος|ποια|ποιο|ποιες|ποιοι|πόσο|πως|εσείς",
    "האם|מה|מי|איך|מתי|איפה|למה|מדוע|כיצד|כמה|איזה|אילו|ספר|ספרי|היכן|מהו|מהי",
    "چه|چرا|چطور|چگونه|کی|کجا|کدام|چند|آیا|شما|لطفا|لطفاً|نظرتان",
    "إيه|ايه|ليه|إزاي|ازاي|امتى|إمتى|فين|مين|شو|ليش|كيفاش|علاش|شنو|واش|وش|شلون|متى|وين|هلا",
    "بداية|حدثني|حدثنا|احكي|كلمنا|عرفنا|عرّفنا|وهل|فهل|فكيف|فما|فماذا|إذن|إذًا|ألم",
    "πόσο|ποια|ποιο|כמה|איזה|כיצד|מדוע|چند|کدام|کجا|apa|siapa|kapan|bagaimana|mengapa|berapa",
    "what|why|how|when|where|who|whom|whose|which|do|does|did|is|are|was|were|can|could|will",
    "would|should|have|has|had|tell|describe|explain|talk|share|any|so|and|but|you|your",
    "qué|que|quién|quiénes|cómo|cuándo|dónde|cuál|cuáles|cuánto|cuántos|cuánta|cuántas",
    "por|y|pero",
    "háblenos|cuéntenos|usted|se|le|ha|tiene",
    "comment|pourquoi|quand|où|qui|quel|quelle|quels|quelles|est-ce|qu’est-ce|qu'est-ce",
    "et|vous",
    "avez-vous|êtes-vous|combien|parlez-nous|racontez-nous|votre|vos|que|quoi",
    "was|wie|warum|wann|wo|wer|wen|wem|welche|welcher|welches|wieso|weshalb|wieviel|haben|sind",
    "sie|ihr|ihre|und|aber|können|würden|war|hat|ist|wird|gibt|woher|wohin|herr|frau",
    "как|что|почему|когда|где|кто|какой|какая|какие|какое|сколько|зачем|вы|ваш|а|и|расскажите",
    "говорят|есть|откуда|чем|чего|куда|можно",
    "هل|ما|ماذا|لماذا|كيف|متى|أين|من|أي|كم|وماذا|ولماذا|وكيف|وهل|وما|حدثنا|حدّثنا|حدّثينا|أ|بم",
    "ما|بمَ|حدثينا|ومتى|وأين|لِمَ|أليس|ألا",
    "ne|neden|niçin|nasıl|kim|nerede|hangi|kaç|peki|siz|sizin|nedir|niye|acaba",
    "che|cosa|come|perché|quando|dove|chi|quale|quali|quanto|quanti|lei|e|qual|ci|può|cos’è",
    "o|como|quando|onde|quem|qual|quais|quanto|você|e|por|a|há|já",
    "wat|hoe|waarom|wanneer|waar|wie|welke|hebt|heeft|is|zijn|en|u|je|jullie|kunt|kun",
    "kio|kia|kiu|kiuj|kiam|kie|kiel|kial|ĉu|kiom|bonvolu|rakontu|kiujn|kion|kiajn|kies|kiun",
    "co|jak|dlaczego|kiedy|gdzie|kto|czy|vad|hur|varför|när|var|vem",
    "ما|چه|چرا|چگونه|آیا|מה|איך|למה|מתי|איפה|מי|האם|τι|πώς|γιατί|πότε|πού|ποιος",
)

# Who is spoken to. Interviewers say "you"; askers of an FAQ say "I".
SECOND_PERSON = words(
    "ви|вас|вам|ваш|ваша|ваше|ваші|вами|вашого|вашій|вашої|вашому|ти|тебе|тобі|твій|твоя|твоє|твої",
    "твоєї|твого|твоём|твою|твои|твоих|твоя|твоей|тобой|ваших|вашим|вашем",
    "pana|panu|panem|panią|pani|państwa|państwu|twój|twoja|twoje|twoim|ciebie|tobie|cię|ty",
    "vás|vám|vámi|váš|vaše|vaší|vašem|tvoje|tvůj|tebe|tobě|vašej|vašu",
    "ön|önnek|önt|maga|te|téged|neked|tied|tőled|nálad|önök|önöknek",
    "dumneavoastră|dvs|dvs.|dumneata|tine|ție|tău|dumneavoastra|voi|vă|v-ați|v-a",
    "du|dig|din|ditt|ni|dine|jer|jeres|deg|deres",
    "sinä|sinun|sinulle|sinua|te|teidän|teille|teitä|sulla|sun",
    "anda|kamu|kalian|anda?|kau|lu|elo|mbak|bapak|ibu|kakak",
    "bạn|anh|chị|ông|bà|các",
    "आप|आपने|आपको|आपका|आपकी|आपके|आपसे|तुम|तुम्हारे",
    "εσείς|εσάς|σας|εσύ|εσένα|σου",
    "שלך|אתה|את|לך|אתם|שלכם|לכם|אותך|עליך|בך|ממך|אליך",
    "شما|شمارا|خودتان|نظرتان|تو|تان|برایتان|کارتان",
    "انت|إنت|انتي|إنتي|إنتو|انتم|أنتما|حضرتك|سيادتك|لك",
    "لكِ|بك|منك|عنك|معك|إليك|عليك|فيك|لديك|عندك|لكَ",
    "أنك|إنك|بأنك|لأنك|كونك|نفسك|حياتك|رأيك|عملك|تجربتك|كتابك|روايتك|مسيرتك|بصفتك|بدايتك|طفولتك",
    "σας|εσείς|σου|εσύ|אתה|את|לך|שלך|אתם|شما|تو|خودتان|anda|kamu|bạn|pana|panu|panią|twój|twoja",
    "you|your|yours|yourself|you've|you're|you’ve|you’re|you'd|you’d|you'll|you’ll",
    "usted|ustedes|tú|te|tu|tus|su|sus|le|les|vosotros|vuestro|vuestra",
    "vous|votre|vos|toi|ton|tes",
    "sie|ihr|ihre|ihnen|ihrem|ihren|ihrer|du|dein|deine|dich|dir|euch|euer|eure",
    "вы|вас|вам|ваш|ваша|ваше|ваши|вами|ты|тебя|тебе|твой|вашей|вашего|вашу",
    "أنت|أنتم|لك|لكم|لديك|لديكم|بك|عليك|برأيك|برأيكم|عملك|أنتِ|عندك|إليك",
    "siz|sizin|size|sizi|sizce|sen|senin|sana|sizde|sizden",
    "lei|suo|sua|suoi|sue|voi|vostro|vostra|tu|tuo|tua|ti|vi",
    "você|vocês|seu|sua|seus|suas|senhor|senhora|lhe|te",
    "u|uw|je|jij|jou|jouw|jullie",
    "vi|via|viaj|vian|viajn|vin",
    "pan|pani|państwo|du|dig|din|ditt|ni",
)
POLITE = words("sie|ihr|ihre|ihnen|ihrem|ihren|ihrer")
"""German words that say "you" with a capital only."""

FIRST_PERSON = words(
    "я|мене|мені|мій|моя|моє|мої|мною|мого|моїй|моєї|моєму|моих|моим|моём|моими",
    "ja|mnie|mi|mną|mój|moja|moje|moim|mojej|mojego|jestem|byłem|byłam|miałem|miałam|myślę|sądzę",
    "já|mě|mně|mi|můj|moje|mého|mou|jsem|bych|ja|mňa|mne|môj|som",
    "én|nekem|engem|velem|tőlem|nálam|vagyok|voltam|szerintem|enyém|számomra",
    "eu|mine|mie|meu|mea|mei|mele|îmi|mi-a|m-am|am|sunt|cred",
    "jag|mig|min|mitt|mina|jeg|mine|meg|mitt",
    "minä|minun|minulle|minua|olen|olin|mulla|mun|mä|mielestäni",
    "saya|aku|gue|gua|gw|diriku|kami",
    "tôi|mình|tớ",
    "मैं|मैंने|मुझे|मेरा|मेरी|मेरे|हम|हमारे",
    "εγώ|μου|εμένα|είμαι|ήμουν|νομίζω|θεωρώ",
    "אני|שלי|לי|אותי|בי|ממני|אצלי|עליי|הייתי",
    "خودم|برایم|هستم|بودم|کردم|دارم|داشتم|می‌کنم|میکنم",
    "انا|أنا|إنني|أنني|إني|أني|لأني|لأنني|بأنني|بي|لي",
    "مني|عني|معي|نفسي|حياتي|عملي|رأيي|كنت|كنتُ|اني",
    "تجربتي|كتابي|روايتي|والدي|والدتي|عائلتي|بدأت|أظن",
    "أعتقد|أرى|اسمي|عندي|لدي|وأنا|فأنا|ولدت|درست|كتبت",
    "عملت|احب|أحب|أحاول|أتمنى|أكتب|أقول|أعمل|أشكر|أشكركم|شخصياً|شخصيا|برأيي|أنا،|بنظري|باعتقادي",
    "εγώ|μου|εμένα|אני|שלי|לי|אותי|خودم|برایم|saya|aku|tôi|mną|mego",
    "i|i'm|i’m|i've|i’ve|i'd|i’d|i'll|i’ll|my|me|mine|myself",
    "yo|me|mi|mis|mí|soy|tengo|creo|estoy|j’ai|j'ai|j’étais|je|mon|ma|mes|moi|m’a",
    "ich|mich|mir|mein|meine|meinen|meinem|meiner",
    "я|мне|меня|мой|моя|мое|моё|мои|мной|моего|моей|мою",
    "أنا|لي|عندي|كنت|أظن|أعتقد|أحب|أريد|أرى|إنني|إني|لدي|لديّ|بالنسبة",
    "ben|bana|beni|benim|bende|benden",
    "io|mi|mio|mia|miei|mie|sono|ho|eu|meu|minha|meus|minhas|mim",
    "ik|mij|mijn|me|mi|min|mia|miaj|mian",
    "ja|mnie|mi|mój|moja|jag|mig|min|mitt",
)
WE = words(
    "we|we're|we’re|we've|we’ve|our|us|nosotros|nuestro|nuestra|nos|nous|notre|nos|on",
    "wir|uns|unser|unsere|мы|нас|нам|наш|наша|наши|نحن|لنا|عندنا|كنا|كنّا|biz|bize|bizi|bizim",
    "noi|nostro|nostra|nós|nosso|nossa|a gente|wij|we|ons|onze|ni|nia|niaj|nin|vi|oss|vår|my",
)
# Languages that say "you" and "I" by the end of a word: letters that tell the language, endings.
PERSON_ENDINGS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "ığş",
        ("sınız", "siniz", "sunuz", "sünüz", "ınız", "iniz", "unuz", "ünüz", "nızı", "nizi"),
        ("yorum", "dım", "dim", "dum", "düm", "tım", "tim", "tum", "tüm", "rım", "rim", "ğim"),
    ),
    ("ةىإأؤ", ("ك", "كم", "كِ", "كَ"), ("ني", "تُ")),
)
NOT_YOURS = words(
    "ذلك|هناك|تلك|كذلك|لذلك|هنالك|أولئك|السمك|سمك|الملك|ملك|بنك|البنك|شك|deniz|temiz|deniz"
)
CJK_YOU = bars(
    "你|您|あなた|さんは|さん、|당신|선생님|대표님|씨는",
)
CJK_I = bars(
    "我|咱|私|僕|俺|自分|저는|제가|나는|저희|우리",
)

# Openings and endings that ask without a question mark.
ASK_PHRASES = Phrases(
    bars(
        "tell me|tell us|talk about|talk to us|talk us through|walk me through",
        "walk us through|describe |explain |share a|share your|advice for|give us|say more",
        "i wonder|i'd like to ask|let's talk|let’s talk|háblenos|háblame|cuéntenos|cuéntame",
        "racontez|parlez-nous|dites-nous|erzählen sie|beschreiben sie|расскажите|опишите|حدّث",
        "حدث|أخبر|صف لنا|anlatır|anlatın|bahseder|ci racconti|mi racconti|raccontaci",
        "tell our readers|apresente-se|se apresent|presentati",
        "si presenti|what about |how about |introduce yourself",
        "cuente|cuéntanos|hable de|explíquenos|presentaos|preséntate",
        "présentez|présente-toi|raconte|explique-nous|parle-nous|dis-nous|stell dich|stellen sie",
        "erzähl|beschreib|расскажи|опиши|поделитесь|представьтесь|объясните|назовите|розкажіть",
        "розкажи|опишіть|поясніть|поділіться|представтеся",
        "proszę|opowiedz|powiedz|może pan|może pani",
        "przedstaw|vyprávějte|řekněte|představte|popište",
        "mesélj|mondd|mutatkozz|beszéljen|mutatkozz",
        "povestiți|povestește|spune-ne|spuneți|prezentați|descrie|berätta|beskriv|fortæl|fortell",
        "presentera dig|kerro|esittele|ceritakan|jelaskan|perkenalkan|menurut anda",
        "hãy |giới thiệu|chia sẻ|kể về|πείτε|μιλήστε|περιγράψτε|ספר לי",
        "بگویید|بفرمایید|عرّف|كلمنا|كلمينا|احكي|قولنا|نود معرفة|نريد أن نعرف",
        "ماذا عن|ما رأيك|बताइए|बताएं|बताइये|परिचय",
        "conte-nos|fale-nos|fale sobre|vertel |bonvolu|rakontu|请谈|请介绍|谈谈|说说|聊聊",
        "教えて|聞かせて|お聞かせ|介绍一下|介紹一下",
        "お願いします|말씀해|소개해|궁금합니다|들려주",
    )
)

# How answers begin.
REPLY_STARTS = words(
    "так|ні|ну|мені|мабуть|звичайно|авжеж|безумовно|наверное|пожалуй|думаю|понимаете|вы|знаете",
    "tak|nie|no|oczywiście|myślę|ano|ne|jistě|určitě|igen|nem|persze|hát|da|sigur|păi|desigur",
    "nej|jo|nå|jaa|kyllä|ei|joo|jag|jeg|ya|tidak|nggak|betul|tentu|saya|iya|oh|vâng|không|có|dạ",
    "हाँ|हां|नहीं|जी|मैं|ναι|όχι|βέβαια|κοίτα|κοιτάξτε|כן|לא|אני|בטח|ברור|بله|نه|خیر|البته",
    "أكيد|اكيد|آه|أيوه|ايوه|طبعًا|صحيح|حقيقة|الحقيقة",
    "بصراحة|أولا|أولاً|بداية|ببساطة|ربما|نعم،|لا،|انا",
    "嗯|对的|当然|当然了|其实|我|我们|因为|もちろん|いや",
    "まあ|うーん|やはり|実は|네,|음|글쎄요|아뇨|그럼요|저는",
    "yes|yeah|no|nope|well|oh|sure|absolutely|exactly|definitely|never|not|because|maybe",
    "perhaps",
    "of|honestly|actually|i|we|it's|it’s|that's|that’s|right|look|good|great|correct|true",
    "nobody",
    "sí|no|bueno|claro|pues|porque|nunca|quizás|me|yo|oui|non|si|bien|parce|jamais|c’est|je",
    "ja|nein|doch|na|nun|weil|nie|vielleicht|ich|das|nee|nou|omdat|misschien|ik|het",
    "да|нет|ну|потому|никогда|может|я|это|конечно|نعم|لا|لأن|لأنّ|بل|طبعا|طبعاً|بالطبع|أنا|كلا",
    "evet|hayır|tabii|çünkü|belki|ben|valla|yok|sì|certo|perché|mai|io|beh|sim|não|claro",
    "eu|bom",
    "jes|ne|mi|ĉar|eble|是|是的|对|不|没有|有|はい|いいえ|そう|そうですね|ええ|いえ|네",
    "아니요|예|그렇죠",
)

# Courtesies, with which interviewers begin and end.
GREETINGS = bars(
    "thank|hello|hi |hi,|welcome|good morning|good afternoon|good evening|great to",
    "nice to|gracias|hola|buenos días|buenas tardes|merci|bonjour|danke|guten tag|спасибо",
    "здравствуйте|добрый день|شكرا|شكراً|أهلا|أهلاً|مرحبا|teşekkür|merhaba|hoş geldiniz",
    "grazie|buongiorno|obrigad|olá|bedankt|dank u|goedemorgen|dankon|saluton|谢谢|感谢",
    "你好|您好",
    "ありがとう|こんにちは|よろしく|감사|안녕",
)

# What articles say when the talk is over.
CLOSING_CUES = Phrases(
    bars(
        "if you’re unable|if you're unable|if you would like to|if you’d like to",
        "if you'd like to|if you want to learn|to learn more|learn more about",
        "for more information|for more on|find out more|interested in|check back|stay tuned",
        "is the author of|is a freelance|is a writer|is a journalist|is a reporter|is a staff",
        "can be found at|you can find more|you can follow|follow him|follow her",
        "special thanks|thank you to|thanks to everyone|shout-out|this interview",
        "this conversation|this article|this story|this post|the views expressed",
        "the opinions expressed|reporting by|edited by|produced by|join us|is published by",
        "is out now|to order a copy|tickets are|is available at|runs until",
        "you can read this interview|articles related to|more interviews|next in the series",
        "esta entrevista|más información|cette interview|cet entretien|pour en savoir plus",
        "dieses interview|das interview führte|das gespräch führte|weitere informationen",
        "беседовал|أجرى الحوار|أجرت الحوار|röportaj:|per saperne di più|esta conversa",
        "dit interview|本文|このインタビュー|取材・文|（プロフィール|プロフィール",
    )
)

# How pages take their leave: calls to do something, comments, thanks, links.
CLOSING_STARTS = bars(
    "catch his|catch her|catch their|check out|visit his|visit her|visit their|visit our|watch the",
    "listen to the|read the full|read more|pre-order|buy his|buy her",
    "leave a reply|leave a comment|comments|post a comment|0 comments|share this|tweet",
    "previous post|next post|posted by|filed under|tags:|tagged|related posts|about the author",
    "our thanks|many thanks to|thanks to |thank you to |we thank|special thanks|click here",
    "you can find more|you can follow|find out more|learn more",
    "para más información|puedes seguir|puedes encontrar|comentarios|deja un comentario|gracias a ",
    "agradecemos|nuestro agradecimiento|saiba mais|comentários|deixe um comentário|siga ",
    "pour en savoir plus|retrouvez|commentaires|laisser un commentaire|merci à |nous remercions",
    "mehr informationen|weitere infos|kommentare",
    "schreibe einen kommentar|wir danken|vielen dank an",
    "per maggiori informazioni|commenti|lascia un commento|ringraziamo|si ringrazia",
    "meer informatie|reacties|geef een reactie|wij danken|met dank aan",
    "подробнее|комментарии|оставить комментарий|благодарим|материал подготовил|фото:|источник:",
    "коментарі|дякуємо за|фото |więcej|komentarze|dodaj komentarz|dziękujemy|komentáře|děkujeme",
    "yorumlar|yorum yap|teşekkür ederiz|daha fazla|komentar|tinggalkan|bình luận|kommentarer",
    "التعليقات|اترك تعليق|أضف تعليق|نشكر|شكر خاص",
    "في الختام|وفي الختام|وفي نهاية|للمزيد|تابعوا|تابعونا",
    "评论|留言|相关阅读|更多|版权|来源：|本文|感谢",
    "コメント|関連|プロフィール|詳しくは|댓글|저작권|무단",
)
THANKS = bars(
    "thank you for|thanks for|thank you so much",
    "thanks so much|thanks again|thank you very much for",
    "gracias por|muchas gracias por|merci d|merci pour",
    "merci à|danke für|vielen dank für|herzlichen",
    "grazie per|grazie a|obrigad|bedankt voor",
    "dank je wel voor|спасибо за|благодарим|дякуємо|дякую за",
    "dziękuję za|dziękujemy|teşekkür ederiz|شكرا ل|شكراً ل|شكرا على|شكراً على|نشكر",
    "ありがとうございました|感谢|谢谢|감사합니다|고맙습니다",
    "terima kasih|tack för|tak for|takk for|děkuji za",
)

# Questions with which people are asked to introduce themselves.
INTRODUCE_CUES = bars(
    "who are you?|who are you,|who are you and|introduce yourself|about yourself",
    "how did you get|how did you become|quién eres|quién es usted|preséntate",
    "présentez-vous|qui êtes-vous|stellen sie sich|wer sind sie|представьтесь",
    "расскажите о себе|عرّفنا|عرفنا|من أنت|kendinizi tanıt|kendinizden bahse|si presenti",
    "ci parli di lei|apresente-se|stel uzelf|pri vi|自我介绍|介绍一下|自己紹介|자기소개|소개",
)

# Endings that ask as a question mark does, in languages that ask by the end of the sentence …
ASK_ENDINGS = bars(
    "ですか|ますか|でしょうか|ましたか|ませんか|のか",
    "たか|るか|いか|うか|だか|すか|かな|かしら|かね",
    "吗|呢|嗎|습니까|니까|나요|까요|까|인가요|ㄴ가요",
    "은가요|는가요|던가요|건가요|을까|ㄹ까|는가|는지요",
    " mı| mi| mu| mü|mısın|misin|musun|müsün|musunuz",
    "mısınız|misiniz|müsünüz|mıydı|miydi|muydu|müydü",
    " mıydınız| miydiniz| değil mi",
)
# … and endings that invite an answer, or seek agreement.
INVITE_ENDINGS = bars(
    "ください|下さい|教えて|教えてほしい|聞かせて|伺いました",
    "聞きました|伺いたい|聞きたい|お願いします|お願いいたします",
    "そうですね|ですよね|ますよね|ますもんね|のですが|たいのですが",
    "ほしいです|とのことですが|とのことです|そうですが",
    "세요|주세요|궁금합니다|궁금해요|궁금하다|부탁드립니다",
    "부탁합니다|anlatır mısınız|介绍一下",
)

# What a page says about itself when it is an interview …
INTERVIEW_CUES = bars(
    "interviewed|an interview with|interview with|this interview",
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
    "em entrevista|entretien|rencontre avec|propos recueillis|s’entretient|répond à",
    "nous l’avons rencontré|im gespräch|gespräch mit|sprach mit|ein gespräch|im interview",
    "interview mit|traf sie|traf ihn|trafen|befragte|интервью|беседа|беседовал|поговорил",
    "побеседовал|рассказал|мы встретились|حوار|مقابلة مع|حاور|لقاء مع|التقت|التقينا|سألنا",
    "تحدث إلى|تتحدّث|يتحدّث|röportaj|söyleşi|konuştuk|sohbet ettik|anlatıyor|anlattı",
    "intervista a|intervista con|un'intervista|a colloquio|abbiamo incontrato|incontrato",
    "abbiamo parlato|vraaggesprek|in gesprek met|spraken met|spreken met|een gesprek",
    "intervjuo|intervjuis|konversacio|konversaciis|ni prezentas|专访|采访|访谈|聊了|对谈",
    "对话|訪談|採訪",
    "專訪|インタビュー|話を聞|に聞く|に聞き|対談|聞いた|お話を|伺った|인터뷰|만났다|만나 ",
    "대담|이야기를 들|wywiad|intervju|rozmowa z",
    "συνέντευξη|ריאיון|ראיון|گفتگو|گفت‌وگو|مصاحبه|rozhovor|interjú|interviu|haastattelu",
    "wawancara|phỏng vấn|інтерв’ю|інтерв'ю|розмова з|поговорили з|поспілкува|бесіда|говорили з",
    "интервьюер|интервьюирует|поговорили|беседуем|беседует|wywiad|rozmowa|rozmawia|rozhovor",
    "interviul|de vorbă cu|beszélgetés|beszélgettünk|samtal med|samtale med|interview med",
    "साक्षात्कार|बातचीत|συζήτηση|μίλησε|μιλά|שוחח|שוחחנו|ראיינ|به گفتگو|گپ",
    "وكان هذا الحوار|هذا الحوار|نص الحوار|حوارنا|محاورة",
    "لقاؤنا|أجرينا|حوار مع|مقابلة|كان لنا|استضفنا",
    "in gesprek|we spraken|spreekt met|nous avons rencontré|avons posé|interrogé|questions à",
    "posamos|entrevistou|bate-papo|bate papo|batemos um papo|papo com|hemos hablado|nos cuenta",
    "responde a|rispond|abbiamo intervistato|chiacchierata|due chiacchiere|quattro chiacchiere",
    "一问一答|對話|对话|访问|採訪|お聞きし|聞いてみ|話を訊",
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
    "erster akt|1. akt|1. szene|действующие лица|явление первое|المشهد الأول|第一幕|第一场",
)
CHAT_CUES = bars(
    "support chat|live chat|chat log|chat transcript|minutes of the|act one|screenplay",
)
LESSON_CUES = bars(
    "read the dialogue|dialogue aloud|with a partner|vocabulary",
    "multiple choice|find out which|answer key|quiz|lesson|exercises",
    "sample answer|example answer|model answer|mock interview|practice test|flashcard",
    "übungen|ejercicios|exercices|упражнения|esercizi|exercícios|题库|真题|练习题",
)
"""Plays, chats, lessons and quizzes say so in words like these; all but plays at their head."""

JOB_CUES = bars(
    "job interview|interview question|interview answer|hiring manager|prepare for an interview",
    "interview preparation|interview tips|interview prep|ace your interview|ace the interview",
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

APPLICANTS = words(
    "candidate|applicant|interviewee candidate|bewerber|bewerberin|candidat|candidate",
    "candidato|candidata|кандидат|соискатель|aday",
    "sollicitant|kandidat|候选人|应聘者|面试官|面试者|求职者",
    "面接官|応募者|지원자|면접관|recruiter|hiring manager|employer|المرشح|recruteur|reclutador",
)
"""Labels of those who apply for work, and of those who hire."""

CAPTION_STARTS = bars(
    "photo:|photo by|photograph:|image:|image by|pictured:|caption:|illustration:|above:",
    "below:|left:|right:|foto:|fotos:|bild:|abb.|imagen:|legende:|légende|didascalia:",
    "imagem:|fotoğraf:|фото:|на фото|صورة:|الصورة:|图：|图:|图片|▲|△|写真：|写真:",
    "［写真|[写真|（写真|사진=",
    "사진:|[사진|bildo de|bildo:|beeld:|figure |fig.",
)
CAPTION_WORDS = Phrases(
    bars(
        "photo by|photo courtesy|photo credit|photo:|image courtesy|image:|image credit",
        "picture:|courtesy of|getty images|/reuters|/afp|(ap)|foto:|foto de|foto von",
        "fotoğraf:|© |(c) |фото автора|фото |(تصوير|تصوير:|摄）|摄)|撮影|사진제공|bildo danke",
        "cc by",
        "photograph by|photographed by|crédit photo",
    )
)

BOILERPLATE_CUES = Phrases(
    bars(
        "share this|follow us|like us on|subscribe|newsletter|sign up|advertisement",
        "all rights reserved|read more|read also|read next|related:|related stories|see also:",
        "you may also like|click here|leave a comment|comments (|posted in|filed under|tagged",
        "this article was|this report is part|originally published|support our work|donate",
        "download our app|cookie|terms of use|back to top|lea también|lee también|suscríbete",
        "archivado en|síguenos|lire aussi|à lire aussi|abonnez-vous|lesen sie auch",
        "mehr zum thema|abonnieren|читайте также|подпишитесь|подписывайтесь|اقرأ أيضا",
        "اقرأ أيضاً|اقرأ أيضًا|للاشتراك|تابعونا|تابعنا|ilgili haber|bizi takip|abone ol",
        "leggi anche|iscriviti|seguici|leia também|assine|siga-nos|lees ook|abonneer|延伸阅读",
        "责任编辑|扫码|关注我们|関連記事|あわせて読みたい|続きを読む|관련기사|구독|무단전재",
    )
)
