"""What people do for a living, as it stands before their names: "Bürgermeisterin Inga Holm"."""

from __future__ import annotations

from .given import is_given
from .lexicon import words

OCCUPATIONS = words(
    "mayor|president|senator|commissioner|captain|governor|imker|archivist|sailor",
    "actor|actress|architect|artist|activist|author|baker|biologist|chef|coach|designer",
    "developer|director|doctor|economist|editor|engineer|farmer|filmmaker|historian",
    "journalist|lawyer|maker|manager|musician|novelist|nurse|painter|philosopher|photographer",
    "poet|producer|programmer|puppeteer|researcher|scientist|sculptor|singer|sociologist",
    "teacher|translator|writer|founder|ceo|cto|minister|analyst|astronomer|chemist|physicist",
    "strategist|curator|pilot|konu|aktivisto|verkisto|directora|escritor|escritora|pintor",
    "actriz|el|la|monsieur|беседовала|беседовал|историк|писатель|писательница|художник",
    "художница|режиссёр|режиссер|поэт|скульптор|актёр|актер|актриса|музыкант|учёный|ученый",
    "врач|директор|журналист|журналистка|профессор|архитектор|географ|биолог|политолог",
    "экономист|социолог|геолог|vogelaar|bakker",
    "editors|poets|singer-songwriter|songwriter|frontman|frontwoman|guitarist|bassist|drummer"
    "|vocalist|rapper|dj|chairman",
    "chairwoman|chair|chief|officer|executive|associate|assistant|deputy|vice|co-founder"
    "|cofounder|founders|co-founders|dean|judge",
    "general|colonel|sergeant|detective|secretary|ambassador|envoy|spokesperson|spokesman"
    "|spokeswoman|winner|champion|legend|star",
    "superstar|veteran|entrepreneur|blogger|youtuber|streamer|influencer|podcaster|animator"
    "|illustrator|cartoonist|playwright",
    "screenwriter|composer|conductor|violinist|pianist|cellist|dancer|choreographer|comedian"
    "|magician|athlete|footballer|cyclist",
    "swimmer|runner|boxer|midfielder|striker|goalkeeper|quarterback|climber|surfer|skater|skier"
    "|astronaut|inventor|geologist",
    "scholar|critic|columnist|correspondent|reporter|documentarian|creator|maintainer"
    "|contributor|organizer|organiser|volunteer",
    "student|graduate|alumnus|alumna|fellow|intern|resident|cfo|coo|cio|vp|md|phd|bishop"
    "|archbishop|cardinal|priest|nun|monk",
    "cinematographer|videographer|stylist|model|barista|brewer|winemaker|gardener|beekeeper"
    "|fisherman|shepherd|carpenter|potter",
    "blacksmith|electrician|plumber|mechanic|firefighter|paramedic|midwife|psychologist"
    "|psychiatrist|neurologist|surgeon|dentist",
    "vet|veterinarian|pharmacist|epidemiologist|virologist|ecologist|botanist|zoologist"
    "|meteorologist|linguist|anthropologist",
    "theologian|lecturer|librarian|bookseller|publisher|lobbyist|campaigner|organist"
    "|accordionist|saxophonist|trumpeter|mp|mep",
    "congressman|congresswoman|councillor|councilman|councilwoman|chancellor|premier|prime|king"
    "|queen|prince|princess|senior|lead",
    "principal|frontend|head|bestselling|best-selling|award-winning|artists|authors|musicians"
    "|directors|developers|engineers|trainer",
    "schriftsteller|schriftstellerin|sängerin|sänger|gitarrist|gitarristin|schlagzeuger"
    "|schlagzeugerin|bassistin|frontfrau|regisseur",
    "regisseurin|schauspieler|schauspielerin|musikerin|musiker|autorin|autor|künstlerin|künstler"
    "|fotograf|fotografin|journalistin",
    "historikerin|historiker|physikerin|physiker|biologin|biologe|soziologin|soziologe"
    "|psychologin|psychologe|philosophin|politikerin",
    "politiker|bürgermeister|bürgermeisterin|oberbürgermeister|oberbürgermeisterin|präsident"
    "|präsidentin|vorsitzender|vorsitzende",
    "geschäftsführer|geschäftsführerin|gründer|gründerin|trainerin|spieler|spielerin|torwart"
    "|kapitän|pfarrer|pfarrerin|bischof|köchin",
    "koch|bäcker|bäckerin|winzer|winzerin|landwirt|landwirtin|förster|försterin|hebamme|pfleger"
    "|pflegerin|anwalt|anwältin|richterin",
    "richter|übersetzerin|übersetzer|herausgeber|herausgeberin|redakteur|redakteurin|komponist"
    "|komponistin|dirigent|dirigentin",
    "band|duo|trio|kollege|kollegin|herrn|herr|frau|meteorologin|meteorologe|ärztin|arzt"
    "|sprecher|sprecherin|experte|expertin",
    "gast|gastgeber|moderator|moderatorin|weltmeister|weltmeisterin|olympiasieger"
    "|olympiasiegerin|unternehmer|unternehmerin",
    "cantante|cantautor|cantautora|autora|poeta|periodista|alcalde|alcaldesa|presidente|presidenta",
    "doctora|profesor|profesora|entrenador|entrenadora|jugador|jugadora|ministro|ministra"
    "|ingeniero|ingeniera|directrice|auteur",
    "autrice|chanteur|chanteuse|écrivain|écrivaine|romancier|romancière|réalisateur|réalisatrice"
    "|comédien|comédienne|acteur|actrice",
    "professeur|docteur|maire|scrittore|scrittrice|regista|attore|attrice|sindaco|sindaca"
    "|professore|professoressa|dottor|dottoressa",
    "cantautrice|allenatore|zangeres|zanger|schrijver|schrijfster|burgemeester|regisseuse"
    "|yazar|şair|oyuncu|yönetmen|müzisyen",
    "sanatçı|şarkıcı|gazeteci|ressam|profesör|başkan|başkanı|müdürü|hoca|penulis|penyanyi"
    "|sutradara|aktris|aktor|wartawan|presiden",
    "yazarı|kurucusu|yönetmeni|editörü|sahibi|üyesi|temsilcisi|solisti|vokalisti"
    "|sanatçısı|oyuncusu",
    "hocası|uzmanı|koordinatörü|sözcüsü|öğretmeni|doktoru|eğitmeni|çevirmeni|besteci|bestecisi"
    "|yapımcısı",
    "författaren|författare|sångaren|sångerskan|regissören|skådespelaren|konstnären|forskaren"
    "|professorn|författarinnan",
)

