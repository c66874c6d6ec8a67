"""Trains a Gaussian naive Bayes classifier with nothing but the standard library.

train-model names the files to read and the folder to write into in MLOPS_… variables.
"""

import csv
import json
import math
import os
import random
from pathlib import Path

LABEL = os.environ["MLOPS_LABEL"]
OUTPUT = Path(os.environ["MLOPS_OUTPUT"])
random.seed(int(os.environ["MLOPS_SEED"]))  # this model draws no random number; most do


def read(variable):
    with open(os.environ[variable], newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def is_numeric(values):
    try:
        return all(math.isfinite(float(value)) for value in values if value)
    except ValueError:
        return False


def fit(values, words):
    """Shares of the words, each counted once too often; mean and variance where there are none."""
    present = [value for value in values if value]  # an empty cell is a missing value
    if words:
        total = len(present) + len(words)
        return {word: (present.count(word) + 1) / total for word in words}
    numbers = [float(value) for value in present]
    mean = sum(numbers) / len(numbers)
    return [mean, sum((x - mean) ** 2 for x in numbers) / len(numbers) + 1e-9]


def log_likelihood(value, fitted):
    if not value:
        return 0.0
    if isinstance(fitted, dict):
        return math.log(fitted.get(value, 1e-6))
    mean, variance = fitted
    return -0.5 * (math.log(2 * math.pi * variance) + (float(value) - mean) ** 2 / variance)


def predict(model, row):
    """The probability of each class."""
    scores = {}
    for name, (share, columns) in model.items():
        terms = (log_likelihood(row[column], fitted) for column, fitted in columns.items())
        scores[name] = math.log(share) + sum(terms)
    highest = max(scores.values())
    weights = {name: math.exp(score - highest) for name, score in scores.items()}
    return {name: weight / sum(weights.values()) for name, weight in weights.items()}


train = read("MLOPS_TRAIN")
validation = read("MLOPS_VALIDATION")
evaluation = read("MLOPS_EVALUATION")  # has no label

words = {}
for column in train[0]:
    values = [row[column] for row in train]
    words[column] = [] if is_numeric(values) else sorted(set(filter(None, values)))

model = {}
for name in words.pop(LABEL):
    rows = [row for row in train if row[LABEL] == name]
    columns = {column: fit([row[column] for row in rows], words[column]) for column in words}
    model[name] = [len(rows) / len(train), columns]
(OUTPUT / "model" / "bayes.json").write_text(json.dumps(model, indent=2), encoding="utf-8")

with open(OUTPUT / "predictions.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, ["mlops_row", *model])
    writer.writeheader()
    for row in evaluation:
        writer.writerow({"mlops_row": row["mlops_row"], **predict(model, row)})

right = 0
for row in validation:
    probabilities = predict(model, row)
    right += max(probabilities, key=probabilities.get) == row[LABEL]
metrics = {"validation accuracy": right / len(validation)}
(OUTPUT / "metrics.json").write_text(json.dumps(metrics), encoding="utf-8")
print(f"{len(train)} training rows, {len(model)} classes, {metrics}")
