"""python make_slices.py: writes slices-5000.json and weighted-5000.json beside itself, with NumPy and pandas.

What is expected of the statistics of slices, and of weighted statistics, of the columns in hard-columns.ts. As in
make_tables.py, means and deviations are exact rationals, rounded once.
"""
import json
import pathlib
from fractions import Fraction

import numpy as np
import pandas as pd

from make_tables import QUANTILES, columns, exact_moments, root

ROWS = 5_000
NUMBERS = ["near_a_million", "zipf", "huge", "cancelling", "with_missing"]
TEXTS = ["category", "text", "flag"]
CALLS = {
    "slices": "df.groupby(columns, dropna=False); ranges: pd.cut(x, limits, right=False), limits np.sort(x)[floor(q * n)]",
    "mean, deviation": "exact rationals (fractions.Fraction), rounded once",
    "quantiles": "np.quantile(x, q); weighted: np.quantile(x, q, weights=w, method='inverted_cdf')",
    "histogram": "np.histogram(x, bins=10)[0]",
    "distinct": "x.nunique()",
    "top": "x.value_counts(), ties by code point; weighted: w.groupby(x).sum()",
    "lengths": "x.str.len()",
}


def frame():
    numbers, texts = columns(ROWS)
    present = pd.Series(numbers.pop("with_missing"))
    table = pd.DataFrame({**numbers, **texts})
    # Row by row again: `columns` leaves the missing ones out.
    from make_tables import U, uniform

    row = np.arange(ROWS, dtype=U)
    table["with_missing"] = np.where(uniform(row, 27) < 0.3, np.nan, 100 * uniform(row, 28))
    assert table["with_missing"].dropna().tolist() == present.tolist()
    return table


def number_figures(series):
    x = series.dropna().to_numpy()
    if len(x) == 0:
        return {"present": 0}
    mean, deviation = exact_moments(x)
    return {
        "present": len(x),
        "min": x.min(),
        "max": x.max(),
        "mean": mean,
        "deviation": deviation,
        "quantiles": [float(v) for v in np.quantile(x, QUANTILES)],
        "histogram": [int(v) for v in np.histogram(x, bins=10)[0]],
        "distinct": int(series.nunique()),
    }


def text_figures(series):
    counts = sorted(series.value_counts().items(), key=lambda item: (-item[1], item[0]))
    lengths = series.str.len()
    return {
        "present": len(series),
        "distinct": int(series.nunique()),
        "top": [[value, int(count)] for value, count in counts[:10]],
        "minLength": int(lengths.min()),
        "maxLength": int(lengths.max()),
        "meanLength": float(lengths.mean()),
    }


def figures(table):
    return {
        "examples": len(table),
        "numbers": {name: number_figures(table[name]) for name in NUMBERS},
        "texts": {name: text_figures(table[name]) for name in TEXTS},
    }


def number_text(value):
    return str(int(value))


def slices(table):
    found = []
    for flag, rows in table.groupby("flag"):
        found.append({"slice": {"flag": flag}, **figures(rows)})
    for (few, flag), rows in table.groupby(["few_distinct", "flag"]):
        found.append({"slice": {"few_distinct": number_text(few), "flag": flag}, **figures(rows)})
    found.append({"slice": {"category": "c3"}, **figures(table[table["category"] == "c3"])})
    x = np.sort(table["with_missing"].dropna().to_numpy())
    limits = [float(x[int(np.floor(q * len(x)))]) for q in (0.25, 0.5, 0.75)]
    parts = pd.cut(table["with_missing"], [-np.inf, *limits, np.inf], right=False, labels=False)
    a, b, c = (repr(limit) for limit in limits)
    names = [f"< {a}", f"≥ {a} and < {b}", f"≥ {b} and < {c}", f"≥ {c}", "(missing)"]
    for part, rows in table.groupby(parts.fillna(4)):
        found.append({"slice": {"with_missing": names[int(part)]}, **figures(rows)})
    return found


def weighted_numbers(series, weights):
    rows = series.notna().to_numpy()
    x, w = series[rows].to_numpy(), weights[rows].to_numpy()
    exact = [(Fraction(float(a)), Fraction(float(b))) for a, b in zip(x, w)]
    total = sum(b for _, b in exact)
    mean = sum(a * b for a, b in exact) / total
    variance = sum(b * (a - mean) ** 2 for a, b in exact) / total
    return {
        "present": float(total),
        "mean": float(mean),
        "deviation": root(variance),
        "quantiles": [
            float(v) for v in np.quantile(x, QUANTILES, weights=w, method="inverted_cdf")
        ],
    }


def weighted_texts(series, weights, most=20):
    sums = sorted(weights.groupby(series).sum().items(), key=lambda item: (-item[1], item[0]))
    return {"top": [[value, float(weight)] for value, weight in sums[:most]]}


def weighted_figures(table, weight, most):
    weights = table[weight]
    return {
        "total": float(sum(Fraction(float(w)) for w in weights)),
        "numbers": {name: weighted_numbers(table[name], weights) for name in NUMBERS},
        "texts": {name: weighted_texts(table[name], weights, most) for name in TEXTS},
    }


def weighted(table, weight):
    parts = [({"flag": flag}, rows) for flag, rows in table.groupby("flag")]
    parts.append(({"category": "c3"}, table[table["category"] == "c3"]))
    return {
        "weight": weight,
        **weighted_figures(table, weight, 20),
        "slices": [{"slice": s, **weighted_figures(rows, weight, 10)} for s, rows in parts],
    }


def write(name, table):
    path = pathlib.Path(__file__).parent / f"{name}.json"
    path.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n")


def main():
    table = frame()
    head = {
        "versions": {"numpy": np.__version__, "pandas": pd.__version__},
        "calls": CALLS,
        "rows": ROWS,
        "quantiles": QUANTILES,
    }
    write("slices-5000", {**head, "slices": slices(table)})
    write("weighted-5000", {**head, "weighted": [weighted(table, w) for w in ("zipf", "sorted")]})


if __name__ == "__main__":
    main()
