"""Writes the files of golden/ and what they hold (golden/expected.json).

python make-golden.py golden
Made with Python 3, pyarrow 26.0.1, pandas 3.1.1, polars 2.1.0, duckdb 2.0.1, fastparquet (newest), tfrecord (newest).
"""

import datetime
import decimal
import gzip
import json
import sys
import uuid

import duckdb
import pandas
import polars
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.ipc as ipc
import pyarrow.parquet as parquet
import tfrecord
import zstandard

folder = sys.argv[1]
ROWS = 60


def every(n, values):
    """The values again and again; the nth of each n is missing."""
    return [None if n and i % n == 0 else values[i % len(values)] for i in range(ROWS)]


day = datetime.date(1969, 12, 30)
moment = datetime.datetime(1969, 12, 31, 23, 59, 59, 999999)
table = pa.table(
    {
        "bool": pa.array(every(7, [True, False, False])),
        "int8": pa.array(every(5, [-128, 127, 0]), pa.int8()),
        "uint16": pa.array(every(0, [65535, 1]), pa.uint16()),
        "int32": pa.array([i * 1000 - 7 for i in range(ROWS)], pa.int32()),
        "uint32": pa.array(every(0, [4294967295, 2]), pa.uint32()),
        "int64": pa.array(every(4, [-(2**63), 2**63 - 1, 2**53, 2**53 + 1, -3]), pa.int64()),
        "uint64": pa.array(every(0, [2**64 - 1, 5]), pa.uint64()),
        "float": pa.array(every(3, [0.5, -1.25, float("inf")]), pa.float32()),
        "double": pa.array(every(6, [0.1, -0.0, float("nan"), 1e300, float("-inf")]), pa.float64()),
        "text": pa.array(every(9, ["a", "é\n", "日本", "x" * 40, "x" * 45])),
        "large": pa.array(every(0, ["q", "rs"]), pa.large_string()),
        "date": pa.array(every(0, [day, datetime.date(2024, 2, 29)])),
        "second": pa.array(every(0, [moment.replace(microsecond=0)]), pa.timestamp("ms")),
        "zoned": pa.array(every(8, [moment, datetime.datetime(2024, 2, 29, 1, 2, 3)]), pa.timestamp("us", "UTC")),
        "nano": pa.array(every(0, [1, 1700000000123456789]), pa.int64()).cast(pa.timestamp("ns")),
        "time": pa.array(every(0, [datetime.time(1, 2, 3, 4)]), pa.time64("us")),
        "decimal": pa.array(every(5, [decimal.Decimal("-12.30"), decimal.Decimal("0.05")]), pa.decimal128(9, 2)),
        "whole": pa.array(every(0, [decimal.Decimal(10**25 + 1)]), pa.decimal128(30, 0)),
        "list": pa.array([None if i % 5 == 0 else [i, None, -i][: i % 4] for i in range(ROWS)], pa.list_(pa.int64())),
        "words": pa.array([["a", "b"][: i % 3] for i in range(ROWS)], pa.list_(pa.string())),
        "group": pa.array(
            [None if i % 6 == 0 else {"a": i, "b": {"c": None if i % 4 == 0 else "n%d" % i}} for i in range(ROWS)]
        ),
        "kind": pa.array(every(10, ["one", "two", "three"])).dictionary_encode(),
        "nothing": pa.nulls(ROWS),
    }
)
simple = table.drop_columns(["nothing", "whole", "nano", "time", "words", "uint64"])


def cell(kind, value):
    if value is None:
        return None
    if isinstance(value, list):
        inner = [cell(kind.value_type, item) for item in value if item is not None]
        return inner or None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return {"inf": "inf", "-inf": "-inf", "nan": "nan"}.get(repr(value), float(value))
    if isinstance(value, decimal.Decimal):
        return float(value) if kind.scale else str(value)
    return str(value)


def time_text(kind, column):
    """ISO 8601, with the digits of a fraction that it needs."""
    unit = getattr(kind, "unit", "s")
    digits = {"s": 0, "ms": 3, "us": 6, "ns": 9}[unit]
    texts = []
    for count in column.cast(pa.int64()).to_pylist():
        if count is None:
            texts.append(None)
            continue
        seconds, rest = divmod(count, 10**digits)
        base = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
        text = base.strftime("%H:%M:%S" if pa.types.is_time(kind) else "%Y-%m-%dT%H:%M:%S")
        fraction = str(rest).zfill(digits).rstrip("0")
        zone = "Z" if getattr(kind, "tz", None) else ""
        texts.append(text + ("." + fraction if fraction else "") + zone)
    return texts


