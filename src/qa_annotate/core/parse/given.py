"""Given names that many people bear, in the languages of the pages that are read.

They settle what shape leaves open: whether one capitalised word is a person, and which form of an
inflected name is the one its bearer has. No name is refused for standing in no list.
"""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

from .lexicon import words

# English, and names at home in many languages
_WESTERN = words(
    "abel|amos|abner|silas|seth|jonah|jonas|enoch|ezra|ezekiel|gideon|hosea|levi|malachi|micah"
    "|moses|naomi|obadiah|phineas|reuben|rufus|solomon|thaddeus|tobin|ulysses|winston|walt|wes"
    "|wesley|will|wyatt|zeke|hollis|imani|juno|kit|lorna|maeve|nell|orson|pippa|quentin|rowan"
    "|sage|tamsin|ulric|vesna|wren|yara|zelda|zadie|hettie|hattie|nettie|lottie|dottie|betsy"
    "|bess|cyril|cedric|basil|boyd|brock|bronwyn|caitlin|cara|carly|carmel|chuck|cliff|clifford"
    "|clint|clyde|cole|cooper|cora|cordelia|cyrus|darcy|davina|deanna|delia|della|dexter|dillon"
    "|dion|dustin|dwayne|dwight|edna|eli|elise|eliza|elton|elwood|emerson|emory|ernie|ervin"
    "|essie|ethel|eunice|everett|fern|flynn|forrest|frankie|fraser|gemma|genevieve|geraldine"
    "|gerry|glenda|greer|gretchen|griffin|gus|gwendolyn|hamish|harper|harriet|harris|harvey"
    "|hayden|hector|heath|henrietta|herb|herman|hester|hiram|hope|horace|hubert|hunter|ina|inez"
    "|irma|irving|irwin|isadora|ivor|jasper|jemima|jenna|jethro|jewel|joaquin|jodi|jolene|josie"
    "|jules|juliana|kara|kari|karina|kassandra|kaya|keegan|kendall|kendra|kent|kerri|kiara|kurt"
    "|kyra|lacey|lamar|latoya|leland|lena|leroy|lettie|lila|lillian|lilly|lincoln|lionel|livia"
    "|lonnie|loretta|lorne|lou|lucille|lucinda|luther|mack|maisie|mallory|marcie|margie|margo"
    "|maryann|mason|mathew|mattie|maude|mavis|maxwell|mckenzie|merle|mervin|milton|minnie|mitzi"
    "|mona|monty|mort|myles|myrtle|nadine|nan|nellie|nicky|nicolette|nikki|noreen|odette|olga"
    "|opal|otto|palmer|parker|patty|paulette|payton|perry|pete|petra|phillipa|pierce|porter"
    "|preston|quincy|quinn|ramsey|randall|reagan|reid|renee|rhoda|rhonda|rickie|riley|ripley"
    "|rocco|roland|rosalie|rosanna|roscoe|rowena|roxanne|royce|russ|sadie|sasha|saul|savannah"
    "|sawyer|scarlett|shana|shari|shaw|shelby|sheldon|sheryl|sienna|sigmund|sky|skye|sloane"
    "|sonya|stacy|stefanie|sterling|stevie|sunny|sybil|tad|tate|tatum|tommie|tonya|trent|trina"
    "|trudy|twyla|tyrone|ty|val|vaughn|velma|vern|verna|vernon|vince|viola|virgil|wally|wanda"
    "|ward|warner|webster|wilbur|wilhelmina|willa|willow|wilma|woody|yolanda|zoey|aaron|abby|ada"
    "|maren|mare|hanna|etta|effie|greta|otis|orla|abigail|adam|addison|adele"
    "|adrian|agnes"
    "|aidan|al|alan|albert|alec|alex|alexa",
    "alexander|alexandra|alexis|alfred|alice|alicia|alison|allison|alyssa|amanda|amber|amelia|amy",
    "andrea|andrew|andy|angela|angie|angus|anita|ann|anna|annabel|anne|annie|anthony|april|archie",
    "ariel|arlene|arthur|ashley|audrey|austin|ava|barbara|barry|bart|beatrice|becky|bekka|ben",
    "benjamin|bernard|bernie|beth|bethany|betty|bill|billy|blake|bob|bobby|brad|bradley|brandon",
    "brenda|brendan|brent|brett|brian|brianna|bridget|brittany|brooke|bruce|bruno|bryan|caleb",
    "calvin|cameron|camilla|carl|carla|carmen|carol|caroline|carolyn|carrie|casey|cassandra",
    "catherine|cathy|cecilia|celeste|celia|chad|charlene|charles|charlie|charlotte|chelsea|cheryl",
    "chloe|chris|christian|christina|christine|christopher|christy|cindy|claire|clara|clarence",
    "claudia|clayton|clive|cody|colin|colleen|connie|connor|conor|corey|courtney|craig|curtis"
    "|cynthia",
    "daisy|dale|damian|damien|dan|dana|daniel|daniela|daniella|danielle|danny|daphne|darren|darryl",
    "dave|david|dawn|dean|deb|debbie|deborah|deirdre|denise|dennis|derek|desmond|devin|diana|diane",
    "dick|dominic|don|donald|donna|dora|doreen|doris|dorothy|doug|douglas|drew|duncan|dylan|earl",
    "ed|eddie|edgar|edith|edmund|edward|edwin|eileen|elaine|eleanor|elena|elijah|elise|elizabeth",
    "ella|ellen|elliot|elliott|ellis|elsa|elsie|emil|emily|emma|emmett|eric|erica|erik|erika|erin",
    "ernest|esme|esther|ethan|eugene|eva|evan|eve|evelyn|faith|felicity|felix|fergus|finn|fiona",
    "flora|florence|floyd|frances|francis|frank|franklin|fred|freddie|frederick|gabe|gabriel",
    "gabrielle|gail|gareth|garrett|gary|gavin|gene|geoff|geoffrey|george|georgia|gerald|gerard",
    "gilbert|gina|gladys|glen|glenn|gloria|gordon|grace|graham|greg|gregory|greta|guy|gwen|hal"
    "|hank",
    "hannah|harold|harriet|harry|hazel|heather|heidi|helen|henry|herbert|hilary|holly|howard|hugh",
    "hugo|ian|ida|imogen|ingrid|irene|iris|isaac|isabel|isabella|isabelle|isla|ivan|ivy|jack"
    "|jackie",
    "jackson|jacob|jacqueline|jade|jake|james|jamie|jan|jane|janet|janice|jared|jasmine|jason|jay",
    "jean|jeff|jeffrey|jen|jenna|jennifer|jenny|jeremiah|jeremy|jerome|jerry|jess|jesse|jessica"
    "|jill",
    "jim|jimmy|jo|joan|joanna|joanne|jocelyn|jodie|joe|joel|joey|john|johnny|jon|jonah|jonathan",
    "jordan|joseph|josephine|josh|joshua|joy|joyce|jude|judith|judy|julia|julian|julie|juliet",
    "june|justin|karen|karl|kate|katherine|kathleen|kathryn|kathy|katie|kay|keith|kelly|kelsey",
    "ken|kenneth|kenny|kerry|kevin|kieran|kim|kimberly|kirk|kirsten|kristen|kristin|kurt|kyle",
    "lachlan|lana|lance|lara|larry|laura|lauren|laurence|laurie|lawrence|leah|lee|leigh|lena|leo",
    "leon|leonard|leslie|lewis|liam|lily|linda|lindsay|lisa|liz|lloyd|logan|lois|lola|lorna"
    "|lorraine",
    "louis|louisa|louise|lucas|lucy|luke|lydia|lynn|mabel|mackenzie|maddie|madeleine|madison",
    "maggie|malcolm|mandy|marc|marcia|marcus|margaret|maria|mariah|marian|marie|marilyn|marion",
    "marjorie|marlene|martha|martin|marvin|mary|matilda|matt|matthew|maud|maureen|maurice|max",
    "maxine|maya|megan|melanie|melissa|melody|mercedes|meredith|mia|michael|michelle|mick|miguel"
    "|mike",
    "mildred|miles|millie|milo|miranda|miriam|mitch|mitchell|moira|molly|monica|morgan|muriel"
    "|murray",
    "myra|nadia|nancy|naomi|natalie|natasha|nathan|nathaniel|ned|neil|nelson|niall|nicholas|nick",
    "nicola|nicole|nigel|nina|noah|noel|nora|norma|norman|olive|oliver|olivia|ollie|oscar|owen"
    "|paige",
    "pam|pamela|pat|patricia|patrick|patsy|paul|paula|pauline|pearl|peggy|penelope|penny|percy"
    "|peter",
    "phil|philip|phillip|phoebe|phyllis|piers|polly|priscilla|rachel|ralph|ramona|randy|ray"
    "|raymond",
    "rebecca|reggie|reginald|rex|rhys|richard|rick|ricky|rob|robert|roberta|robin|rod|roderick"
    "|rodney",
    "roger|roland|ron|ronald|ronnie|rory|rosa|rosalind|rose|rosemary|rosie|ross|roy|ruby|rufus",
    "rupert|russell|ruth|ryan|sadie|sally|sam|samantha|samuel|sandra|sara|sarah|scott|sean"
    "|sebastian",
    "selena|serena|seth|shane|shannon|sharon|shaun|shawn|sheila|shelley|shirley|sian|sidney|silvia",
    "simon|sonia|sophia|sophie|spencer|stacey|stan|stanley|stella|stephanie|stephen|steve|steven",
    "stewart|stuart|sue|susan|susanna|susie|suzanne|sydney|sylvia|tabitha|tamara|tammy|tania|tanya",
    "tara|ted|teresa|terry|tess|tessa|thelma|theo|theodore|theresa|thomas|tiffany|tim|timothy|tina",
    "tobias|toby|todd|tom|tommy|toni|tony|tracey|tracy|travis|trevor|trish|troy|tyler|una|ursula",
    "valerie|vanessa|vera|veronica|vicky|victor|victoria|vincent|violet|virginia|vivian|vivienne",
    "wade|wallace|walter|wanda|warren|wayne|wendy|wilfred|will|william|winifred|xavier|yvette",
    "yvonne|zach|zachary|zara|zoe",
)
_ROMANCE = words(
    "adriana|adriano|agustín|aitana|alba|alberto|alejandra|alejandro|alessandra|alessandro|alessio",
    "alfonso|alfredo|álvaro|amparo|ana|anabel|andrés|ángel|ángela|angelo|antoine|antonella|antonia",
    "antonio|antónio|ariadna|arnaud|arturo|aurélie|aurélien|aurora|baptiste|bárbara|bastien"
    "|beatriz",
    "begoña|belén|benedetta|benedetto|benito|benoît|bernardo|bianca|blanca|brigitte|caetano|camila",
    "camille|carlo|carlos|carlota|carmela|carolina|catalina|catarina|caterina|cátia|cécile|cecília",
    "céline|césar|chantal|chiara|cinzia|claude|claudio|clémence|clément|concha|consuelo|corinne",
    "cristiano|cristina|cristóbal|damiano|daniele|dario|débora|delphine|diego|dino|dolores"
    "|domenico",
    "domingo|dominique|donatella|duarte|edoardo|eduarda|eduardo|elisa|elisabetta|élise|élodie"
    "|eloísa",
    "elvira|emanuele|emiliano|emilio|émilie|emmanuel|enrico|enrique|enzo|ernesto|esperanza|esteban",
    "estela|étienne|eugenia|eugenio|fabio|fabiola|fabrice|fabrizio|federica|federico|felipe"
    "|fernanda",
    "fernando|filipa|filipe|filippo|flavia|flavio|florian|francesca|francesco|francisca|francisco",
    "franco|françois|françoise|frédéric|gabriela|gabriele|gabriella|gaspar|gaël|geneviève|gérard",
    "giacomo|giada|gianluca|gianni|gilberto|gilles|gino|giorgia|giorgio|giovanna|giovanni|giulia",
    "giuliana|giulio|giuseppe|gonçalo|gonzalo|graciela|guilherme|guillaume|guillermo|gustavo"
    "|héctor",
    "heitor|hélène|hélia|henri|henrique|hervé|horacio|ignacio|ilaria|inês|inés|iratxe|irina"
    "|isabela",
    "isabelle|isidro|ivana|ivete|jacinta|jacques|jaime|javier|jeanne|jerónimo|jesús|jimena|joana",
    "joão|joaquim|joaquín|jordi|jorge|josé|josefina|juan|juana|julien|julieta|julio|laetitia|laia",
    "leandro|leonardo|leonor|leticia|letícia|lidia|lola|lorena|lorenzo|loïc|lourdes|luca|lucía",
    "lúcia|luciana|luciano|ludovic|luigi|luis|luís|luisa|luísa|luiz|mafalda|magalie|manon|manuel",
    "manuela|marcel|marcela|marcello|marcelo|marcio|marco|marcos|margarida|margarita|margherita",
    "mariana|mariano|marina|mario|marisa|marta|martina|martín|massimo|mateo|mateus|mathieu"
    "|mathilde",
    "matías|matilde|matteo|maurizio|mauro|maximiliano|mélanie|michel|michela|michele|mireia|mónica",
    "montserrat|nadine|natália|nélida|nicolas|nicolás|nieves|noelia|nuno|nuria|octavio|olivier"
    "|óscar",
    "otávio|pablo|paola|paolo|pascal|pascale|patricio|patrizia|paulina|paulo|pedro|philippe|pier",
    "pierre|pietro|pilar|pío|quentin|rafael|rafaela|raffaele|ramiro|ramón|raquel|raúl|rémi|renata",
    "renato|rené|ricardo|riccardo|rita|roberto|rocío|rodrigo|rogério|rolando|romain|roque|rosario",
    "rossella|rubén|rui|salvatore|sancho|sandrine|santiago|santino|sara|sébastien|sérgio|sergio",
    "silvana|silvio|simão|simona|simone|sofía|sofia|solange|solène|soledad|sónia|stefania|stefano",
    "stéphane|sylvain|sylvie|tatiana|telmo|thérèse|thiago|thibault|tiago|tommaso|tomás|umberto",
    "valentín|valentina|valentino|valeria|valerio|vicente|vincenzo|virginie|vitor|vítor|viviana",
    "xiomara|yannick|ximena|yolanda|yves|yvan|zélia|zulema",
)
_GERMANIC = words(
    "aad|achim|adriaan|agnetha|albrecht|alexa|alfons|alma|andreas|angelika|anika|anja|anke|anke",
    "anneliese|annemarie|annette|annika|antje|anton|arend|arjen|armin|arne|arno|arnold|arvid|asta",
    "astrid|august|axel|bastian|bauke|beate|bengt|bernd|bernhard|bert|berta|birger|birgit|björn|bo",
    "bodil|boris|bram|brigitte|britta|cees|christa|christel|christiane|christoph|claas|clemens",
    "conny|constanze|cornelia|daan|dagmar|detlef|dieter|dietmar|dirk|doreen|dorothea|ebba|eberhard",
    "eckart|edda|einar|eino|elfriede|elias|elke|elmar|elsbeth|emilia|enno|erich|erna|ernst|erwin",
    "eskil|femke|ferdinand|ferenc|floor|floris|franz|franziska|freya|frida|frieda|friedrich|frits",
    "fritz|gabi|georg|gerda|gerd|gerhard|gerrit|gert|gertrud|gisela|gregor|gudrun|gunnar|günter"
    "|günther",
    "gustav|håkan|hanna|hannelore|hannes|hans|harald|harm|hartmut|hedwig|heike|hein|heiner"
    "|heinrich",
    "heinz|helga|helge|helmut|hendrik|henk|henning|henrik|herbert|hermann|hilde|hildegard|holger",
    "horst|hubert|ilka|ilse|inga|inge|ingeborg|ingo|inka|isa|isolde|jaap|jakob|janne|jannik|jari",
    "jasper|jeroen|joachim|jochen|johan|johanna|johannes|jonas|joost|jörg|joris|josef|judit|jukka",
    "julia|jürgen|jutta|kaarina|kai|karin|karl-heinz|karla|karolina|karsten|kaspar|kathrin|katja",
    "katrin|katharina|kees|kerstin|kjell|klaas|klara|klaus|knut|konrad|konstantin|koen|lars"
    "|lasse|leif",
    "lennart|lien|liesbeth|linus|lotta|lotte|ludwig|lukas|luise|lutz|maarten|magda|magdalena"
    "|magnus",
    "maike|maja|malin|manfred|mareike|margarete|margit|margot|marieke|marijke|marika|marit"
    "|marius|markus",
    "marlies|mathias|mats|matthias|mattias|matti|maximilian|meike|menno|merle|mette|michaela"
    "|mikael",
    "mikko|monika|moritz|nele|niels|niklas|nils|norbert|olaf|ole|oskar|otto|patrik|peer|pekka|per",
    "petra|piet|pieter|rainer|ralf|reiner|reinhard|renate|rieke|robbert|roel|rolf|rosemarie"
    "|rüdiger",
    "rudi|rudolf|ruud|sabine|sander|sanne|saskia|sebastian|sepp|siegfried|sietse|sigrid|silke"
    "|sjoerd",
    "sofie|solveig|sören|stefan|stefanie|steffen|sten|stijn|stina|susanne|svea|sven|svenja|sybille",
    "tanja|teun|theresia|thijs|thorsten|till|tim|timo|tjark|tobias|torben|torsten|trude|uli|ulla",
    "ulrich|ulrike|ute|uwe|veit|verena|viggo|viktoria|volker|walburga|waltraud|werner|wiebke"
    "|wilhelm",
    "wilma|wim|winfried|wolf|wolfgang|wouter|yannik|yvonne",
)
_EASTERN_EUROPE = words(
    "adam|agata|agnieszka|aleksander|aleksandra|alicja|andrzej|aneta|anna|antoni|artur|barbara"
    "|bartek",
    "bartosz|beata|bogdan|bogna|bogusław|bożena|cezary|czesław|damian|danuta|dariusz|dawid|dominik",
    "dominika|dorota|edyta|elżbieta|emilia|ewa|ewelina|filip|franciszek|gabriela|grażyna|grzegorz",
    "halina|hanna|henryk|igor|irena|iwona|izabela|jacek|jadwiga|jakub|janina|janusz|jarosław"
    "|jerzy|joanna",
    "jolanta|józef|julia|justyna|kacper|kamil|kamila|karol|karolina|katarzyna|kazimierz|kinga"
    "|klaudia",
    "konrad|krystyna|krzysztof|laura|lech|leszek|łukasz|lucyna|maciej|magda|magdalena|małgorzata",
    "marcin|marek|maria|mariola|mariusz|marta|marzena|mateusz|michał|mieczysław|milena|mirosław"
    "|monika",
    "natalia|olga|oliwia|paulina|paweł|piotr|przemysław|radosław|rafał|renata|robert|roman"
    "|ryszard|sebastian",
    "sławomir|stanisław|stefan|sylwia|szymon|tadeusz|teresa|tomasz|urszula|wacław|waldemar"
    "|weronika",
    "wiesław|wiktor|witold|władysław|wojciech|zbigniew|zdzisław|zofia|zuzanna|zygmunt",
    "alena|alžběta|aneta|barbora|blanka|božena|dagmar|daniela|dušan|eliška|eva|františek|hana"
    "|honza|iva",
    "ivana|jana|jaroslav|jindřich|jiří|jitka|josef|kateřina|klára|kristýna|ladislav|lenka|libor"
    "|lucie",
    "ludmila|lukáš|marcela|markéta|martina|matěj|michal|milan|miloš|miroslav|monika|ondřej|pavel"
    "|pavla",
    "petr|petra|radek|radka|renata|stanislav|štěpán|šárka|tereza|tomáš|václav|veronika|vladimír"
    "|vojtěch",
    "zdeněk|zdenka|zuzana|ágnes|andrás|attila|balázs|béla|dániel|edit|enikő|erzsébet|ferenc|gábor",
    "györgy|ildikó|istván|jános|józsef|judit|kata|katalin|lászló|márta|mihály|miklós|péter|sándor",
    "tamás|tibor|zoltán|zsófia|zsolt|zsuzsanna|andrei|alina|bogdan|ciprian|cosmin|cristian|dan"
    "|dragoș",
    "elena|florin|gheorghe|horia|ileana|ioana|ion|ionuț|iulia|laurențiu|liviu|lucian|mihai|mircea",
    "monica|nicolae|oana|octavian|radu|răzvan|roxana|silviu|simona|ștefan|teodora|traian|vasile"
    "|vlad",
    "ana|branko|dejan|dragan|goran|ivana|jelena|jovan|marija|marko|milica|miloš|mirjana|nikola",
    "slavoj|slobodan|snežana|srđan|tihana|vesna|vladan|zoran|željko|agim|arben|besnik|blerim|ilir",
    "aleksandr|aleksei|alexei|andrey|anatoly|dmitri|dmitry|ekaterina|evgeny|fyodor|galina|grigory",
    "ilya|irina|kirill|ksenia|larisa|leonid|lyudmila|maksim|masha|mikhail|nadezhda|natalia|nikita",
    "nikolai|oksana|oleg|oleksandr|olena|olga|pavel|petro|sasha|sergei|sergey|serhiy|svetlana"
    "|taras",
    "tatyana|valentin|vasily|viktor|vitaly|vladimir|volodymyr|vyacheslav|yaroslav|yelena"
    "|yevgenia|yulia",
    "yuri|yury|zhanna|giorgi|levan|nino|tamar|zurab|armen|aram|gayane|hovhannes|narek|vahan",
)
_NEAR_EAST = words(
    "ahmet|ali|meryem|aslı|atilla|aydın|ayhan|ayla|aylin|ayşe|ayten|barış|bedri|belgin|berk|berna"
    "|berrin|betül",
    "bülent|burak|burcu|can|canan|cem|cemal|cengiz|cihan|çetin|çiğdem|defne|demet|deniz|derya"
    "|dilek",
    "doğan|duygu|ece|ebru|ekrem|elif|emel|emine|emre|engin|enver|erdem|eren|erhan|erol|esin|esra"
    "|fadime",
    "fahri|fatih|fatma|ferhat|feride|figen|fikret|filiz|funda|gamze|gizem|gökhan|gönül|gül|gülsüm",
    "güneş|güven|hakan|haldun|hale|halil|halit|haluk|hande|hasan|hatice|hayri|hülya|hüseyin"
    "|ibrahim",
    "ilhan|ilker|inci|i̇brahim|i̇lker|i̇nci|i̇smail|ipek|ismail|ismet|jale|kadir|kaan|kemal|kenan"
    "|kerem|leman|levent|leyla",
    "mehmet|mehtap|melek|melis|meltem|meral|mert|merve|mine|murat|musa|mustafa|müge|nalan|nazan"
    "|nazlı",
    "necati|necla|nermin|nesrin|nevzat|nihat|nilgün|nuray|nuri|nurten|oğuz|okan|oktay|onur|orhan"
    "|osman",
    "oya|ozan|ömer|özcan|özge|özgür|özlem|pelin|perihan|pınar|rabia|ramazan|recep|rıza|rüstem"
    "|saadet|sabri",
    "sadık|seda|selim|selin|selma|semih|semra|serap|sercan|serdar|serhat|serkan|serpil|sevda|sevgi",
    "sevil|sevim|sibel|sinan|songül|suat|suna|süleyman|şebnem|şeyma|şule|tahsin|taner|tansu|tarık",
    "tolga|tuba|tuğba|tülay|turgut|türkan|ufuk|uğur|ümit|vedat|veli|volkan|yalçın|yasemin|yaşar"
    "|yavuz",
    "yeliz|yıldız|yılmaz|yusuf|zehra|zeki|zerrin|zeynep|zuhal|zülfü",
    "abbas|abdallah|abdul|abdulaziz|abdulkarim|abdullah|abdulrahman|abdelrahman|abeer|adel|adnan"
    "|ahmad",
    "ahmed|aisha|akram|alaa|alia|amal|amani|amer|amina|amir|ammar|amro|anas|anwar|ashraf|asma"
    "|ayman",
    "aymen|aziz|bashar|basel|basem|bassam|bilal|dalia|dima|eman|emad|esraa|fadi|fadwa|fahad|faisal",
    "faiza|farah|farid|faris|fatima|fatma|firas|ghada|ghassan|habib|hadi|hadeel|haifa|haitham|hala",
    "hamid|hamza|hanan|hani|hasan|hassan|haya|haytham|hiba|hind|hisham|huda|hussain|hussein"
    "|ibrahim",
    "ihab|iman|imad|inas|jamal|jamila|jamil|jana|jihad|joumana|kamal|karim|karima|khaled|khalid"
    "|khalil",
    "laila|lamia|layla|leila|lina|lubna|maha|mahdi|mahmoud|majed|majid|malak|manal|mansour|marwa"
    "|marwan",
    "maryam|mazen|mohamed|mohammad|mohammed|mona|mouna|muhammad|mustafa|nabil|nadia|naji|najwa"
    "|nasser|nawal",
    "nada|nizar|noor|nour|omar|osama|othman|qasim|raed|rafiq|raghad|rami|rana|rania|rasha|rashid"
    "|razan",
    "reem|rima|saad|sabah|saeed|said|salah|saleh|salem|salim|salma|salwa|samar|sameh|sami|samia"
    "|samir",
    "samira|sana|sanaa|sara|shadi|shaima|shams|sherif|siham|suad|suhail|suleiman|taha|tahani"
    "|talal|tamer",
    "tareq|tarek|tariq|usama|wafa|wael|waleed|walid|wissam|yahya|yara|yasmin|yasmine|yasser"
    "|yassin|youssef",
    "yousef|yusra|zahra|zainab|zaid|zaki|zeina|ziad|avi|avraham|ayelet|chaim|dafna|efrat|eitan"
    "|eli|gal|gideon|hadas",
    "ilan|itai|itamar|keren|maya|meir|merav|michal|mordechai|moshe|nir|noa|nurit|ofer|orly|ronit"
    "|sharon|shira",
    "shlomo|shoshana|tal|tamar|tzvi|uri|yael|yaakov|yair|yehuda|yitzhak|yoav|yosef|yossi|zvi"
    "|amirhossein|arash",
    "azadeh|babak|bahram|behrouz|dariush|farhad|farzaneh|fereydoun|golnaz|hossein|jafar|kamran"
    "|kaveh",
    "maryam|massoud|mehdi|mohsen|nasrin|niloufar|parisa|parviz|reza|shahram|shirin|siamak|soraya"
    "|zohreh",
)
_ASIA_AFRICA = words(
    "aditi|aditya|ajay|akash|amit|amrita|anand|ananya|anil|anita|anjali|ankit|anushka|arjun|arun"
    "|arundhati",
    "ashok|asha|deepa|deepak|deepika|divya|fatimah|ganesh|gaurav|geeta|gita|hari|indira|ishaan"
    "|jaya|kabir",
    "kavita|kiran|krishna|kunal|lakshmi|lata|madhav|manish|manoj|maya|meena|meera|mohan|mukesh"
    "|naveen|neha",
    "nikhil|nisha|nitin|padma|pankaj|pooja|prakash|pranav|prashant|preeti|priya|radha|rahul|raj"
    "|rajesh",
    "rajiv|rakesh|ramesh|rani|rashmi|ravi|rekha|rita|rohan|rohit|sachin|sandeep|sanjay|santosh"
    "|sarita|satish",
    "shanti|shreya|siddharth|sita|smita|sneha|sonali|srinivas|sudha|sunil|sunita|suresh|swati"
    "|tushar|uma",
    "usha|varun|vijay|vikram|vinod|vishal|vivek|imran|farooq|nawaz|salman|shahid|tahir|zafar"
    "|zeeshan",
    "agus|adi|aditya|anisa|ari|asep|ayu|bambang|bayu|budi|cahya|citra|dedi|dewi|dian|dimas|dwi"
    "|eka|eko|endang",
    "fajar|fitri|galih|hendra|indah|intan|iwan|joko|kartika|lestari|made|maya|mega|nia|novi|nur"
    "|nyoman|putri",
    "putu|rahmat|ratna|rina|rini|rizki|rudi|sari|siti|slamet|sri|sukma|surya|susanti|susi|teguh"
    "|tri|wahyu",
    "wati|wawan|wayan|widya|wulan|yanti|yudi|yuni|akira|akiko|aoi|ayumi|chihiro|daisuke|eiji|emi"
    "|fumiko|hana|haruka|haruki",
    "hideo|hiro|hiroshi|hiroko|ichiro|jiro|junko|kaori|kazuo|keiko|kenji|kenta|koji|makoto|mami"
    "|mariko|masao",
    "megumi|michiko|midori|miho|misaki|naoko|naoto|natsuki|noriko|rei|ryo|ryota|sakura|satoshi"
    "|sayaka|shin|shinji",
    "shigeru|shota|sora|takashi|takeshi|taro|tetsuya|tomoko|toshiro|yoko|yoshi|yuichi|yuka"
    "|yukiko|yumi|yuta",
    "hyun|jihye|jimin|jisoo|minho|minji|minjun|seojun|soyeon|sujin|sunhee|woojin|yejin|younghee"
    "|anh|bao|binh|duc|dung|hai",
    "hanh|hien|hoa|hong|huong|khanh|lan|linh|mai|minh|nga|ngoc|nhung|phuong|quang|quynh|thanh"
    "|thao|thi|thu|thuy|trang|tuan|van",
    "abebe|abena|ade|adebayo|adjoa|akosua|ama|amara|amina|aminata|awa|ayodele|babatunde|bola"
    "|boubacar|chidi|chidinma|chike|chimamanda",
    "chinua|chioma|desta|emeka|fanta|fatou|femi|folake|funmi|hawa|ibrahima|ife|ifeoma|jomo|kofi"
    "|kojo|kwame|kwasi|lerato|makena",
    "mamadou|mariama|mwangi|naledi|ngozi|njeri|nkechi|nnamdi|nomsa|obi|olu|oluwaseun|ousmane"
    "|seydou|sipho|tendai|thabo|tunde|uche|wanjiru",
    "wole|yaa|yaw|yinka|zanele|zodwa|mei|wei|xiaoming|li|ming|jing|hui|ying|jun|yan|yang|ling"
    "|xin|yu|hao",
)
_CYRILLIC = words(
    "александр|александра|алексей|алёна|алена|алина|алиса|алла|анастасия|анатолий|андрей"
    "|анжелика|анна|антон|антонина|аркадий|арсений",
    "артём|артем|ася|богдан|борис|вадим|валентин|валентина|валерий|валерия|варвара|василий"
    "|василиса|вера|вероника|виктор|виктория",
    "виталий|владимир|владислав|влад|вячеслав|галина|геннадий|георгий|герман|глеб|григорий|дарья"
    "|даша|денис|диана|дина|дмитрий",
    "дэн|евгений|евгения|егор|екатерина|елена|елизавета|ефим|жанна|захар|зинаида|зоя|иван|игорь"
    "|илья|инна|инга|инесса|ирина|иосиф",
    "карина|катя|кирилл|клара|константин|ксения|лариса|лев|леонид|лидия|лилия|лиза|любовь"
    "|людмила|майя|макар|максим|маргарита|марина",
    "мария|марк|марк|матвей|маша|михаил|мирон|надежда|наталия|наталья|никита|николай|нина|оксана"
    "|олег|ольга|павел|петр|пётр|полина",
    "прохор|раиса|регина|римма|роман|руслан|рустам|савелий|саша|светлана|семён|семен|сергей|соня"
    "|софья|софия|станислав|степан",
    "таисия|тамара|тарас|татьяна|тимофей|тимур|ульяна|фаина|фёдор|федор|филипп|эдуард|элина"
    "|эльвира|эмма|юлия|юлиан|юрий|яков|яна|ярослав",
    "олександр|олександра|олексій|оксана|олена|олеся|андрій|василь|віктор|вікторія|віталій"
    "|володимир|вячеслав|ганна|григорій|дарина|дмитро",
    "євген|євгенія|зоряна|іван|ірина|ігор|ілля|катерина|костянтин|лев|леся|любомир|людмила|марія"
    "|микита|микола|михайло|надія|назар|наталія|оля",
    "остап|петро|роман|сергій|соломія|софія|тетяна|христина|юлія|юрій|яків|ярина|тарас|богдана"
    "|світлана|лідія|анастасія|валерій",
    "георги|димитър|елена|иванка|йордан|красимир|милена|николай|петя|пламен|росица|стефан|стоян"
    "|тодор|цветана|драган|зоран|јелена|марко|милица|никола",
)
_GREEK = words(
    "αλέξανδρος|τάσος|ηλίας|λευτέρης|άγγελος|στέφανος|θοδωρής|χαρά|ζωή|βάσω|αγγελική|βασιλική"
    "|όλγα|μαρίνα|ευτυχία|αλέξης|αναστασία|ανδρέας|άννα|αντώνης|βασίλης|γιάννης|γιώργος|δήμητρα"
    "|δημήτρης"
    "|ειρήνη|ελένη|ευαγγελία|θανάσης|ιωάννα|ιωάννης",
    "κατερίνα|κώστας|κωνσταντίνος|μαρία|μανώλης|μιχάλης|νίκος|νικόλας|νίκη|παναγιώτης|παύλος"
    "|πέτρος|σοφία|σπύρος|στέλιος|σταύρος|χρήστος|χριστίνα",
)


