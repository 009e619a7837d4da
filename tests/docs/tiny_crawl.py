"""A crawl of a few Chinese and English pages, one of each fate, for the commands of the guide."""

ENGLISH = (
    "The river rises in the hills to the north of the town and flows through three villages that "
    "have kept their old mills. In spring the water is high, and the people who live near it have "
    "learned to be careful with their boats. The mills have been at work for many years, and some "
    "of them grind flour to this day with the stones that were set when the first was built."
)
SIMPLIFIED = (
    "这条河发源于小城北面的山里，流过三个村庄，村里至今保留着古老的磨坊。春天水位很高，住在河边的人"
    "早已学会小心地划船。磨坊已经运转了很多年，其中几座到今天还在用最初安放的石磨磨面粉。"
)
TRADITIONAL = (
    "這條河發源於小城北面的山裡，流過三個村莊，村裡至今保留著古老的磨坊。春天水位很高，住在河邊的人"
    "早已學會小心地划船。磨坊已經運轉了很多年，其中幾座到今天還在用最初安放的石磨磨麵粉。"
)


def page(title, *paragraphs):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    return html.encode()


def response(number, url, body, status="200 OK", media_type="text/html; charset=utf-8"):
    """One WARC record; its id ends in `number`."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def records():
    advertisement = "秋天的山很美，想看更多请加微信abc12345。"
    return [
        response(1, "http://example.com/page.html", page("Mills", ENGLISH)),
        response(2, "http://example.com/zh.html", page("磨坊", SIMPLIFIED, advertisement)),
        response(3, "http://example.com/zh-tw.html", page("磨坊", TRADITIONAL)),
        response(4, "http://git-doc.test/git-cherry.html", page("Short", "Too short.")),
        response(5, "http://example.com/gone.html", b"gone", status="404 Not Found"),
    ]
