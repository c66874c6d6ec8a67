"""What scikit-learn reaches on the rows that this project's models learn from and are judged by.

python scikit_learn.py <task> <folder with data.csv and split.csv> -> JSON on stdout

It learns from the rows of training and validation, which its estimators share out by themselves. Numbers are
standardised, texts one-hot, a date is sine and cosine of its parts, as anyone would write it; a missing number is the mean,
a missing text a category. Where `mlops init` proposes a logarithm, it is asked a second time with that.
"""

import csv
import json
import os
import sys
import warnings
from datetime import datetime

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import OneHotEncoder, StandardScaler

TASKS = {
    "penguins": {
        "label": "species",
        "numbers": ["bill_length", "bill_depth", "flipper_length", "mass"],
        "texts": ["island", "sex"],
    },
    "weather": {
        "label": "weather",
        "numbers": ["precipitation", "temp_max", "temp_min", "wind"],
        "dates": ["date"],
        "logs": ["precipitation"],
    },
    "flights": {
        "label": "delay",
        "numbers": ["distance"],
        "texts": ["origin", "destination"],
        "dates": ["date"],
        "regression": True,
    },
    "digits": {"label": "label", "numbers": [f"pixel_{pixel}" for pixel in range(784)]},
}
CLASSIFIERS = {
    "linear": LogisticRegression(max_iter=1000),
    "network": MLPClassifier(max_iter=1000, random_state=0),
}
REGRESSORS = {
    "linear": Ridge(),
    "network": MLPRegressor(early_stopping=True, random_state=0),
}


def parts_of(text):
    date = datetime.fromisoformat(text.replace("/", "-"))
    parts = [
        (date.hour + date.minute / 60, 24),
        (date.weekday(), 7),
        (date.day - 1, 31),
        (date.timetuple().tm_yday - 1, 366),
    ]
    angles = np.array([2 * np.pi * part / period for part, period in parts])
    return np.concatenate([np.sin(angles), np.cos(angles)])


def columns_of(task, rows, learned, logs=()):
    blocks = []
    numbers = np.array([[float(row[name] or "nan") for name in task["numbers"]] for row in rows])
    for name in logs:
        place = task["numbers"].index(name)
        numbers[:, place] = np.log1p(numbers[:, place])
    scaled = StandardScaler().fit(numbers[learned]).transform(numbers)
    blocks.append(np.nan_to_num(scaled))
    if "texts" in task:
        texts = np.array([[row[name] for name in task["texts"]] for row in rows])
        encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
        blocks.append(encoder.fit(texts[learned]).transform(texts))
    for name in task.get("dates", []):
        blocks.append(np.array([parts_of(row[name]) for row in rows]))
    return np.hstack(blocks)


def main(name, folder):
    task = TASKS[name]
    with open(os.path.join(folder, "data.csv"), newline="") as file:
        rows = list(csv.DictReader(file))
    with open(os.path.join(folder, "split.csv")) as file:
        split = np.array(file.read().split()[1:])
    learned, judged = split != "evaluation", split == "evaluation"
    regression = task.get("regression", False)
    labels = np.array([float(row[task["label"]]) if regression else row[task["label"]] for row in rows])
    warnings.simplefilter("ignore", ConvergenceWarning)
    scores = []
    for logs in [[], task["logs"]] if "logs" in task else [[]]:
        columns = columns_of(task, rows, learned, logs)
        for kind, model in (REGRESSORS if regression else CLASSIFIERS).items():
            model.fit(columns[learned], labels[learned])
            score = round(float(model.score(columns[judged], labels[judged])), 4)
            if logs:
                call = f"{model!r} with log1p({', '.join(logs)})"
                scores.append({"call": call, "kind": "same-features", "score": score})
            else:
                scores.append({"call": repr(model), "kind": kind, "score": score})
    json.dump(scores, sys.stdout)


main(*sys.argv[1:])
