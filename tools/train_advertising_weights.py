"""Learns how Chinese advertisements speak, and writes tamis/rules/advertising_weights.cc.

  python3 tools/train_advertising_weights.py tamis/rules/advertising_weights.cc

What advertises is made up from the patterns of tools/advertisements_zh.txt. What does not is made up from those of
tools/trade_prose_zh.txt, which speak of trade and sell nothing, and of tools/manual_prose_zh.txt, which tell readers
what to click, choose and enter, and are the clean texts, laws, comments, reviews and
news of ../shared/data and an instruction set; cmrc2018_dev is left for the tests. A logistic regression over
characters and pairs of neighbours, first against clauses and short runs of them drawn at random, then against those
that it took for advertisements as well. Needs numpy and scipy (made with 2.4.6 and 1.17.1). Printed are the shares of
texts above some scores; --report prints first what one half of the documents and patterns teaches about the other.
Why so: docs/design/0011-rule-quality.md.
"""
import collections
import csv
import hashlib
import io
import json
import pathlib
import random
import re
import subprocess
import sys

import numpy as np
import scipy.optimize
import scipy.sparse

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
# From how many sentences of a set a run is drawn, hard or not, and what it weighs: few are from encyclopedias.
CLEAN = {"clean_zh/cmrc2018_trial.jsonl.zst": (None, 10), "clean_zh/zhwiki2019.jsonl.zst": (None, 8),
         "clean_zh/oiwiki.jsonl.zst": (None, 2), "clean_zh/niutrans_modern_chinese.jsonl.zst": (100_000, 1),
         "law_zh/laws.jsonl.zst": (60_000, 1), "sft/alpaca_zh.tar.zst": (None, 2),
         "html_gold/magic-html-article.tar.zst": (None, 8), "dirty_zh/cold.tar.zst": (None, 1),
         "dirty_zh/online_shopping_9_cats.tar.zst": (None, 1)}
UNSEEN = "clean_zh/cmrc2018_dev.jsonl.zst"
# Shops are made up of these characters, so that none is learnt by heart.
SHOP_CHARACTERS = ("美家优源康泰德信华新东升金诺天益阳光宏达嘉和百利恒通瑞丰盛世纪元安居乐福祥云海鑫诚隆昌顺兴旺鼎辉煌博雅智慧"
                   "慧聪明珠宝玉兰馨怡然悠尚品格调都市丽人依恋秀艺术星辰月亮蓝橙绿野仙林森木子欧派皇冠龙凤麒麟飞翔腾跃远航程途")
NAMES = {"goods": "面膜 茶叶 手表 净水器 运动鞋 奶粉 床垫 红酒 耳机 枸杞 沙发 轴承 水泵 口红 羽绒服 手机壳 门窗 地板 蜂蜜 大米 "
                  "灯具 阀门 空调 电动车 童装 玩具 眼镜 海参 燕窝 牛肉 水果 零食 粉底 香水 项链 钢材 涂料 瓷砖 窗帘 衣柜 苗木 "
                  "键盘 平板 相机 背包 毛巾 牙刷 洗发水 拖鞋 保温杯 锅具 电缆 齿轮 包装盒 饲料 农机",
         "city": "北京 上海 广州 深圳 成都 武汉 郑州 西安 杭州 苏州 南京 天津 重庆 长沙 青岛 大连 昆明 合肥 福州 济南"}
SENTENCE_MARKS = re.compile("[\n!?。！？…]+")
CLAUSE_MARKS = re.compile("[,;，；、]+")
NUM_SENTENCES_OF_PATTERN = 30
WEIGHT_OF_ADVERTISEMENTS = 60_000  # of all together, where a clean clause weighs one
WEIGHT_OF_PROSE = 2  # of each sentence that is made up
NUM_COMMON_PAIRS = 100_000  # of clean text, besides the pairs of advertisements
NUM_PIECES = 60_000
NUM_PIECES_OF_LINE = 120  # of the table as C++
NUM_HARD_ROUNDS = 3
HARD_SCORE = -1.5
PENALTY = 2.0
POINTS_PER_LOG_ODDS = 20
SHIFT = 1.5  # so that above 0 is hardly any clean sentence, and a bound a little higher