expected = {}
for name in table.column_names:
    column, kind = table[name], table.schema.field(name).type
    if pa.types.is_struct(kind):
        rows = column.to_pylist()
        expected[name + ".a"] = [cell(pa.int64(), row and row["a"]) for row in rows]
        expected[name + ".b.c"] = [row and row["b"]["c"] for row in rows]
    elif pa.types.is_timestamp(kind) or pa.types.is_time(kind):
        expected[name] = time_text(kind, column)
    else:
        expected[name] = [cell(kind, value) for value in column.to_pylist()]
json.dump(expected, open(f"{folder}/expected.json", "w"), ensure_ascii=False, indent=0)

plain = {"use_dictionary": False}
variants = {
    "snappy": {"compression": "snappy"},
    "gzip-v2": {"compression": "gzip", "data_page_version": "2.0"},
    "zstd": {"compression": "zstd", "write_page_checksum": True},
    "brotli": {"compression": "brotli", **plain},
    "lz4": {"compression": "lz4", "row_group_size": 17},
    "none-pages": {"compression": "none", "data_page_size": 64, "write_batch_size": 4, "dictionary_pagesize_limit": 60},
    "format-1.0": {"version": "1.0", "coerce_timestamps": "ms", "allow_truncated_timestamps": True},
    "deltas": {
        **plain,
        "column_encoding": {
            "int8": "DELTA_BINARY_PACKED", "int32": "DELTA_BINARY_PACKED", "int64": "DELTA_BINARY_PACKED",
            "text": "DELTA_BYTE_ARRAY", "large": "DELTA_LENGTH_BYTE_ARRAY", "float": "BYTE_STREAM_SPLIT",
            "double": "BYTE_STREAM_SPLIT", "decimal": "DELTA_BYTE_ARRAY", "bool": "RLE",
        },
    },
    "int96": {"use_deprecated_int96_timestamps": True},
}
for name, options in variants.items():
    subject = table
    if name == "format-1.0":
        subject = table.drop_columns(["nano", "time", "zoned"])
    parquet.write_table(subject, f"{folder}/pyarrow-{name}.parquet", **options)
simple.to_pandas().to_parquet(f"{folder}/pandas.parquet")
polars.from_arrow(simple).write_parquet(f"{folder}/polars.parquet")
duckdb.sql(f"copy simple to '{folder}/duckdb.parquet' (format parquet)")
duckdb.sql(f"copy simple to '{folder}/duckdb-v2.parquet' (format parquet, parquet_version v2, compression zstd)")
simple.drop_columns(["list", "group", "uint16", "uint32", "decimal", "date"]).to_pandas().to_parquet(
    f"{folder}/fastparquet.parquet", engine="fastparquet"
)
simple.to_pandas().drop(columns=["list"]).to_feather(f"{folder}/pandas.feather")
for codec in ["lz4", "zstd", "uncompressed"]:
    feather.write_feather(table, f"{folder}/pyarrow-{codec}.arrow", compression=codec, chunksize=23)
with ipc.new_stream(f"{folder}/pyarrow.arrows", table.schema) as stream:
    stream.write_table(table, max_chunksize=13)
polars.from_arrow(simple).write_ipc(f"{folder}/polars-views.arrow", compression="zstd")

parquet.write_table(pa.table({"id": [uuid.UUID(int=1).bytes]}, pa.schema([("id", pa.uuid())])), f"{folder}/uuid.parquet")
for name, value in {"map": [("k", 1)], "objects": [{"a": 1}], "deep": [[1]]}.items():
    kind = pa.map_(pa.string(), pa.int64()) if name == "map" else None
    nested = pa.table({"x": pa.array([value], kind), "y": [1]})
    parquet.write_table(nested, f"{folder}/refused-{name}.parquet")
    feather.write_feather(nested, f"{folder}/refused-{name}.arrow", compression="uncompressed")

writer = tfrecord.TFRecordWriter(f"{folder}/examples.tfrecord")
for i in range(4):
    writer.write(
        {
            "id": (2**62 + i, "int"),
            "neg": (-i, "int"),
            "score": ([0.5 * i], "float"),
            "name": (("é%d" % i).encode(), "byte"),
            "tags": ([b"a", b"b"][: i % 3], "byte"),
            "list": ([i, i + 1], "int"),
        }
    )
writer.close()
data = open(f"{folder}/examples.tfrecord", "rb").read()
open(f"{folder}/examples.tfrecord.gz", "wb").write(gzip.compress(data, mtime=0))
open(f"{folder}/table.csv.zst", "wb").write(zstandard.compress(b"a,b\n1,x\n2,y\n"))
