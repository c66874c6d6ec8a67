"""Runs TFLite files by the official interpreters, see interpreters.ts. Usage: interpreters.py <list.json> <answers.json>"""

import json
import sys

import numpy as np
from ai_edge_litert.interpreter import Interpreter

try:
    from tflite_micro.python.tflite_micro import runtime as micro
except ImportError:
    micro = None


def values(numbers, details):
    array = np.array([float(number) for number in numbers])
    return array.astype(details["dtype"]).reshape(details["shape"])


def by_litert(path, rows):
    interpreter = Interpreter(path)
    runner = interpreter.get_signature_runner()
    details = runner.get_input_details()
    answers = []
    for row in rows:
        fed = {name: values(numbers, details[name]) for name, numbers in row.items()}
        (answer,) = runner(**fed).values()
        answers.append(answer.ravel().tolist())
    return answers


def by_micro(path, rows, arena):
    interpreter = micro.Interpreter.from_file(path, arena_size=arena)
    answers = []
    for row in rows:
        for index, numbers in enumerate(row.values()):
            details = interpreter.get_input_details(index)
            interpreter.set_input(values(numbers, details), index)
        interpreter.invoke()
        answers.append(interpreter.get_output(0).ravel().tolist())
    return answers


def main():
    listed, answers = sys.argv[1:]
    found = []
    with open(listed) as file:
        entries = json.load(file)
    for entry in entries:
        result = {"litert": by_litert(entry["path"], entry["rows"])}
        if micro is not None and entry["arena"] is not None:
            result["micro"] = by_micro(entry["path"], entry["rows"], entry["arena"])
        found.append(result)
    with open(answers, "w") as file:
        json.dump(found, file)


main()
