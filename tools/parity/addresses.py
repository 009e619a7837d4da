"""Made-up addresses, and lists that some of them are on: a listed host, address, word or string stands in each place of
an address, spelled as people spell them."""

import random

DOMAINS = (
    "casino.com", "roulette.co.uk", "poker.github.io", "blog.jackpot.org", "lotto.com.cn", "xn--mes317j.com",
    "10.0.0.9")
URLS = ("http://news.org/casino/", "https://www.news.org/a?b=1", "news.org/plain", "http://库.com/赌场")
WORDS = ("casino", "viagra", "dubo88")
SOFT_WORDS = ("bet", "bonus", "slots", "free")
SUBSTRINGS = ("freecasino", "onlinepoker", "duboji")

# In the order of the recipe's steps.
LISTS = {"domains": DOMAINS, "urls": URLS, "words": WORDS, "soft_words": SOFT_WORDS, "substrings": SUBSTRINGS}

SCHEMES = ("http://", "https://", "HTTP://", "", "//", "ftp://", "http://user@", "http://user:bet@")
HOSTS = (
    "casino.com", "www.casino.com", "casino.com.", "mycasino.com", "roulette.co.uk", "a.b.roulette.co.uk", "co.uk",
    "blog.jackpot.org", "a.blog.jackpot.org", "jackpot.org", "poker.github.io", "me.poker.github.io", "github.io",
    "lotto.com.cn", "xn--mes317j.com", "news.org", "bet.news.org", "free-casino.net", "online.poker.example",
    "localhost", "viagra.news.com.cn", "10.0.0.8", "[::1]",
)
# Tamis finds these on a list, for it compares hosts in one form, numbers too; the reference does not.
OTHER_SPELLINGS = ("CASINO.com", "Blog.Jackpot.org", "赌场.com", "10.0.0.9")
PORTS = ("", "", "", ":8080", ":")
SEPARATORS = ("/", "/", "-", "_", "?", "=", "&", ".", "#", "%20", "", "é", "\u212a")
PARTS = WORDS + SOFT_WORDS + SUBSTRINGS + (
    "Casino", "VIAGRA", "Bet", "casinos", "page", "2024", "index.html", "du-bo-ji", "赌场", "%E8%B5%8C", "online",
    "poker")


def made_up(number, hosts, seed):
    draw = random.Random(seed)
    for _ in range(number):
        path = "".join(draw.choice(SEPARATORS) + draw.choice(PARTS) for _ in range(draw.randrange(5)))
        yield draw.choice(SCHEMES) + draw.choice(hosts) + draw.choice(PORTS) + draw.choice(("", "/")) + path


def documents():
    """The same in each run; in place of a language they tell how hosts are written."""
    written = {"hosts as listed": [*URLS, *made_up(5000, HOSTS, "plain")],
               "other spellings": made_up(500, OTHER_SPELLINGS, "other")}
    return [{"id": f"{way} {i}: {url}", "url": url, "text": "A page.", "lang": way}
            for way, urls in written.items() for i, url in enumerate(urls)]


def write_recipe(fineweb, recipe):
    """The first stage of FineWeb's recipe alone, with our lists in files beside it."""
    stage = fineweb.read_text(encoding="utf-8").split("  - language:")[0]
    for name, listed in LISTS.items():
        file = recipe.with_name(f"listed_{name}.txt")
        file.write_text("".join(f"{text}\n" for text in listed), encoding="utf-8")
        stage = stage.replace("files: []", f"files: [{file}]", 1)
    recipe.write_text(stage, encoding="utf-8")