@cache
def _borne() -> frozenset[str]:
    """The names as they are written, and without their accents."""
    names = (
        _WESTERN, _ROMANCE, _GERMANIC, _EASTERN_EUROPE, _NEAR_EAST, _ASIA_AFRICA, _CYRILLIC, _GREEK,
    )  # fmt: skip
    return frozenset(
        form for some in names for name in some for form in (name.casefold(), _bare(name))
    )


def _bare(name: str) -> str:
    if name.isascii() or name > "\u0370":
        return name
    return "".join(c for c in normalize("NFD", name) if not combining(c))


_COMMON_WORDS = words(
    "al|an|ari|april|august|can|dale|dan|dawn|don|earl|faith|gal|grace|guy|hope|ida|ion|iris|ivy"
    "|jade|jan|joy",
    "june|kim|made|mai|mark|max|may|ming|mine|nur|olive|pat|pearl|per|piers|ray|rex|rose|roman"
    "|rob|sue|tal",
    "thi|till|tri|van|violet|will|yan|penny|miles|chance|victoria|georgia|sydney|virginia|paris"
    "|florence|jordan",
    "austin|jackson|lincoln|madison|chelsea|israel|adelaide|charlotte|aurora|melody|mercedes"
    "|amber|daisy|lily|hazel",
    "holly|ruby|heather|ginger|morgan|lee|kelly|kay|hal|ned|ed|li|yu|wei|lan|thu|hai|dung|hong"
    "|hoa|anh|nia|mega|indah",
    "uma|usha|obi|ama|ade|awa|hawa|rita|marina|yang|hui|jun|jing|deb|cem|ece|oya|gül|melek|onur"
    "|barış|güneş|yıldız|deniz",
)
"""Given names that are common words, months or places as well."""


def is_given(word: str) -> bool:
    """Whether many people bear this name.

    >>> is_given("Ingrid"), is_given("Jose"), is_given("Bridge")
    (True, True, False)
    """
    lower = word.strip(".,'’").casefold()
    return lower in _borne() or lower.partition("-")[0] in _borne()


def is_only_given(word: str) -> bool:
    """Whether a word is a given name, and hardly anything else.

    >>> is_only_given("Ingrid"), is_only_given("Grace")
    (True, False)
    """
    return is_given(word) and word.casefold() not in _COMMON_WORDS
