"""Names in Japanese, Korean and Chinese: by honorifics, surnames, and the words around guests."""

from __future__ import annotations

import re

from .lexicon import words
from .patterns import pattern

EAST = "\u3040"
"""From this letter on a text may be Japanese, Korean or Chinese."""

_JA_NAME = (
    r"(?:[一-龯々]{1,4}[ 　][一-龯々ぁ-んァ-ヶー]{1,5}|[一-龯々]{2,7}"
    r"|[一-龯々]{1,3}[ぁ-んァ-ヶ]{1,4}"
    r"|[ァ-ヶー・＝]{2,16}|[A-Z][A-Za-z.・]{0,14}(?: [A-Z][A-Za-z]{1,14})?)"
)
_JA_HONORIFIC = r"(?:さん|氏|先生|監督|選手|教授|博士|様|君|くん|ちゃん|社長|代表|館長|店長|部長)"
_JA_PAREN = r"(?:[（(][^（）()\n]{1,24}[)）])?"
_JAPANESE = pattern(
    r"(?:^|[^一-龯々ァ-ヶー])([一-龯々]{2,6}|[ァ-ヶー・＝]{3,16}|[一-龯々]{1,3}[ぁ-んァ-ヶ]{1,4}"
    r"|[一-龯々]{1,4}[ 　][一-龯々ぁ-んァ-ヶー]{1,5}|(?<![A-Za-z])[A-Z][A-Za-z.・]{0,14})"
    r"(?:さん|氏|先生|監督|選手|教授|博士|様)",
    above=EAST,
)
_JAPANESE_POST = pattern(
    r"(?:^|[^一-龯々])([一-龯々]{2,4}(?:司書|駅長|店長|"
    r"社長|館長|院長|園長|村長|町長|市長|会長|船長|住職))",
    above=EAST,
)
_KOREAN = pattern(
    r"([가-힣]{2,4}) ?(?:씨|대표|작가|교수|감독|선수|박사|의원|소장|시인|기자|대리|"
    r"과장|부장|팀장|사원|인턴|매니저|배우|가수|님|원장|관장|회장|사장|변호사)",
    above=EAST,
)
SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董"
    "萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚"
    "谭譚廖邹熊"
    "金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
    "庄莊梅柯柳聂聶严嚴温溫季安骆駱童颜顏辛管殷章洪施牛翁俞倪游樊路凌蓝藍关關焦阮祝左鲍鮑费費"
)
_CHINESE = pattern(rf"(?:[老阿小][一-龯]|[{SURNAMES}][一-龯]{{1,2}})", above=EAST)
_CHINESE_BYLINE = pattern(
    r"(?:记者|記者|采访|採訪|撰文)[：:/ \u3000]{1,2}([\u4e00-\u9fff]{2,3})(?=[\s\u3000/|（(]|$)",
    re.MULTILINE,
    above=EAST,
)
CHINESE_PLACES = frozenset("渡村镇市县省路河江湖山桥店馆街区国家校院城港岛寺")
NOT_CHINESE_NAMES = words(
    "曾经|高兴|方面|方法|何时|常常|马上|许多|任何|江湖|高级|"
    "万一|白天|于是|段时|易于|常见|金融|石头|毛病|严重|黄金"
    "|程序|程度|高中|高等|方向|方式|周围|周末|周期|张开|龙头|"
    "雷同|水平|田野|康复|安全|钱包|武器|任务|应该|成为|成功"
    "|时候|时间|徐徐|孔子|史上|万物|乔迁|顾客|顾虑|董事|"
    "叶子|余地|余下|夏天|秦朝|唐代|宋代|汪洋|罗列|林业|黄色|关于|关键|游戏|管理|安排|章节|温度"
    "|路上|季节|童年|严格",
)
SHAPES = (_JAPANESE, _JAPANESE_POST, _KOREAN)

