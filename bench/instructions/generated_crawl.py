"""A crawl of made-up pages, the same on every machine: English and Chinese articles with the
menus, scripts and advertisements around them, and some pages of each kind that is dropped."""

import zlib

_ENGLISH = (
    "the of and to in a is that it was for on are with as at be this have from or by not but what "
    "all were when we there can an your which their said if will each about how many then them "
    "would like so these her long make thing see him two has look more day could go come did number "
    "sound most people over water call first who may down side been now find any new work part take "
    "get place made live where after back little only round man year came show every good give "
    "under name very through just form great think say help low line before turn cause same mean "
    "differ move right boy old too does tell sentence set three want air well also play small end "
    "read hand port large spell add even land here must big high such follow act why ask men change "
    "went light kind off need house picture try us again animal point mother world near build self "
    "river village harbour merchant winter council library engine bridge garden letter market"
).split()
_CHINESE = (
    "我们 他们 这个 那里 已经 因为 所以 但是 如果 可以 没有 什么 现在 时候 知道 自己 问题 社会 国家 "
    "经济 发展 工作 学生 老师 学校 历史 文化 城市 农村 河流 村庄 磨坊 春天 夏天 秋天 冬天 研究 方法 "
    "结果 数据 系统 技术 科学 生活 人们 孩子 家庭 朋友 时间 地方 世界 中国 北京 上海 市场 公司 企业 "
    "政府 政策 法律 教育 医院 医生 健康 运动 音乐 电影 书籍 作者 故事 小说 语言 文字 的 了 在 是 和 "
    "有 不 就 也 都 很 到 从 对 与 把 被 让 给 向 比 更 最 还 又 再 才 只 能 会 要 想 说 看 走 来 去"
).split()
_MENU = ("Home", "News", "About us", "Contact", "Login", "Subscribe", "Privacy policy", "首页", "新闻", "关于我们")
_ADVERTISEMENT = "想了解更多请加微信abc12345，电话13800138000，全国包邮，点击这里立即购买。"
_SCRIPT = "<script>var a=document.getElementById('menu');if(a){a.onclick=function(){return 1<2;}}</script>"
_STYLE = "<style>.menu li{float:left;padding:0 4px}.article p{line-height:1.6}</style>"


class Random:
    """Knuth's linear congruential generator: the same numbers in every version of Python."""

    def __init__(self, seed):
        self._state = seed

    def below(self, bound):
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) * bound >> 31

    def word(self, words):
        """Words from the front of the list are the frequent ones, as in texts."""
        return words[min(self.below(len(words)), self.below(len(words)))]


def english_sentence(random):
    words = [random.word(_ENGLISH) for _ in range(6 + random.below(18))]
    return " ".join(words).capitalize() + ". "


def chinese_sentence(random):
    words = [random.word(_CHINESE) for _ in range(5 + random.below(15))]
    return "".join(words[:7]) + "，" + "".join(words[7:]) + "。"


def paragraphs(random, sentence):
    for _ in range(3 + random.below(12)):
        yield "".join(sentence(random) for _ in range(1 + random.below(6)))


def menu(random):
    items = (random.word(_MENU) for _ in range(8 + random.below(12)))
    links = "".join(f'<li class="item"><a href="/section/{random.below(99)}?a=1&amp;b=2">{item}</a></li>' for item in items)
    return f'<ul class="menu nav">{links}</ul>'


def page(random, sentence):
    title = sentence(random)
    body = "".join(f'<p class="text"><b>&mdash;</b>&nbsp;{text}</p>\n' for text in paragraphs(random, sentence))
    if sentence is chinese_sentence and random.below(3) == 0:
        body += f"<p>{_ADVERTISEMENT}</p>"
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{_STYLE}{_SCRIPT}</head><body>{menu(random)}"
        f'<div id="main"><article class="article"><h1>{title}</h1>\n{body}</article></div>'
        f'<div class="footer">{menu(random)}<p>&copy; 2026</p></div></body></html>'
    )


def response(number, body, status="200 OK", media_type="text/html; charset=utf-8"):
    """One WARC record as one gzip member."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: http://site{number % 7}.example/{number}.html\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    deflate = zlib.compressobj(level=6, wbits=31)
    return deflate.compress(head.encode() + http + b"\r\n\r\n") + deflate.flush()


def record(number, random):
    """Page `number`: mostly UTF-8; some in GB 18030, gone, without text, or repeating themselves."""
    kind = number % 20
    if kind == 17:
        return response(number, b"gone", status="404 Not Found")
    if kind == 18:
        return response(number, (menu(random) * 5).encode())
    if kind == 19:
        return response(number, f"<p>{english_sentence(random) * 40}</p>".encode())
    html = page(random, english_sentence if kind < 10 else chinese_sentence)
    if kind == 16:
        return response(number, html.encode("gb18030"), media_type="text/html; charset=gbk")
    return response(number, html.encode())


def crawl(num_pages):
    """The bytes of a .warc.gz file."""
    random = Random(1)
    return b"".join(record(number, random) for number in range(num_pages))
