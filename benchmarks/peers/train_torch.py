"""Trainings in PyTorch: seconds of an epoch as steps x median step, and microseconds of a small step."""

import gzip
import pathlib

import numpy
import torch
from torch import nn
from torch.nn import functional

import torch_timer

PICTURES = 60_000
BATCH = 128
STEPS_OF_EPOCH = -(-PICTURES // BATCH)
FOLDER = pathlib.Path("/usr/share/datasets/fashion-mnist")


def idx(name, header):
    with gzip.open(FOLDER / name) as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=header)


def pictures():
    """Fashion-MNIST where Debian's package is installed, else noise: the work does not depend on what they show."""
    if FOLDER.exists():
        pixels = idx("train-images-idx3-ubyte.gz", 16).reshape(-1, 1, 28, 28).astype(numpy.float32) / 255
        classes = idx("train-labels-idx1-ubyte.gz", 8).astype(numpy.int64)
        return torch.from_numpy(pixels), torch.from_numpy(classes)
    return torch.rand(PICTURES, 1, 28, 28), torch.arange(PICTURES) % 10


def perceptron():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)
    )


def convolutions():
    return nn.Sequential(
        *(nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(64, 64, 3), nn.ReLU(), nn.Flatten()),
        *(nn.Linear(576, 64), nn.ReLU(), nn.Linear(64, 10)),
    )


def epoch(case, network, features, classes, seconds):
    optimizer = torch.optim.Adam(network.parameters(), 1e-3)
    batches = iter([])

    def step():
        nonlocal batches
        rows = next(batches, None)
        if rows is None:
            batches = iter(torch.randperm(PICTURES).split(BATCH))
            rows = next(batches)
        optimizer.zero_grad(set_to_none=True)
        functional.cross_entropy(network(features[rows]), classes[rows]).backward()
        optimizer.step()

    torch_timer.report(case, STEPS_OF_EPOCH * torch_timer.median_seconds(step, seconds), "s")


def tabular():
    network = nn.Sequential(nn.Linear(13, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 1))
    optimizer = torch.optim.Adam(network.parameters(), 1e-3)
    features, targets = torch.randn(32, 13), torch.randn(32, 1)

    def step():
        optimizer.zero_grad(set_to_none=True)
        functional.mse_loss(network(features), targets).backward()
        optimizer.step()

    torch_timer.report("mlp 13-64-32-1 step, batch 32", 1e6 * torch_timer.median_seconds(step), "us")


def main():
    torch_timer.start()
    features, classes = pictures()
    epoch("cnn epoch, batch 128", convolutions(), features, classes, seconds=3)
    epoch("mlp 784-256-128-10 epoch, batch 128", perceptron(), features, classes, seconds=2)
    tabular()


main()
