"""The part of `lossary compare sample:ames` that the benchmark program trains, in PyTorch, on the same numbers.

Same network, optimizer, batch size, gradient clipping, learning rates, tuning budget and number of epochs, validated
after each epoch with the best weights kept and restored. Prints the seconds of one pass, from the first training's
start to the last one's end: imports and the reading of data are not counted.
"""

import argparse
import json
import math
import multiprocessing
import os
import pathlib
import time

import numpy
import torch
from torch import nn

WARM_UP_EPOCHS = 1


class Part:
    """One fold's rows, encoded."""

    def __init__(self, folder, name, width):
        features = numpy.fromfile(folder / f"{name}-features.f32", dtype="<f4").reshape(-1, width)
        self.features = torch.from_numpy(features)
        self.targets = torch.from_numpy(numpy.fromfile(folder / f"{name}-targets.f64", dtype="<f8"))


class Fold:
    def __init__(self, folder, number, width):
        self.width = width
        self.training = Part(folder, f"fold-{number}-training", width)
        self.validation = Part(folder, f"fold-{number}-validation", width)
        self.test = Part(folder, f"fold-{number}-test", width)
        self.mean = self.training.targets.mean()
        self.spread = self.training.targets.std()
        self.encoded = ((self.training.targets - self.mean) / self.spread).float().unsqueeze(1)

    def predict(self, network, part):
        with torch.no_grad():
            return self.mean + self.spread * network(part.features).squeeze(1).double()

    def error(self, network, part):
        return (self.predict(network, part) - part.targets).abs().mean().item()


def loss_of(name):
    return nn.MSELoss() if name == "squared" else nn.HuberLoss(delta=float(name.split("=")[1]))


def network_of(settings, width):
    layers = []
    for units in settings["hidden"]:
        layers += [nn.Linear(width, units), nn.ReLU()]
        width = units
    return nn.Sequential(*layers, nn.Linear(width, 1))


def fit(settings, fold, batch, loss, rate, epochs, seed):
    """Trains as many epochs as asked for, and leaves the best epoch's weights in the network."""
    torch.manual_seed(seed)
    network = network_of(settings, fold.width)
    parameters = list(network.parameters())
    # Not foreach=True, which was slower here: for six small tensors the loop over them costs less.
    optimizer = torch.optim.Adam(parameters, rate)
    features, targets = fold.training.features, fold.encoded
    best, kept = math.inf, [parameter.detach().clone() for parameter in parameters]
    for _ in range(epochs):
        for rows in torch.randperm(len(features)).split(batch):
            optimizer.zero_grad(set_to_none=True)
            loss(network(features[rows]), targets[rows]).backward()
            nn.utils.clip_grad_norm_(parameters, settings["clip"])
            optimizer.step()
        score = fold.error(network, fold.validation)
        if score < best:
            best, kept = score, [parameter.detach().clone() for parameter in parameters]
    with torch.no_grad():
        for parameter, value in zip(parameters, kept):
            parameter.copy_(value)
    return network, best


def train(settings, folds, job):
    """Tunes the learning rate, trains, and judges on the test rows."""
    number, name = divmod(job, len(settings["losses"]))
    name = settings["losses"][name]
    fold, batch, loss = folds[number], settings["batch"][number], loss_of(name)
    scores = {
        rate: fit(settings, fold, batch, loss, rate, settings["tuningEpochs"], number)[1] for rate in settings["rates"]
    }
    rate = min(scores, key=scores.get)
    network, _ = fit(settings, fold, batch, loss, rate, settings["epochs"], number)
    errors = fold.predict(network, fold.test) - fold.test.targets
    spread = fold.test.targets - fold.test.targets.mean()
    return {
        "loss": name,
        "fold": number,
        "learningRate": rate,
        "mae": errors.abs().mean().item(),
        "rmse": errors.square().mean().sqrt().item(),
        "medianAbsoluteError": errors.abs().median().item(),
        "r2": (1 - errors.square().sum() / spread.square().sum()).item(),
    }


def work(settings, folds, jobs, outcomes, ready):
    if "OMP_NUM_THREADS" in os.environ:
        torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    fit(settings, folds[0], settings["batch"][0], loss_of("squared"), 1e-3, WARM_UP_EPOCHS, 0)
    ready.wait()
    while (job := jobs.get()) is not None:
        outcomes.put(train(settings, folds, job))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=pathlib.Path)
    arguments.add_argument("--processes", type=int, default=1)
    chosen = arguments.parse_args()
    settings = json.loads((chosen.data / "part.json").read_text())
    folds = [Fold(chosen.data, number, width) for number, width in enumerate(settings["widths"])]
    total = len(folds) * len(settings["losses"])

    jobs, outcomes = multiprocessing.Queue(), multiprocessing.Queue()
    ready = multiprocessing.Barrier(chosen.processes + 1)
    workers = [
        multiprocessing.Process(target=work, args=(settings, folds, jobs, outcomes, ready))
        for _ in range(chosen.processes)
    ]
    for worker in workers:
        worker.start()
    for job in [*range(total), *[None] * chosen.processes]:
        jobs.put(job)
    ready.wait()
    started = time.perf_counter()
    trained = [outcomes.get() for _ in range(total)]
    seconds = time.perf_counter() - started
    for worker in workers:
        worker.join()

    print(json.dumps({"peer": f"PyTorch {torch.__version__}", "processes": chosen.processes}))
    trained.sort(key=lambda outcome: (outcome["fold"], outcome["loss"]))
    print(json.dumps({"steps": settings["steps"], "seconds": seconds, "outcomes": trained}))


main()