_ZH_ROLE = (
    r"(?:[\u4e00-\u9fffA-Za-z·]{0,12}?(?:作家|诗人|詩人|导演|導演|教授|演员|演員|歌手|画家|畫家"
    r"|学者|學者|博士|创始人|創始人"
    r"|创作者|主编|总监|总经理|董事长|院长|校长|会长|编剧|音乐人|设计师|摄影师|运动员|教练|老师"
    r"|律师|医生|工程师|负责人|得主"
    r"|[\u4e00-\u9fff]{1,6}[家师者]|冠军|议员|部长|院士|CEO|CTO|老板|掌门人|传承人|木匠|店主"
    r"|馆长))?[：: ]?"
)
_ZH_NAME = rf"(?:[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,5}}·[\u4e00-\u9fff]{{1,6}})"
_ZH_END = r"(?=[：:，,。丨|｜\s—\-（(、！!？?》」”]|$|谈|談|：|先生|女士|老师|博士|讲|聊|：|说)"
_GUESTS = (
    r"^(?:名前|氏名|お名前|이름|姓名|受访者|受訪者|被采访人|被访者|嘉宾|访谈嘉宾|受访嘉宾|话者"
    r"|ゲスト|話し手|語り手|인터뷰이|게스트)(?: ?[:：] ?|(?<=^語り手)\n{1,2}|(?<=^話し手)\n{1,2})"
    r"(?P<name>[^\n（(，,]{2,24}?)(?=[\n（(，,]|$)",
    r"(?P<ko>(?<![가-힣])[가-힣]{1,4})(?:\([^()\n]{1,20}\))?(?:과의|와의|과|와|을|를|씨와의?"
    r"|님과의?) ?인터뷰",
    r"(?P<ko2>(?<![가-힣])[가-힣]{2,4})(?: ?(?:씨|작가|대표|감독|배우|교수|선수|시인|가수|님"
    r"|소설가|박사|의원|변호사))? ?(?:인터뷰|와의 대화|과의 대화)",
    r"(?:소설가|시인|배우|가수|감독|작가|화가|사진작가|건축가|만화가|번역가|작곡가|디자이너"
    r"|개발자|요리사|농부|어부|도예가|선장) "
    r"(?P<ko3>[가-힣]{2,4}?)(?=(?:씨|님)?(?:과의|와의|에게|[을를은는이가과와의])? |$|[,.)\]])",
    r"(?P<ko4>(?<![가-힣])[가-힣]{2,4}) ?(?:씨|작가|대표|감독|배우|교수|선수|시인|가수|소설가"
    r"|박사|의원|변호사|관장|선장|소장|원장)(?:를|을|와|과)? ?(?:만나|만났|이야기를 나|대화를 나"
    r"|인터뷰)",
    r"인터뷰\]? ?(?:[가-힣]{2,10} )?(?P<ko5>(?<![가-힣])[가-힣]{3})$",
    rf"(?:专访|專訪|对话|對話|采访|採訪|访谈|訪談|对谈|独家|访|连线)(?:了)?[：:丨｜"
    rf"| ]{{0,2}}{_ZH_ROLE}(?P<zh>{_ZH_NAME}){_ZH_END}",
    rf"^(?P<zht>{_ZH_NAME})(?=[｜丨|：:])",
    rf"(?:与|和|跟){_ZH_ROLE}(?P<zhw>{_ZH_NAME})(?:先生|女士|老师)?(?:进行了|进行|展开"
    rf"|的)?(?:对话|對話|访谈|訪談|对谈|专访|聊|深度)",
    rf"(?<![一-龯々ァ-ヶー0-9０-９])(?P<ja>(?![人名])(?:[一-龯々]{{2,7}}"
    rf"|[一-龯々]{{1,3}}[ 　][一-龯々ぁ-ん]{{1,4}}|[ァ-ヶー・]{{3,12}}"
    rf"|{_JA_NAME}(?={_JA_HONORIFIC}))){_JA_HONORIFIC}?{_JA_PAREN}"
    r"(?:に|へ|への|の|単独|独占|ロング|特別|スペシャル|さん)?インタビュー",
    rf"(?<![一-龯々ァ-ヶー])(?P<ja2>{_JA_NAME}){_JA_HONORIFIC}{_JA_PAREN}(?:に"
    rf"|から)、?[^。\n]{{0,16}}?"
    r"(?:聞|きい|きく|話を|お話|伺|うかが|訊|尋ね|語っ)",
    rf"(?:今回|本日|今日|ゲスト|今月|今週|お相手|お話を伺ったの|話を聞いたの|登場いただくの"
    rf"|ご紹介するの|お話を聞いたの|人目)は、?"
    rf"[^。、\n]{{0,24}}?(?<![一-龯々ァ-ヶー])(?<!前回の)(?P<ja3>{_JA_NAME}){_JA_HONORIFIC}",
    rf"インタビュー[ 　:：|｜・／/「『]{{1,3}}(?P<ja4>{_JA_NAME})(?={_JA_HONORIFIC}|$|[（("
    rf"|｜」』])",
    r"^(?P<ja6>[一-龯々]{1,4}[ 　]?[一-龯々ぁ-ん]{1,4})[（(][^（）()\n]{2,20}[）)]$",
    r"^[◆■●◇▼【〈](?P<ja5>[一-龯々]{2,5}|[一-龯々]{1,3}[ 　][一-龯々]{1,3}|[A-Z]・[A-Z])(?:さん"
    r"|氏)?[（(】〉]",
)
_NO_GUEST = words(
    "스페셜|보너스|단독|서면|이메일|직원|신입|사원|특별|릴레이|화상|독점|전화|선배|졸업생|작가"
    "|명사|심층|본인|회원|기업|현장|대표|팬들|여러분|우리|저희|그녀|이번|오늘",
    "作家|记者|编辑|社員|新入社員|先輩|特別|監督|代表|単独|独占|ランチ|部署訪問|スタッフ|卒業生"
    "|先輩社員|社員紹介|社員様|お客様|お客|皆|みな|皆様|編集部|インタビュー|ゲスト",
    "方々|各位|本人|店長|社長|担当者|著者|会員|ユーザー|学生|読者|選手|メンバー|利用者|導入企業"
    "|役員|経営者|採用|スペシャル|ロング|内定者|新卒|王者|高管|高层|安全|文化|关于",
)
_GUEST = pattern("|".join(f"(?:{one})" for one in _GUESTS), re.MULTILINE, above=EAST)
_JA_POST = pattern(r"(?<=[一-龯々ァ-ヶー]{3})(?:監督|選手|先生|教授|博士|館長|社長|代表|氏)$")
_JA_ROLE = pattern(r"^[一-龯々]{1,5}[家者師員士優督手長](?=[一-龯々]{3,5}$)")