def symbols(clause):
    """As advertising_scores.cc reads it."""
    clause = re.sub("[0-9０-９]+", "0", re.sub("[A-Za-z]+", "a", clause))
    return re.sub("[^0a\u4e00-\u9fff]+", "|", clause).strip("|")


def clauses(sentence):
    return [clause for clause in map(symbols, CLAUSE_MARKS.split(sentence)) if clause]


def pieces(clause):
    framed = f"|{clause}|"
    return [character for character in clause if character != "|"] + [framed[i:i + 2] for i in range(len(framed) - 1)]


def half_of(text):
    return hashlib.md5(text[:200].encode()).digest()[0] & 1


def is_chinese(text):
    return len(re.findall("[\u4e00-\u9fff]", text)) > len(text) / 3


def output_of(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8-sig")


def rows_of(path):
    """Of a set that is a file, or of the one table in an archive."""
    if not path.endswith(".tar.zst"):
        table = output_of("zstd", "-dcq", "--long=27", DATA / path)
        return [json.loads(line) for line in table.split("\n") if line.strip()]
    names = output_of("tar", "--zstd", "-tf", DATA / path).split()
    name = next(name for name in names if name.endswith((".csv", "-00.json", "gold.jsonl")))
    table = output_of("tar", "--zstd", "-xOf", DATA / path, name)
    if name.endswith(".csv"):
        return list(csv.DictReader(io.StringIO(table)))
    if name.endswith(".json"):
        return json.loads(table)
    return [json.loads(line) for line in table.split("\n") if line.strip()]


def texts_of(path):
    columns = ("text", "TEXT", "review", "gold_text", "instruction", "input", "output")
    texts = ["\n".join(row[column] for column in columns if column in row) for row in rows_of(path)]
    return [text for text in texts if is_chinese(text)]


def sentences_of(texts):
    found = [clauses(sentence) for text in texts for sentence in SENTENCE_MARKS.split(text)]
    return [sentence for sentence in found if sentence]


def clean_sentences(path, halves, rng):
    found = sentences_of(text for text in texts_of(path) if half_of(text) in halves)
    rng.shuffle(found)
    return found


def patterns(name):
    lines = (ROOT / "tools" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def made_up(pattern, rng):
    def choose(slot):
        if not slot[1]:
            return str(rng.randint(2, 99))
        if slot[1] == "shop":
            return "".join(rng.sample(SHOP_CHARACTERS, 2))
        return rng.choice(NAMES[slot[1]].split() if slot[1] in NAMES else slot[1].split("|"))
    for _ in range(3):  # slots within slots
        pattern = re.sub(r"\{([^{}]*)\}", choose, pattern)
    return pattern


class Texts:
    """Groups of clauses as counts of pieces, a row a clause."""

    def __init__(self, groups, vocabulary):
        number = {piece: index for index, piece in enumerate(vocabulary)}
        size = len(vocabulary)
        columns, values, clause_ends, self.ends = [], [], [0], [0]
        for group in groups:
            for clause in group:
                known = [number[piece] for piece in pieces(clause) if piece in number]
                columns += known + [size, size + 1]
                values += [1.0] * len(known) + [len(clause.replace("|", "")) / 10, 1.0]
                clause_ends.append(len(columns))
            self.ends.append(len(clause_ends) - 1)
        self.counts = scipy.sparse.csr_matrix(
            (np.array(values, np.float32), np.array(columns, np.int32), np.array(clause_ends)),
            shape=(len(clause_ends) - 1, size + 2))
        self.counts.sum_duplicates()

    def runs(self):
        return list(zip(self.ends, self.ends[1:]))

    def summed(self, runs):
        """A row a run of clauses."""
        ends = np.cumsum([0] + [end - begin for begin, end in runs])
        inside = np.concatenate([np.arange(begin, end) for begin, end in runs])
        adding = scipy.sparse.csr_matrix((np.ones(len(inside), np.float32), inside, ends),
                                         shape=(len(runs), self.counts.shape[0]))
        return (adding @ self.counts).tocsr()


def fit(good, good_weights, bad, bad_weights, start):
    """Weights of the columns, then of nothing known."""
    rows = scipy.sparse.vstack([bad, good]).tocsr()
    columns = rows.T.tocsr()
    sides = np.r_[np.ones(bad.shape[0]), -np.ones(good.shape[0])]
    weights = np.r_[bad_weights, good_weights]

    def loss(point):
        margins = sides * (rows @ point[:-1] + point[-1])
        slopes = -sides * weights / (1 + np.exp(np.clip(margins, -50, 50)))
        gradient = np.r_[columns @ slopes + PENALTY * point[:-1], slopes.sum()]
        return (weights * np.logaddexp(0, -margins)).sum() + PENALTY / 2 * point[:-1] @ point[:-1], gradient
    return scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def prose(chosen, rng):
    return sentences_of(made_up(pattern, rng) for pattern in chosen for _ in range(NUM_SENTENCES_OF_PATTERN))


def advertisements(chosen, rng):
    """Sentences and their clauses, and their weights: each pattern weighs the same."""
    groups, weights = [], []
    for pattern in chosen:
        made = {tuple(clauses(made_up(pattern, rng))) for _ in range(NUM_SENTENCES_OF_PATTERN)}
        made |= {(clause,) for sentence in made for clause in sentence}
        groups += sorted(made)
        weights += [1 / len(made)] * len(made)
    return groups, np.array(weights) * (WEIGHT_OF_ADVERTISEMENTS / len(chosen))


def best_run(scores, begin, end):
    best, best_begin, best_end, total, first = -1e9, begin, end, 0.0, begin
    for index in range(begin, end):
        if total <= 0:
            total, first = 0.0, index
        total += scores[index]
        if total > best:
            best, best_begin, best_end = total, first, index + 1
    return best, best_begin, best_end


class Model:
    def __init__(self, vocabulary, weights):
        size = len(vocabulary)
        points = np.rint(weights * POINTS_PER_LOG_ODDS).astype(int)
        self.pieces = {piece: max(-127, min(127, int(value))) for piece, value in zip(vocabulary, points) if value}
        self.of_symbol = int(np.rint(weights[size] / 10 * POINTS_PER_LOG_ODDS))
        self.of_clause, self.of_text = int(points[size + 1]), int(points[-1] + SHIFT * POINTS_PER_LOG_ODDS)

    def score(self, clause):
        known = sum(self.pieces.get(piece, 0) for piece in pieces(clause))
        return known + self.of_clause + self.of_symbol * len(clause.replace("|", ""))

    def scores(self, sentence):
        """Of the sentence and of its highest clause, in log-odds."""
        each = [self.score(clause) for clause in sentence]
        return (sum(each) + self.of_text) / POINTS_PER_LOG_ODDS, (max(each) + self.of_text) / POINTS_PER_LOG_ODDS


def train(halves, chosen, chosen_prose, rng):
    bad_groups, bad_weights = advertisements(chosen, rng)
    good_groups = prose(chosen_prose, rng)
    set_weights, is_drawn = [WEIGHT_OF_PROSE] * len(good_groups), [True] * len(good_groups)
    for path, (num_drawn, weight) in CLEAN.items():
        sentences = clean_sentences(path, halves, rng)
        good_groups += sentences
        set_weights += [weight] * len(sentences)
        is_drawn += [num_drawn is None or index < num_drawn for index in range(len(sentences))]
    common = collections.Counter(piece for sentence in good_groups[::8] for clause in sentence
                                 for piece in pieces(clause))
    vocabulary = sorted({piece for group in bad_groups for clause in group for piece in pieces(clause)}
                        | {piece for piece, _ in common.most_common(NUM_COMMON_PAIRS)})
    bad, good = Texts(bad_groups, vocabulary), Texts(good_groups, vocabulary)
    runs, weights = [], []
    for (begin, end), weight, drawn in zip(good.runs(), set_weights, is_drawn):
        if drawn:
            first = rng.randrange(begin, end)
            runs.append((first, min(end, first + rng.randint(1, 3))))
            weights.append(weight)
    point = fit(good.summed(runs), np.array(weights), bad.summed(bad.runs()), bad_weights, np.zeros(len(vocabulary) + 3))
    for _ in range(NUM_HARD_ROUNDS):
        scores = (good.counts @ point[:-1]).tolist()
        for (begin, end), weight in zip(good.runs(), set_weights):
            best, first, last = best_run(scores, begin, end)
            if best + point[-1] > HARD_SCORE:
                runs.append((first, last))
                weights.append(weight)
        point = fit(good.summed(runs), np.array(weights), bad.summed(bad.runs()), bad_weights, point)
    # The pieces that decide most, and their weights without the others.
    size = len(vocabulary)
    met = np.asarray(good.summed(runs).getnnz(axis=0)) / 20 + np.asarray(bad.counts.getnnz(axis=0))
    strongest = np.argsort(-np.abs(point[:size]) * np.sqrt(met.ravel()[:size]))[:NUM_PIECES]
    vocabulary = sorted(vocabulary[index] for index in strongest)
    bad, good = Texts(bad_groups, vocabulary), Texts(good_groups, vocabulary)
    start = np.r_[point[np.sort(strongest)], point[size:]]
    point = fit(good.summed(runs), np.array(weights), bad.summed(bad.runs()), bad_weights, start)
    return Model(vocabulary, point)


BOUNDS = (-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4)


def print_shares(name, model, sentences, unit=1e4):
    scores = np.array([model.scores(sentence) for sentence in sentences])
    for column, kind in enumerate(("sentences", "clauses")):
        shares = " ".join(f"{unit * (scores[:, column] > bound).mean():6.1f}" for bound in BOUNDS)
        print(f"{name:36s} {kind:9s} {len(sentences):6d} {shares}", flush=True)


def report(model, halves, chosen, chosen_prose, rng):
    print(f"\nabove a score of: {' '.join(map(str, BOUNDS))}; of 10,000 clean sentences, of 100 advertisements")
    for path in CLEAN:
        print_shares(path, model, clean_sentences(path, halves, rng)[:20_000])
    print_shares(UNSEEN, model, clean_sentences(UNSEEN, (0, 1), rng))
    print_shares("prose that is made up", model, prose(chosen_prose, rng))
    made = [clauses(made_up(pattern, rng)) for pattern in chosen for _ in range(5)]
    print_shares("advertisements", model, made, 100)


def write(model, path):
    groups = collections.defaultdict(list)
    for piece, points in model.pieces.items():
        groups[points].append(piece)
    lines = ["// Generated by tools/train_advertising_weights.py from tools/advertisements_zh.txt,\n"
             "// tools/trade_prose_zh.txt, tools/manual_prose_zh.txt and the clean texts that it names.\n// clang-format off\n", '#include "tamis/rules/advertising_weights.h"\n\n',
             "namespace tamis::rules {\nnamespace {\n\n"
             'using std::string_view_literals::operator""sv;  // their lengths need no counting\n\n'
             "constexpr AdvertisingWeights kWeights[] = {\n"]
    for points in sorted(groups, reverse=True):
        text = sorted(groups[points])
        for begin in range(0, len(text), NUM_PIECES_OF_LINE):
            lines.append(f'    {{{points}, "{" ".join(text[begin:begin + NUM_PIECES_OF_LINE])}"sv}},\n')
    lines.append("};\n\n}  // namespace\n\nAdvertisingWeightTable advertising_weight_table() {\n"
                 f"  return {{{model.of_text}, {model.of_clause}, {model.of_symbol}, kWeights}};\n}}\n\n"
                 "}  // namespace tamis::rules\n")
    pathlib.Path(path).write_text("".join(lines), encoding="utf-8")


def main():
    rng = random.Random(20261121)
    selling, telling = patterns("advertisements_zh.txt"), patterns("trade_prose_zh.txt") + patterns("manual_prose_zh.txt")
    if "--report" in sys.argv:
        half = train((0,), selling[::2], telling[::2], rng)
        report(half, (1,), selling[1::2], telling[1::2], rng)
    model = train((0, 1), selling, telling, rng)
    report(model, (0, 1), selling, telling, rng)
    write(model, sys.argv[1])


if __name__ == "__main__":
    main()
