"""Writes small Parquet files of every encoding, codec and kind of column into the folder given."""

import datetime
import itertools
import pathlib
import sys

import pyarrow as pa
import pyarrow.parquet as pq

TEXTS = ["One line.\nTwo.", "“全角”，标点！", None, "last"]
TABLE = {
    "text": pa.array(TEXTS),
    "date": pa.array([datetime.datetime(2024, 5, 6, 7, 8, 9)] * 3 + [None], pa.timestamp("us")),
    "number": pa.array([1, None, -3, 2**40]),
    "coded": pa.array(TEXTS).dictionary_encode(),
    "metadata": [{"url": "http://甲.cn/"}, None, {"url": None}, {"url": "http://b.org/"}],
    "unread": [["x"], [], None, ["y", None]],
}
ENCODINGS = ["PLAIN", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY"]


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(TABLE), folder / "all.parquet", row_group_size=3, store_schema=False)
    pq.write_table(pa.table(TABLE), folder / "checked.parquet", write_page_checksum=True)
    text = pa.table({"text": TEXTS})
    for encoding, page in itertools.product(ENCODINGS, ["1.0", "2.0"]):
        pq.write_table(text, folder / f"{encoding}-{page}.parquet", use_dictionary=False, compression="none",
                       column_encoding={"text": encoding}, data_page_version=page)
    for codec in ["snappy", "gzip", "brotli", "zstd", "lz4"]:
        pq.write_table(text, folder / f"{codec}.parquet", compression=codec, use_dictionary=codec == "zstd")


main(pathlib.Path(sys.argv[1]))
