"""python make_tables.py: writes rows-5000.json and rows-110000.json beside itself, with NumPy, pandas and SciPy.

What is expected of the statistics of the columns in hard-columns.ts, which are made here in the same way. Every number
is that of the call in "calls"; where NumPy's own rounding would be larger than 1e-13 of the value (numbers that cancel,
squares that overflow) the exact sums of Python's fractions are used.
"""
import json
import pathlib
from fractions import Fraction
from math import isqrt

import numpy as np
import pandas as pd
import scipy
from scipy import stats

QUANTILES = [0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95]
CALLS = {
    "mean, deviation": "exact rationals (fractions.Fraction), rounded once; numpyMean, numpyDeviation: np.mean(x), np.std(x)",
    "quantiles": "np.quantile(x, q)",
    "histogram": "np.histogram(x, bins=10)[0]",
    "distinct": "pd.Series(x).nunique()",
    "top": "pd.Series(x).value_counts(), ties by code point",
    "lengths": "pd.Series(x).str.len()",
    "correlations": "scipy.stats.pearsonr(x, y), scipy.stats.spearmanr(x, y)",
}
U = np.uint32


def hashed(row, stream):
    with np.errstate(over="ignore"):
        bits = row * U(0x9E3779B1) + U((stream * 0x85EBCA77) % 2**32) + U(0x12345)
        bits = (bits ^ (bits >> U(16))) * U(0x85EBCA6B)
        bits = (bits ^ (bits >> U(13))) * U(0xC2B2AE35)
        return bits ^ (bits >> U(16))


def uniform(row, stream):
    return hashed(row, stream).astype(float) / 2**32


def columns(rows):
    row = np.arange(rows, dtype=U)
    place = row.astype(float)
    total = np.zeros(rows)
    for stream in range(12):
        total = total + uniform(row, stream)
    skewed = uniform(row, 30)
    numbers = {
        "near_a_million": 1e6 + (total - 6),
        "zipf": np.floor(2.0**32 / (hashed(row, 20).astype(float) + 1)),
        "heavy_tails": (uniform(row, 21) - 0.5) / (uniform(row, 22) * uniform(row, 22) + 1e-6),
        "constant": np.full(rows, 42.5),
        "few_distinct": 10 * np.floor(3 * uniform(row, 23)) - 10,
        "sorted": place / 8,
        "reversed": (rows - place) / 8,
        "huge": (uniform(row, 24) - 0.5) * 1e300,
        "tiny": (uniform(row, 25) + 0.25) * 1e-300,
        "cancelling": np.where(row % 2 == 0, 1e15, -1e15) + np.floor(1024 * uniform(row, 26)) / 64,
        "with_missing": (100 * uniform(row, 28))[uniform(row, 27) >= 0.3],
        "related": place / 8 + 5000 * uniform(row, 29),
    }
    texts = {
        "category": [f"c{int(v)}" for v in np.floor(40 * (skewed * skewed * skewed))],
        "text": ["a" + "é😀" * int(v) for v in np.floor(9 * uniform(row, 31))],
        "flag": ["true" if v else "false" for v in uniform(row, 32) < 0.25],
    }
    return numbers, texts


def root(value):
    """Square root of a fraction, rounded once from 200 bits."""
    if value == 0:
        return 0.0
    shift = max(0, 400 - value.numerator.bit_length() + value.denominator.bit_length())
    shift += shift % 2
    scaled = (value.numerator << shift) // value.denominator
    return float(Fraction(isqrt(scaled), 1 << (shift // 2)))


def exact_moments(x):
    exact = [Fraction(float(v)) for v in x]
    mean = sum(exact) / len(exact)
    squares = sum(v * v for v in exact) / len(exact)
    return float(mean), root(squares - mean * mean)


def number_table(x):
    mean, deviation = exact_moments(x)
    table = {
        "present": len(x),
        "min": x.min(),
        "max": x.max(),
        "mean": mean,
        "deviation": deviation,
        "zeros": int((x == 0).sum()),
        "quantiles": [float(v) for v in np.quantile(x, QUANTILES)],
        "histogram": [int(v) for v in np.histogram(x, bins=10)[0]],
        "distinct": int(pd.Series(x).nunique()),
    }
    with np.errstate(all="ignore"):
        numpy_mean, numpy_deviation = float(np.mean(x)), float(np.std(x))
    if np.isclose(numpy_mean, mean, rtol=1e-13, atol=0):
        table["numpyMean"] = numpy_mean
    if np.isclose(numpy_deviation, deviation, rtol=1e-13, atol=0):
        table["numpyDeviation"] = numpy_deviation
    return table


def text_table(values):
    series = pd.Series(values)
    counts = sorted(series.value_counts().items(), key=lambda item: (-item[1], item[0]))
    lengths = series.str.len()
    return {
        "present": len(values),
        "distinct": int(series.nunique()),
        "top": [[value, int(count)] for value, count in counts[:20]],
        "minLength": int(lengths.min()),
        "maxLength": int(lengths.max()),
        "meanLength": float(lengths.mean()),
    }


def correlation(numbers, left, right):
    x, y = numbers[left], numbers[right]
    return {
        "columns": [left, right],
        "pearson": float(stats.pearsonr(x, y).statistic),
        "spearman": float(stats.spearmanr(x, y).statistic),
    }


PAIRS = [
    ("near_a_million", "heavy_tails"),
    ("near_a_million", "sorted"),
    ("zipf", "few_distinct"),
    ("few_distinct", "related"),
    ("sorted", "reversed"),
    ("sorted", "related"),
]

def main():
    for rows in (5_000, 110_000):
        numbers, texts = columns(rows)
        table = {
            "versions": {"numpy": np.__version__, "pandas": pd.__version__, "scipy": scipy.__version__},
            "calls": CALLS,
            "rows": rows,
            "quantiles": QUANTILES,
            "numbers": {name: number_table(x) for name, x in numbers.items()},
            "texts": {name: text_table(x) for name, x in texts.items()},
            "correlations": [correlation(numbers, *pair) for pair in PAIRS],
        }
        path = pathlib.Path(__file__).parent / f"rows-{rows}.json"
        path.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
