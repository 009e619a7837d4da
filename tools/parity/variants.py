"""Odd variants of texts: what real pages hold and clean ones do not, planted by a generator whose seed is the text's
id. How much is planted is drawn too, so that the numbers that rules measure scatter around their bounds."""

import random

LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\n\n", "\n \n")
SPACES = ("\u3000", "\u00a0", "\u2009", "\u202f", "\u200b", "\u200d", "\ufeff", "\u00ad", "\t", "  ", "\x1f", "\x00")
ELLIPSES = ("...", "…", "……", ". . .", "....", "... ", "…\u3000", "。。。", "…\u200b")
BULLETS = ("• ", "- ", "-", "* ", "● ", "– ", "· ", "\u3000•", "\t- ", "\ufeff• ")
END_MARKS = (
    ".", "!", "?", "\"", "'", "。", "！", "？", "”", "’", "」", ".)", ";", "；", "｡", "۔", "।", "‽", ". ", ".\u3000")
CITATIONS = ("[3]", "[]", "[edit]", "[citation needed]", "[12][4]", " [7]", "[٣]", "[３]", "[a]", "[ 3]", "[Edit]")
NOTICES = (
    "Please enable JavaScript to read this.", "javascript", "We use cookies.", "See our Privacy Policy.",
    "TERMS OF USE apply.", "This site uses cookies, see below.", "Use of\u00a0cookies.", "u\u017fe cookies now.")
PAGE_MARKS = (
    "{", "}", "{{x}}", "lorem ipsum dolor", "Lorem Ipsum", "LOREM  IPSUM", "lorem\u00a0ipsum", "ｌorem ipsum")
TOKENS = (
    "don't", "I'm", "can't", "cannot", "gonna", "y'all", "o'clock", "C++", "e.g.", "U.S.", "a.m.", "Ph.D.", ":-)",
    ":)", "xD", "1,000.50", "10km", "5'10\"", "$5", "€20", "50%", "x=y", "and/or", "well-known", "#tag", "@user",
    "http://a.example/?b=c#d", "me@mail.example", "(a)", "a...b", "--", "—", "'tis", "rock'n'roll", "v2.0", "3.14.")
CHINESE_TOKENS = (
    "了", "的", "ＡＢＣ１２３", "iPhone手机", "3.5亿", "2024年3月", "“引号”", "《书名》", "（括号）", "ＯＫ", "卡拉OK",
    "結婚的和尚未結婚的", "小明硕士毕业于中国科学院", "𠮷野家", "ㄅㄆㄇ", "かな", "한국어", "T恤", "——", "、", "・")
ODD = (
    "👍🏽", "👩\u200d👩\u200d👧", "🇩🇪", "e\u0301", "ﬁ", "İ", "ß", "\u212a", "Å", "½", "①", "Ⅷ", "٣", "१२", "क्षि",
    "ไทย", "שלום", "عربى", "\u0301", "\ue000", "\ufffd", "\U0010ffff", "𝒳", "ǅ", "ª", "々", "〇", "ー", "\x7f", "\x9f",
    "\u061c", "\u180e")
# All code points but surrogates, which UTF-8 cannot write, and the upper planes, which are nearly empty.
BLOCKS = ((0x80, 0x3000), (0x3000, 0xd800), (0xe000, 0x20000))


def planted(text, pieces, chance, draw, at=" "):
    """`text` with pieces put before some of its `at`s."""
    parts = text.split(at)
    return at.join(part + at + draw.choice(pieces) if draw.random() < chance else part for part in parts)


def each_line(text, chance, draw, change):
    return "\n".join(change(line) if draw.random() < chance else line for line in text.split("\n"))


def line_ends(text, chance, draw):
    end = draw.choice(LINE_ENDS)
    return "".join(end if letter == "\n" and draw.random() < chance else letter for letter in text)


def spaces(text, chance, draw):
    space = draw.choice(SPACES)
    return "".join(letter + space if draw.random() < chance / 8 else letter for letter in text)


def ellipses(text, chance, draw):
    return each_line(text, chance, draw, lambda line: line.rstrip(".。") + draw.choice(ELLIPSES))


def bullets(text, chance, draw):
    bullet = draw.choice(BULLETS)
    return each_line(text, 1 - chance / 5, draw, lambda line: bullet + line)


def end_marks(text, chance, draw):
    return each_line(text, chance, draw, lambda line: line.rstrip(".。") + draw.choice(END_MARKS))


def citations(text, chance, draw):
    text = each_line(text, chance, draw, lambda line: line + draw.choice(CITATIONS))
    return planted(text, CITATIONS, chance / 9, draw)


def notices(text, chance, draw):
    return planted(text, NOTICES, chance / 2, draw, at="\n")


def page_marks(text, chance, draw):
    return planted(text, PAGE_MARKS, chance / 50, draw)


def tokens(text, chance, draw):
    return planted(text, TOKENS, chance / 2, draw)


def chinese_tokens(text, chance, draw):
    return planted(text, CHINESE_TOKENS, chance, draw, at="，")


def odd_letters(text, chance, draw):
    return "".join(letter + draw.choice(ODD) if draw.random() < chance / 8 else letter for letter in text)


def any_letters(text, chance, draw):
    return "".join(letter + chr(draw.randrange(*draw.choice(BLOCKS))) if draw.random() < chance / 8 else letter
                   for letter in text)


def hashes(text, chance, draw):
    return planted(text, ("#", "##", "…", "..."), chance / 4, draw)


def commas(text, chance, draw):
    return planted(text, (",", ";", "|", "12"), chance / 2, draw)


def doubled_lines(text, chance, draw):
    return each_line(text, chance / 3, draw, lambda line: f"{line}\n{line}")


def repeated_paragraphs(text, chance, draw):
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph]
    repeated = draw.choices(paragraphs or [""], k=round(chance * len(paragraphs)))
    return "\n\n".join(draw.sample(paragraphs + repeated, len(paragraphs) + len(repeated)))


def repeated_phrase(text, chance, draw):
    start = draw.randrange(len(text))
    return planted(text, (text[start:start + draw.randrange(4, 40)],), chance / 5, draw)


def long_words(text, chance, draw):
    return planted(text, ("a" * 1000, "b" * 1001, "é" * 1000, "é" * 1001), chance / 20, draw)


def short_lines(text, chance, draw):
    width = draw.randrange(25, 40)
    return "\n".join(text[start:start + width] for start in range(0, len(text), width))


def beginning(text, chance, draw):
    """About as many words as rules want."""
    return text[:draw.randrange(20, 700)]


KINDS = (
    line_ends, spaces, ellipses, bullets, end_marks, citations, notices, page_marks, tokens, chinese_tokens,
    odd_letters, any_letters, hashes, commas, doubled_lines, repeated_paragraphs, repeated_phrase, long_words,
    short_lines, beginning,
)


def varied(name, text):
    """A variant of one to three kinds, and its id."""
    draw = random.Random(name)
    kinds = draw.sample(KINDS, draw.randint(1, 3))
    for kind in kinds:
        text = kind(text, draw.random() ** 2, draw)
    return "+".join([name, *(kind.__name__ for kind in kinds)]), text
