"""Who speaks to whom: words and endings that say "you", "I" and "we", language by language.

Interviewers say "you" and people who answer say "I"; those who ask an FAQ say "I", and its answers
say "you". Some languages say it by the end of the verb alone, and in some the polite "you" is also
"his" or "her", which counts in a question only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from .lexicon import bars, words

LONG = 4  # letters that a word must have for its ending to count


class Persons(NamedTuple):
    """The words and endings of one language. `polite` says "you" in a question, else "they";
    `never` holds words whose endings deceive.
    """

    you: frozenset[str]
    me: frozenset[str]
    we: frozenset[str]
    polite: frozenset[str] = frozenset()
    your_ends: tuple[str, ...] = ()
    my_ends: tuple[str, ...] = ()
    our_ends: tuple[str, ...] = ()
    my_starts: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()


def persons(
    of: Persons, said: Sequence[str], found: AbstractSet[str], marked: bool
) -> tuple[bool, bool, bool]:
    """Whether words say "you", "I" and "we"."""
    you = not of.you.isdisjoint(found) or (marked and not of.polite.isdisjoint(found))
    me, we = not of.me.isdisjoint(found), not of.we.isdisjoint(found)
    long = [w for w in said if len(w) >= LONG and w not in of.never] if of.never else said
    if of.your_ends and not you:
        you = any(w.endswith(of.your_ends) for w in long)
    if of.my_ends and not me:
        me = any(w.endswith(of.my_ends) for w in long)
    if of.our_ends and not we:
        we = any(w.endswith(of.our_ends) for w in long)
    if of.my_starts and not me:
        me = any(w.startswith(of.my_starts) for w in said)
    return you, me, we


def persons_of(language: str | None) -> Persons:
    """The table of a language, by its BCP 47 code; all words together for one that has none."""
    code = (language or "")[:2]
    return PERSONS.get("da" if code in ("no", "nb", "nn") else code, _ANY)


PERSONS: Mapping[str, Persons] = MappingProxyType(
    {
        "en": Persons(
            you=words(
                "you|your|yours|yourself|you've|you're|you’ve|you’re|you'd|you’d|you'll|you’ll"
            ),
            me=words("i|i'm|i’m|i've|i’ve|i'd|i’d|i'll|i’ll|my|me|mine|myself"),
            we=words("we|we're|we’re|we've|we’ve|we'd|we’d|we'll|we’ll|our|ours|us|ourselves"),
        ),
        "es": Persons(
            you=words(
                "tú|te|ti|tu|tus|usted|ustedes|vosotros|vosotras|os|vuestro|vuestra|vos|contigo",
                "eres|estás|tienes|has|crees|quieres|haces|piensas|puedes|sabes|sientes|sos|tenés",
                "podés|querés|vivís|vives|fuiste|hiciste|tuyo|tuya|háblenos|cuéntenos|cuéntanos",
            ),
            polite=words("su|sus|le|les|suyo|suya"),
            me=words(
                "yo|me|mi|mis|mí|conmigo|mío|mía|soy|estoy|tengo|creo|fui|hice|hago|voy|quiero",
                "puedo",
                "sé|he|pienso|digo|veo|vivo|vengo|debo|necesito|di|vi|hube|había|pongo|salgo",
                "siento",
            ),
            we=words("nosotros|nosotras|nos|nuestro|nuestra|nuestros|nuestras|somos|hemos|vamos"),
            your_ends=bars("aste|iste|steis"),
            my_ends=bars("cé|qué|gué|né|té|ré|sé|dé|jé|lé|mé|vé|ví|dí|cí|bí|rí|lí|tí|eí|aí"),
            our_ends=bars("amos|emos|imos"),
            never=words(
                "triste|existe|chiste|asiste|consiste|insiste|resiste|josé|porqué|paté",
                "allí",
                "contraste|desgaste|máximos|ramos|extremos|últimos|próximos|mínimos|íntimos|tramos",
                "gramos",
                "andré|comité|chalé|carné|puré|israelí|colibrí|jabalí",
            ),
        ),
        "ca": Persons(
            you=words("tu|et|te|teu|teva|teus|teves|vostè|vostès|vosaltres|us|vós|has|ets|estàs"),
            polite=words("seu|seva|seus|seves|li"),
            me=words(
                "jo|em|me|meu|meva|meus|meves|mi|soc|sóc|vaig|tinc|crec|faig|puc|he|vull|estic"
            ),
            we=words("nosaltres|ens|nostre|nostra|som|hem|fem"),
            my_starts=bars("m'|m’"),
        ),
        "pt": Persons(
            you=words(
                "você|vocês|tu|te|ti|teu|tua|teus|tuas|contigo|senhor|senhora|lhe|lhes|vos|vosso",
                "vossa",
                "conte-nos|fale-nos|podes|tens|és|estás|queres|achas|foste|fizeste|começaste",
            ),
            polite=words("seu|sua|seus|suas"),
            me=words(
                "eu|me|mim|meu|minha|meus|minhas|comigo|sou|estou|tenho|acho|fui|fiz|faço|vou",
                "quero",
                "posso|vejo|penso|digo|tive|estive|nasci|preciso|devo|vivo|trabalho|gosto|sinto",
                "saio",
            ),
            we=words("nós|nosso|nossa|nossos|nossas|conosco|connosco|gente|somos|temos|vamos"),
            my_ends=bars("cei|quei|guei|nei|tei|rei|sei|dei|lei|mei|vei"),
            our_ends=bars("amos|emos|imos"),
            never=words("últimos|próximos|mínimos|extremos|ramos|primos|vôlei"),
        ),
        "it": Persons(
            you=words("tu|ti|te|tuo|tua|tuoi|tue|voi|vi|vostro|vostra|vostri|vostre|hai|sei|dicci"),
            polite=words("lei|suo|sua|suoi|sue|le"),
            me=words(
                "io|mi|mio|mia|miei|mie|me|ho|sono|ero|avevo|faccio|vado|penso|credo|voglio|posso",
                "devo|dico|so|sto|vengo|vivo|vedo|sento|feci|fui|amo",
            ),
            we=words("noi|ci|nostro|nostra|nostri|nostre|siamo|abbiamo|facciamo"),
            my_ends=bars("avo|evo"),
            our_ends=bars("iamo"),
            my_starts=bars("m'|m’"),
            never=words("bravo|schiavo|ottavo|medioevo|allievo|sollievo|richiamo"),
        ),
        "fr": Persons(
            you=words(
                "vous|votre|vos|tu|te|toi|ton|ta|tes|vôtre|parlez-nous|racontez-nous|dites-nous"
            ),
            me=words("je|me|moi|mon|ma|mes|mien|mienne|suis|ai"),
            we=words("nous|notre|nos|on|nôtre"),
            my_starts=bars("j'|j’|m'|m’"),
        ),
        "ro": Persons(
            you=words(
                "dumneavoastră|dumneavoastra|dvs|dumneata|tu|te|tine|ție|ți|tău|ta|tăi|tale|voi|vă",
                "v-ați",
                "v-a|ați|aveți|sunteți|ești|spune-ne|spuneți-ne|povestiți-ne",
            ),
            me=words("eu|mă|mi|mine|mie|meu|mea|mei|mele|îmi|mi-a|m-am|m-a|am|cred|sunt|vreau|pot"),
            we=words("noi|ne|nostru|noastră|noștri|noastre|suntem|avem"),
            your_ends=bars("ați|eți|iți"),
            never=words("frați|bărbați|stați|pereți|poeți|băieți|vieți"),
        ),
        "de": Persons(
            you=words("du|dich|dir|dein|deine|deinen|deinem|deiner|euch|euer|eure|eurem|eurer"),
            me=words("ich|mich|mir|mein|meine|meinen|meinem|meiner|meins"),
            we=words("wir|uns|unser|unsere|unseren|unserem|unserer"),
        ),
        "nl": Persons(
            you=words("u|uw|uzelf|je|jij|jou|jouw|jullie|jezelf"),
            me=words("ik|mij|mijn|me|mezelf|m'n|m’n|'k"),
            we=words("wij|we|ons|onze"),
        ),
        "sv": Persons(
            you=words("du|dig|din|ditt|dina|ni|er|ert|era"),
            me=words("jag|mig|min|mitt|mina"),
            we=words("vi|oss|vår|vårt|våra"),
        ),
        "da": Persons(
            you=words("du|dig|deg|din|dit|ditt|dine|jer|jeres|dere|deres|dem"),
            me=words("jeg|mig|meg|min|mit|mitt|mine"),
            we=words("vi|os|oss|vores|vår|vårt|våre"),
        ),
        "fi": Persons(
            you=words(
                "sinä|sinun|sinua|sinulle|sinulla|sinusta|sinut|te|teidän|teitä|teille|teillä"
            ),
            me=words("minä|minun|minua|minulle|minulla|minusta|minut|mä|mun|mulla|mulle|olen|olin"),
            we=words("me|meidän|meitä|meille|meillä|olemme"),
            your_ends=bars("tko|tkö|tteko|ttekö"),
            my_ends=bars("ani|äni|eni|ini|oni|uni|yni"),
            our_ends=bars("mme"),
            never=words("bikini|viini|kani"),
        ),
        "hu": Persons(
            you=words(
                "ön|önnek|önt|önből|önnel|öntől|önök|önöknek|te|téged|neked|veled|tőled|nálad|maga",
                "magának",
            ),
            me=words(
                "én|nekem|engem|velem|tőlem|nálam|vagyok|voltam|szerintem|enyém|számomra|magam"
            ),
            we=words("mi|minket|nekünk|velünk|nálunk|tőlünk|vagyunk|voltunk"),
            your_ends=bars("tál|tél"),
            my_ends=bars("tam|tem|nám|ném|tok|gyok"),
            our_ends=bars("tunk|tünk"),
            never=words("titok|birtok"),
        ),
        "pl": Persons(
            you=words(
                "pan|pana|panu|panem|pani|panią|państwo|państwa|państwu|ty|ciebie|tobie|cię|twój",
                "twoja",
                "twoje|twoim|twojej|twoją|wy|was|wam|wasz|wasza|wasze|jesteś|masz",
            ),
            me=words(
                "ja|mnie|mi|mną|mój|moja|moje|moim|mojej|mojego|moją|jestem|mam|wiem|myślę|chcę",
                "mogę",
                "robię|lubię|sądzę|uważam|muszę|byłem|byłam",
            ),
            we=words("my|nas|nam|nami|nasz|nasza|nasze|naszym|jesteśmy|mamy"),
            your_ends=bars("łeś|łaś|eszcie|acie"),
            my_ends=bars("łem|łam"),
            our_ends=bars("liśmy|łyśmy"),
        ),
        "cs": Persons(
            you=words(
                "vy|vás|vám|vámi|váš|vaše|vaší|vašem|vašeho|jste|byste|ty|tebe|tobě|tě|tvůj|tvoje",
                "jsi|máte",
            ),
            me=words(
                "já|mě|mně|mi|mnou|můj|moje|mého|mou|jsem|bych|mám|vím|myslím|ja|mňa|mne|môj|som"
            ),
            we=words("my|nás|nám|námi|náš|naše|naši|jsme|bychom|máme|sme"),
        ),
        "ru": Persons(
            you=words(
                "вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашей|вашего|вашу|ваших|вашим|вашем|ты|тебя",
                "тебе",
                "тобой|твой|твоя|твоё|твое|твои|твоих|твоей|твою|твоём|расскажите|расскажи",
            ),
            me=words(
                "я|меня|мне|мной|мною|мой|моя|мое|моё|мои|моего|моей|мою|моих|моим|моём|моими",
                "моему",
            ),
            we=words("мы|нас|нам|нами|наш|наша|наше|наши|нашего|нашей|наших"),
        ),
        "uk": Persons(
            you=words(
                "ви|вас|вам|вами|ваш|ваша|ваше|ваші|вашого|вашій|вашої|вашому|ти|тебе|тобі|твій",
                "твоя|твоє",
                "твої|твоєї|твого|розкажіть|розкажи",
            ),
            me=words("я|мене|мені|мною|мій|моя|моє|мої|мого|моїй|моєї|моєму|моїх|моїм"),
            we=words("ми|нас|нам|нами|наш|наша|наше|наші|нашого|нашої|наших"),
        ),
        "tr": Persons(
            you=words("siz|sizin|size|sizi|sizde|sizden|sizce|sen|senin|sana|seni|sence"),
            me=words("ben|bana|beni|benim|bende|benden|bence|ben de|kendim|babam|annem"),
            we=words("biz|bize|bizi|bizim|bizde|bizden"),
            your_ends=bars(
                "ınız|iniz|unuz|ünüz|nızı|nizi|ınızda|inizde",
                "yorsun|misin|mısın|nıza|nize|nızın|nizin|ınızdan|inizden",
                "ınızla|inizle",
            ),
            my_ends=bars(
                "yorum|dım|dim|dum|düm|tım|tim|tum|tüm|rım|rim|ğim|ğım|yım|yim|yum|yüm",
            ),
            our_ends=bars("yoruz|dık|dik|duk|dük|tık|tik|rız|riz"),
            never=words("adım|eğitim|üretim|yönetim|yıldırım|verim|evrim|tanıtım"),
        ),
        "ar": Persons(
            you=words(
                "أنت|انت|إنت|انتي|إنتي|إنتو|انتم|أنتم|أنتما|حضرتك|سيادتك|لك|لكم|بك|منك|عنك|معك",
                "إليك|عليك",
                "فيك|لديك|لديكم|عندك|أنك|إنك|بأنك|لأنك|كونك|نفسك|برأيكم",
            ),
            me=words(
                "أنا|انا|إنني|أنني|إني|أني|لأني|لأنني|بأنني|بي|لي|مني|عني|معي|نفسي|حياتي|عملي|رأيي",
                "كنت|اني",
                "تجربتي|كتابي|روايتي|والدي|والدتي|عائلتي|بدأت|أظن|أعتقد|أرى|اسمي|عندي|لدي|وأنا",
                "فأنا|ولدت",
                "درست|كتبت|عملت|احب|أحب|أحاول|أتمنى|أكتب|أقول|أعمل|أشكر|أشكركم|شخصيا|برأيي|بنظري",
                "أريد",
                "باعتقادي|أحتفظ|أستطيع|أعرف|أشعر|يمكنني|تعلمت|وجدت|قررت|حاولت|أبي|أمي|جدي|جدتي",
                "خالي|عمي|ابني",
            ),
            we=words("نحن|لنا|عندنا|كنا|لدينا|علينا|نريد|إننا|أننا|ونحن|بلدنا|نعمل"),
            your_ends=bars("ك|كم"),
            my_ends=bars("ني"),
            never=words(
                "هناك|كذلك|لذلك|هنالك|أولئك|السمك|الملك|البنك|شارك",
                "مشترك|محرك",
                "الثاني|ثاني|اللبناني|لبناني|الإنساني|إنساني|الوطني|وطني|الفني|الديني|ديني",
                "يعني|مبني|مدني",
                "المدني|الفلسطيني|فلسطيني|الأردني|القانوني|قانوني|العثماني|الإيراني|السوداني",
                "اليوناني|الزمني",
                "معاني|أغاني|الأغاني|مباني|المباني|أماني|الذهني|التعاوني|الحكم|محكم|تحكم",
                "التحكم|تراكم",
                "بلاستيك|ميكانيك|تكتيك|الإلكتروني|إلكتروني|التلفزيوني|مهني|المهني|تمسك|معارك",
                "المعارك|شباك",
                "الشباك|أسماك|الأسماك|إدراك|هلاك|امتلاك|حراك|الحراك",
            ),
        ),
        "fa": Persons(
            you=words(
                "شما|تو|خودتان|نظرتان|برایتان|کارتان|شمارا|بگویید|بفرمایید|دارید|هستید|بودید|کردید"
            ),
            me=words("من|خودم|برایم|هستم|بودم|کردم|دارم|داشتم|می‌کنم|میکنم|مرا|ام"),
            we=words("ما|هستیم|داریم|بودیم|کردیم"),
            your_ends=bars("تان|دید|نید|گویید|وید|رید"),
            my_ends=bars("دم|تم|نم|گویم|ورم|هم"),
            never=words(
                "مردم|رستم|سیستم|هشتم|هفتم|بیستم|خانم|دانم|باهم|جدید",
                "درستان|دوستان|داستان|زمستان|تابستان|استان|باستان|دبستان|بیمارستان|کوهستان",
                "هنرستان|شهرستان",
                "مستان|دبیرستان|مروارید|تهدید|بازدید|پدید|کردستان|افغانستان",
                "خرید|درهم|برهم",
            ),
        ),
        "he": Persons(
            you=words(
                "אתה|אתם|אתן|לך|לכם|שלך|שלכם|אותך|אליך|ממך|עליך|בך|איתך|תוכל|תוכלי|ספר|ספרי|לעצמך"
            ),
            me=words("אני|שלי|לי|אותי|בי|ממני|אצלי|עליי|הייתי|איתי|אליי|עצמי|אבי|אמי|סבי"),
            we=words("אנחנו|שלנו|לנו|אותנו|בנו|אצלנו|היינו"),
            my_ends=bars("תי"),
            never=words("אמיתי|ביתי|צרפתי|בריאותי|חברתי|תרבותי|משמעותי|איכותי|כמותי|בעייתי|מהותי"),
        ),
        "el": Persons(
            you=words("εσείς|εσάς|σας|εσύ|εσένα|σένα|σου|πείτε|μιλήστε"),
            me=words("εγώ|μου|μένα|εμένα|είμαι|ήμουν|ήμουνα|ήθελα|είχα|άρχισα|πήγα|έκανα"),
            we=words("εμείς|μας|εμάς|είμαστε|έχουμε"),
            your_ends=bars("ετε|ατε|ήτε"),
            my_ends=bars("ω|ώ"),
            our_ends=bars("ουμε|αμε|άμε"),
            never=words(
                "πάνω|κάτω|πίσω|γύρω|λόγω|επάνω|μέσω|παρακάτω|παραπάνω",
            ),
        ),
        "hi": Persons(
            you=words("आप|आपने|आपको|आपका|आपकी|आपके|आपसे|तुम|तुम्हारे|तुमने"),
            me=words("मैं|मैंने|मुझे|मेरा|मेरी|मेरे|मुझसे|मुझ"),
            we=words("हम|हमने|हमें|हमारा|हमारी|हमारे"),
        ),
        "id": Persons(
            you=words("anda|kamu|kalian|kau|bapak|ibu|kakak|mas|mbak|lu|elo"),
            me=words("saya|aku|gue|gua|gw|diriku|ayahku|ibuku"),
            we=words("kami|kita"),
            your_ends=bars("mu"),
            never=words("ilmu|tamu|bertemu|ketemu|temu|jamu|ramu|semu|menemu|nyamu|kamu"),
        ),
        "vi": Persons(
            you=words("bạn|anh|chị|ông|bà|cô|các"),
            me=words("tôi|mình|tớ|em"),
            we=words("chúng"),
        ),
        "eo": Persons(
            you=words("vi|via|viaj|vian|viajn|vin"),
            me=words("mi|min|mia|miaj|mian|miajn"),
            we=words("ni|nin|nia|niaj|nian"),
        ),
    }
)
"""By language code. Norwegian reads as Danish does."""

_ANY = Persons(
    you=frozenset().union(*(p.you for p in PERSONS.values())),
    me=frozenset().union(*(p.me for p in PERSONS.values())),
    we=frozenset().union(*(p.we for p in PERSONS.values())),
)

PIECES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "ja": (
            bars(
                "あなた|さんは|さん、|さんが|さんの|ご自身|先生は|いらっしゃ|お持ち|おっしゃ|なさ|お聞き"
            ),
            bars(
                "私|僕|俺|自分|うちは|うちの|んですけど|んですよ|んですね|んです。|と思います|と思って|ですけど"
            ),
        ),
        "zh": (bars("你|您"), bars("我|咱|俺")),
        "ko": (
            bars(
                "당신|선생님|대표님|감독님|작가님|씨는|님은|님의|님께서|님이|신가요|셨나요|시나요|셨는데|신다면"
            ),
            bars(
                "저는|제가|저희|저도|저를|저한테|나는|내가|우리|거든요|더라고|었어요|았어요|했어요|같아요|잖아요"
            ),
        ),
    }
)
"""Languages without spaces or with endings of courtesy: pieces of words that say "you" and "I"."""
