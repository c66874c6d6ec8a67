"""keras_layers.py <task> <folder> <batch size> <steps> <first steps>: steps of Adam on one batch by Keras on TensorFlow.

The folder holds the batch and the initial weights, as tfjs-layers.ts has written them. The clock runs for epochs of
`fit` over copies of the batch, which costs less a step than `train_on_batch`.
"""
import os
import sys
import time

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

# TensorFlow logs how it was built.
errors = os.dup(2)
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)

import keras
import numpy as np

keras.ops.zeros(1)
os.dup2(errors, 2)

from usage import report

EPOCHS = 5

task, folder, batch_size, steps, first_steps = sys.argv[1:]
batch_size, steps, first_steps = int(batch_size), int(steps), int(first_steps)
layers = keras.layers


def read(name, shape):
    return np.fromfile(os.path.join(folder, name), dtype="<f4").reshape(shape)


def build():
    if task == "cnn":
        return [
            layers.Reshape((28, 28, 1)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10),
        ]
    if task == "embedding":
        return [layers.Embedding(5000, 32), layers.GlobalAveragePooling1D(), layers.Dense(1)]
    if task == "lstm":
        return [layers.Reshape((20, 8)), layers.LSTM(32), layers.Dense(1)]
    return [
        layers.Dense(64, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1),
    ]


inputs = {"cnn": 784, "embedding": 100, "lstm": 160, "mlp": 20}[task]
outputs = 10 if task == "cnn" else 1
x = read("x.bin", (batch_size, inputs))
y = read("y.bin", (batch_size, outputs))
model = keras.Sequential([keras.Input((inputs,)), *build()])
model.set_weights(
    [read(f"weight-{index}.bin", weight.shape) for index, weight in enumerate(model.get_weights())]
)
loss = (
    keras.losses.CategoricalCrossentropy(from_logits=True)
    if task == "cnn"
    else keras.losses.BinaryCrossentropy(from_logits=True)
)
model.compile(optimizer=keras.optimizers.Adam(0.001), loss=loss)
for _ in range(first_steps):
    model.reset_metrics()
    loss_of_step = float(model.train_on_batch(x, y, return_dict=True)["loss"])

many_x, many_y = np.tile(x, (steps, 1)), np.tile(y, (steps, 1))
fit = lambda: model.fit(many_x, many_y, batch_size=batch_size, shuffle=False, verbose=0)
fit()
times = []
for _ in range(EPOCHS):
    before = time.perf_counter()
    fit()
    times.append((time.perf_counter() - before) / steps)
report(batch_size, stepSeconds=sorted(times)[len(times) // 2], loss=loss_of_step)
