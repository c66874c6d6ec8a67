"""python polars_statistics.py <file> <threads> <quantiles>: the statistics of columns.json with polars, in one lazy query.

Quantiles "each": one call for each, as `describe` has it and as the bar was set; "list": all in one call, which
sorts each column once and is the fastest that polars has."""
import json
import os
import pathlib
import sys

path, threads, quantiles = sys.argv[1:4]
os.environ["POLARS_MAX_THREADS"] = threads

import polars as pl  # noqa: E402  the number of threads is read when it is loaded
from usage import report  # noqa: E402

given = json.loads((pathlib.Path(__file__).parent / "columns.json").read_text())


def counts(name):
    column = pl.col(name)
    figures = [
        column.count().alias(f"{name}.count"),
        column.null_count().alias(f"{name}.missing"),
        column.approx_n_unique().alias(f"{name}.unique"),
    ]
    if name in given["repeated"]:
        top = column.drop_nulls().value_counts(sort=True).head(given["top"])
        figures.append(top.implode().alias(f"{name}.top"))
    return figures


def number(name):
    column = pl.col(name)
    return [
        *counts(name),
        column.min().alias(f"{name}.min"),
        column.max().alias(f"{name}.max"),
        column.mean().alias(f"{name}.mean"),
        column.std(ddof=0).alias(f"{name}.deviation"),
        (column == 0).sum().alias(f"{name}.zeros"),
        *(
            [column.quantile(given["quantiles"]).alias(f"{name}.quantiles")]
            if quantiles == "list"
            else [column.quantile(q).alias(f"{name}.{q}") for q in given["quantiles"]]
        ),
    ]


def text(name):
    lengths = pl.col(name).cast(pl.String).str.len_chars()
    return [
        *counts(name),
        lengths.min().alias(f"{name}.shortest"),
        lengths.max().alias(f"{name}.longest"),
        lengths.mean().alias(f"{name}.length"),
    ]


if path.endswith(".parquet"):
    frame = pl.scan_parquet(path)
elif path.endswith(".jsonl"):
    frame = pl.scan_ndjson(path)
else:
    frame = pl.scan_csv(path)
expressions = [
    pl.len().alias("rows"),
    *[one for name in given["numbers"] for one in number(name)],
    *[one for name in given["texts"] for one in text(name)],
]
report(frame.select(expressions).collect(engine="streaming")["rows"][0])