def guest(text: str) -> str | None:
    """Who is interviewed: "박하늘과의 인터뷰", "专访：叶青", "石原さんに聞く".

    >>> guest("배우 박하늘과의 인터뷰"), guest("专访：叶青｜木匠")
    ('박하늘', '叶青')
    >>> guest("写真家の石原ゆうさんに聞く")
    '石原ゆう'
    """
    if text.isascii():
        return None
    for match in _GUEST.finditer(text):
        name = next((group for group in match.groupdict().values() if group), "").strip()
        name = bare_of_honorific(_JA_POST.sub("", _JA_ROLE.sub("", name)))
        if name and _NO_GUEST.isdisjoint(name.split()):
            return name
    return None


_POLITE = pattern(r"(?<=[^\s])(?:さん|様|씨|님)$")


def bare_of_honorific(label: str) -> str:
    """A label without the politeness at its end.

    >>> bare_of_honorific("森山さん"), bare_of_honorific("北村駅長")
    ('森山', '北村駅長')
    """
    return label if label.isascii() else _POLITE.sub("", label)


def chinese_reporter(text: str) -> str | None:
    """The reporter of a Chinese byline: "记者 苏禾"."""
    match = _CHINESE_BYLINE.search(text)
    return match[1] if match else None


def chinese_names(text: str) -> list[str]:
    """Chinese names by their surname, the most frequent first."""
    counts: dict[str, int] = {}
    staff = chinese_reporter(text) or "-"
    for match in _CHINESE.finditer(text):
        if match[0].startswith(staff):
            continue
        for length in (2, 3):
            name = match[0][:length]
            follows = text[match.start() + length : match.start() + length + 1]
            if name[:2] in NOT_CHINESE_NAMES:
                continue
            if len(name) == length and CHINESE_PLACES.isdisjoint({name[-1], follows}):
                counts[name] = text.count(name)
    return sorted(
        (n for n, c in counts.items() if c > 1 or n[0] in "老阿"),
        key=lambda n: (n[0] not in "老阿", -counts[n], -len(n)),
    )