_ENDINGS = (
    "aren",
    "erskan",
    "ören",
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "smith",
    "wright",
    "eer",
)
FIRST_NAMES = words(
    "christopher|peter|alexander|roger|walter|oliver|jennifer|heather|esther|hunter|carter|tyler",
    "taylor|victor|hector|connor|eleanor|trevor|ian|brian|adrian|julian|christian|sebastian|asher",
    "vivian|lillian|damian|fabian|killian|herman|norman|roman|truman|javier|xavier|olivier|didier",
    "gunther|günther|dieter|rainer|werner|reiner|homer|piper|harper|amber|ginger|chester|lester",
    "luther|igor|viktor|salvador|nestor|leonor|summer|fraser|spencer|sawyer|cooper|parker|rainier",
    "amir|umer|omer|noor|leor|lior|kader|abdelkader|taher|maher|samer|yasser|nasser|jaber|bashir",
    "kevin|wouter|pieter|rogier|gijsbert|idan|marian|dorian|florian|maximilian|kilian|jillian",
)
"""First names that end as trades do."""

_GERMAN_TRADE = (
    "forscher", "forscherin", "meister", "meisterin", "leiter", "leiterin", "macher", "macherin",
    "künstler", "künstlerin", "sänger", "sängerin", "händler", "händlerin", "bauer", "bäuerin",
    "autor", "autorin", "direktor", "direktorin", "professor", "professorin", "arzt", "ärztin",
    "chef", "chefin", "ministerin", "minister", "lehrer", "lehrerin",
)  # fmt: skip


def is_trade(word: str) -> bool:
    """Whether a word before a name says what somebody does."""
    lower = word.casefold()
    if lower in OCCUPATIONS or lower.endswith(_GERMAN_TRADE):
        return True
    return lower.endswith(_ENDINGS) and lower not in FIRST_NAMES and not is_given(word)


_RUSSIAN = tuple(words("лог|граф|ист|истка|тель|тельница|ник|ница|ёр|ер|ант|вед|атор|арь|ач|иня"))


_GERMANIC = ("in", "er", "ern", "aren", "ören", "or", "ist", "isten", "inde")


def ends_as_trade(word: str) -> bool:
    """Whether a word has the ending of a trade: "Орнитолог", "Töpferin", "Keramikern".

    That says little alone; it is asked of words before a given name.
    """
    lower = word.casefold()
    return len(lower) > 4 and lower.endswith((*_RUSSIAN, *_GERMANIC)) and not is_given(lower)


def is_occupation(word: str) -> bool:
    """Whether a word, in lower case, is an occupation, in the plural or a German case too."""
    forms = (word.removesuffix(ending) for ending in ("", "s", "n", "en"))
    return any(form in OCCUPATIONS for form in forms) and not is_given(word)
