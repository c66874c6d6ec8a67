"""python pandas_statistics.py <file> <columns>: the statistics of columns.json with pandas.

Columns "repeated": top values of the columns whose values repeat; "every": of every column, as this project has them."""
import json
import pathlib
import sys

import pandas as pd
from usage import report

given = json.loads((pathlib.Path(__file__).parent / "columns.json").read_text())
path, counted = sys.argv[1:3]
if path.endswith(".parquet"):
    frame = pd.read_parquet(path)
elif path.endswith(".jsonl"):
    frame = pd.read_json(path, lines=True)
else:
    frame = pd.read_csv(path)

statistics = {}
for name in given["numbers"]:
    column = frame[name]
    statistics[name] = [
        column.describe(percentiles=given["quantiles"]),
        column.std(ddof=0),
        (column == 0).sum(),
        column.nunique(),
    ]
for name in given["texts"]:
    column = frame[name]
    lengths = column.dropna().astype(str).str.len()
    statistics[name] = [column.count(), column.nunique(), lengths.min(), lengths.max(), lengths.mean()]
for name in given["repeated"] if counted == "repeated" else given["numbers"] + given["texts"]:
    statistics[name].append(frame[name].value_counts().head(given["top"]))
report(len(frame))
