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
)

# Openings and endings that ask without a question mark.
ASK_PHRASES = Phrases(
    bars(
        "tell me|tell us|talk about|talk to us|talk us through|walk me through",
        "walk us through|describe |explain |share a|share your|advice for|give us|say more",
        "i wonder|i'd like to ask|let's talk|let’s talk|háblenos|háblame|cuéntenos|cuéntame",
        "racontez|parlez-nous|dites-nous|beschreiben sie|حدّث",
        "حدث|أخبر|صف لنا|anlatır|anlatın|bahseder|ci racconti|mi racconti|raccontaci",
        "tell our readers|apresente-se|presentati",
        "si presenti|what about |how about |introduce yourself",
        "cuente|cuéntanos|hable de|explíquenos|presentaos|preséntate",
        "présentez|présente-toi|raconte|explique-nous|parle-nous|dis-nous|stell dich|stellen sie",
        "erzähl|beschreib|расскажи|опиши|поделитесь|представьтесь|объясните|назовите|розкажіть",
        "розкажи|опишіть|поясніть|поділіться|представтеся",
        "proszę|opowiedz|powiedz|może pan",
        "przedstaw|vyprávějte|řekněte|představte|popište",
        "mesélj|mondd|mutatkozz|beszéljen",
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

# What interviewers report, to hear what is said of it.
HEARSAY = bars(
    "they say |people say |some say |it is said |it's said |i hear |i heard |i've heard |i read ",
    "rumour",
    "critics say|dicen que |se dice |cuentan que |dizem que |diz-se |si dice |dicono che |on dit ",
    "diuen ",
    "man sagt|es heißt|angeblich|men zegt|er wordt gezegd|говорят|ходят слухи|кажуть|mówi się",
    "podobno",
    "říká se|prý |azt mondják|állítólag|se spune|det sägs|man siger|det sies|det siges|väitetään",
    "söyleniyor",
    "يقال|يقولون|می‌گویند|میگویند|אומרים|λένε ότι|λέγεται|लोग कहते|कहा जाता|kata orang|konon",
    "người ta nói",
    "听说|聽說|据说|有人说|聞くところ",
)

# Courtesies, with which interviewers begin and end.
GREETINGS = bars(
    "thank|hello|hi |hi,|welcome|good morning|good afternoon|good evening|great to",
    "nice to|gracias|hola|buenos días|buenas tardes|merci|bonjour|danke|guten tag|спасибо",
    "здравствуйте|добрый день|شكرا|أهلا|مرحبا|teşekkür|merhaba|hoş geldiniz",
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
    "no comments|post a comment|sin comentarios|no hay comentarios|publicar un comentario",
    "keine kommentare|kommentar veröffentlichen|aucun commentaire|enregistrer un commentaire",
    "nessun commento|posta un commento|nenhum comentário|sem comentários|postar um comentário",
    "geen opmerkingen|een reactie posten|ingen kommentarer|legg inn en kommentar|inga kommentarer",
    "skicka en kommentar|send en kommentar|ei kommentteja|нет комментариев|отправить комментарий",
    "немає коментарів|опублікувати коментар|brak komentarzy|prześlij komentarz|žádné komentáře",
    "okomentovat|nincsenek megjegyzések|niciun comentariu|hiç yorum yok|yorum gönder",
    "tidak ada komentar|posting komentar|ليست هناك تعليقات|إرسال تعليق|אין תגובות",
    "δεν υπάρχουν σχόλια|没有评论|發佈留言",
    "leave a reply|leave a comment|comments|0 comments|share this|tweet",
    "previous post|next post|posted by|filed under|tags:|tagged|related posts|about the author",
    "our thanks|many thanks to|thanks to |thank you to |we thank|special thanks|click here",
    "you can find more|you can follow|find out more|learn more",
    "para más información|puedes seguir|puedes encontrar|comentarios|deja un comentario|gracias a ",
    "agradecemos|nuestro agradecimiento|saiba mais|comentários|deixe um comentário|siga ",
    "pour en savoir plus|pour en découvrir|retrouvez|commentaires|laisser un commentaire|merci à ",
    "nous remercions",
    "mehr informationen|weitere infos|kommentare",
    "schreibe einen kommentar|wir danken|vielen dank an",
    "per maggiori informazioni|commenti|lascia un commento|ringraziamo|si ringrazia",
    "meer informatie|reacties|geef een reactie|wij danken|met dank aan",
    "подробнее|комментарии|оставить комментарий|благодарим|материал подготовил|фото:|источник:",
    "коментарі|дякуємо за|фото |więcej|dodaj komentarz|dziękujemy|komentáře|děkujeme",
    "yorumlar|yorum yap|teşekkür ederiz|daha fazla|komentar|tinggalkan|bình luận",
    "التعليقات|اترك تعليق|أضف تعليق|نشكر|شكر خاص",
    "في الختام|وفي الختام|وفي نهاية|للمزيد|تابعوا|تابعونا",
    "加入|欢迎加入|订阅|联系我们|想了解更多|评论|留言|相关阅读|更多|版权|来源：|本文|感谢",
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

THANKING = bars(
    "thank|gracias|merci|danke|dank |grazie|ringrazi|obrigad|agradec|bedankt|спасибо|благодар",
    "дяку|teşekkür|شكر|تشکر|سپاس|感谢|感謝|谢谢|謝謝|ありがとう|감사|고맙|cảm ơn|terima kasih",
    "tack |tack,|tack!|tak for|takk |děkuj|díky|dzięk|köszön|mulțum|kiito|ευχαριστ|תודה|धन्यवाद",
    "dankon|hvala|gràcies|eskerrik",
)
"""Words of thanks, wherever they stand in a line."""

# What pages say below an interview: how it was made, where it appeared, what is on, whom to pay.
ENDINGS = bars(
    "and condensed|edited for|condensed for|for clarity|lightly edited|transcribed by",
    "translated by",
    "translation by|translated from|recorded by|recorded at|recorded in|recorded on|conducted by",
    "conducted in|first published|originally published|first appeared|originally appeared",
    "appeared in|appears in the|is available|are available|admission|free entry|doors open",
    "opens on",
    "tickets|more information|donation|donate|support our|support us|please support",
    "become a member",
    "whole conversation|full conversation|full interview|wherever you get|podcast|newsletter",
    "gekürzt|redaktionell|das gespräch wurde|interview wurde|aus dem englischen",
    "übersetzung|aufgezeichnet|zuerst erschien|erschien zuerst|erschienen in|erschien im",
    "ist erschienen",
    "eintritt|eröffnet|anmeldung unter|weitere infos|mit einer spende|spenden|unterstützen sie uns",
    "fragen stellte|gespräch führte|interview führte|führte das interview",
    "propos recueillis|entretien réalisé|interview réalisée|recueilli par|par la rédaction|traduit",
    "publié dans|publié sur|paru dans|paraît|cet article|entrée libre|entrée gratuite|plus d’infos",
    "plus d'infos|infos pratiques|par un don|faire un don|soutenez|lettre d’information",
    "in cooperation with|in collaboration with|sponsored by|for sale|bank details|zu verkaufen",
    "in zusammenarbeit mit|à vendre|en partenariat avec|avec le soutien|se vende",
    "en colaboración con|con el apoyo de|in vendita|in collaborazione con|con il sostegno|à venda",
    "em parceria com|com o apoio|te koop|in samenwerking met|met steun van|na sprzedaż",
    "we współpracy z|numer konta|ve spolupráci s|při podpoře|продается|продаётся|при поддержке",
    "реквизиты|реквізити|за підтримки|у співпраці|i samarbete med|i samarbejde med|i samarbeid med",
    "till salu|til salgs|satılık|iş birliğiyle|işbirliğiyle|katkılarıyla|بالتعاون مع|برعاية",
    "بدعم من",
    "با همکاری|בשיתוף עם|בתמיכת|σε συνεργασία με|με την υποστήριξη|bekerja sama dengan",
    "ha sido editada|fue editada|editada y|realizada por|traducción|traducido|publicado en",
    "publicada en|publicado originalmente|publicada originalmente|este artículo|este texto",
    "entrada libre|entrada gratuita|se inaugura|una donación|apóyanos|boletín",
    "modificata|a cura di|tradotto|traduzione|pubblicato su|pubblicata su|articolo pubblicato",
    "pubblicato nel|ingresso libero|ingresso gratuito|una donazione|sostieni",
    "foi editada|editada e|conduzida por|tradução|publicado em|publicada em|este artigo",
    "entrada livre|donativo|uma doação|apoie|boletim",
    "ingekort|bewerkt|vertaald|vertaling|verscheen|eerder gepubliceerd|toegang is|een donatie",
    "steun ons|nieuwsbrief",
    "skrócon|zredagowa|rozmawiał|rozmowę przeprowadził|wywiad przeprowadził|notował",
    "ukazał się|ukazała się|wstęp wolny|wesprzyj|wspieraj|przekaż|tłumaczył",
    "zkrácen|redakčně|rozhovor vedl|ptal se|ptala se|vstup volný|vyšlo v|vyšel v|podpořte",
    "сокращен|сокращён|отредактирован|беседовал|беседу вел|интервью взял|интервью провел|перевод",
    "записал|опубликован|вход свободный|вход бесплатный|поддержите|рассылк",
    "розмовляв|спілкував|розмову вел|скорочен|опублікован|вхід вільний|підтримайте",
    "redigerad|nedkortad|intervjun är|inträde|publicerades|stöd oss|redigeret|redigert",
    "szerkesztett|rövidített|az interjút|megjelent a|a belépés|támogass",
    "editat|condensat|interviul a|intrarea liberă|a apărut|toimitettu|lyhennetty|haastattelu on",
    "kısaltıl|düzenlenerek|röportajı yapan|söyleşiyi yapan|yayımlan|yayınlan|giriş ücretsiz",
    "çeviren",
    "abone olun|destek olun|συνέντευξη στ|η είσοδος|δημοσιεύτηκε|δημοσιεύθηκε|επιμέλεια",
    "اختصار|تحرير|حاوره|أجرى المقابلة|أجرت المقابلة|ترجمة|نُشر|نشر هذا|نشرت هذه",
    "الدخول مجان",
    "يفتتح|تبرع|ادعمونا|هذا الحوار|هذه المقابلة|ویرایش|کوتاه شده|منتشر شد|ورود آزاد|ترجمه",
    "נערך|תורגם|פורסם|הכניסה חופשית|תמכו",
    "编辑和|经过编辑|删减|編輯|采访：|採訪：|整理：|撰文：|摄影：|原载|原刊|首发于|转载|发表于|刊于",
    "开幕|入场|订阅|捐款|关注",
    "編集してい|編集を|聞き手|取材・|撮影：|転載|掲載|入場無料|開催|申し込み|発売中|寄付",
    "편집되|편집했|글 |취재|실렸|게재|입장은|입장료|무료|후원|번역",
    "được biên tập|thực hiện:|đăng trên|vào cửa|miễn phí|ủng hộ",
    "disunting|diterbitkan|dimuat di|terbit di|gratis|dukung kami|penerjemah",
)
"""Said behind the last question only, so they may be common words."""

# Endings that ask as a question mark does, in languages that ask by the end of the sentence …
ASK_ENDINGS = bars(
    "ませんか|のか",
    "たか|るか|いか|うか|だか|すか|かな|かしら|かね",
    "吗|呢|嗎|나요|까요|까|인가요|ㄴ가요",
    "은가요|는가요|던가요|건가요|는가|는지요",
    " mı| mi| mu| mü|mısın|misin|musun|müsün|musunuz",
    "mısınız|misiniz|müsünüz|mıydı|miydi|muydu|müydü",
    " mıydınız| miydiniz",
)
PLAIN_ENDINGS = bars(
    "었나|았나|였나|했나|갔나|왔나|됐나|졌나|렸나|셨나|났나|봤나|겠나|있나|없나|않나|같나|하나|되나|지나|보나",
    "오나|가나|주나|쓰나|시나|는지|은지",
)
"""How Korean newspapers ask, without courtesy and without a mark."""
NO_ENDINGS = bars(
    "전문가|혁신가|누군가|언젠가|뭔가|무언가|어딘가|단가|원가|연가|번안가|중 하나|또 하나"
)
"""Korean nouns that end as such questions do."""
# … and endings that invite an answer, or seek agreement.
INVITE_ENDINGS = bars(
    "ください|下さい|教えて|教えてほしい|聞かせて|伺いました",
    "聞きました|伺いたい|聞きたい|お願いします|お願いいたします",
    "そうですね|ですよね|ますよね|ますもんね|のですが",
    "ほしいです|とのことですが|とのことです|そうですが",
    "들었습니다|들었는데요|하셨는데|하셨는데요|하셨습니다|하던데|라고요|다고요|と聞いた|とのこと",
    "세요|궁금합니다|궁금해요|궁금하다|부탁드립니다",
    "달라|들자면|소개한다면|꼽는다면|꼽자면|부탁한다",
    "부탁합니다|anlatır mısınız|介绍一下",
)

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
        "fotoğraf:|© |(c) |фото |(تصوير|تصوير:|摄）|摄)|撮影|사진제공|bildo danke",
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
        "اقرأ أيضًا|للاشتراك|تابعونا|تابعنا|ilgili haber|bizi takip|abone ol",
        "leggi anche|iscriviti|seguici|leia também|assine|siga-nos|lees ook|abonneer|延伸阅读",
        "责任编辑|扫码|关注我们|関連記事|あわせて読みたい|続きを読む|관련기사|구독|무단전재",
    )
)
