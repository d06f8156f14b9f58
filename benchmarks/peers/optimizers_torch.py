"""Steps of PyTorch's optimizers over ten million parameters: lines of JSON with milliseconds."""

import torch
from torch import optim

import torch_timer

PARAMETERS = 10_000_000
OPTIMIZERS = {
    "sgd": lambda x: optim.SGD(x, 1e-3),
    "momentum": lambda x: optim.SGD(x, 1e-3, momentum=0.9),
    "adagrad": lambda x: optim.Adagrad(x, 1e-3),
    "rmsprop": lambda x: optim.RMSprop(x, 1e-3),
    "adam": lambda x: optim.Adam(x, 1e-3),
    "adamw": lambda x: optim.AdamW(x, 1e-3, weight_decay=0.01),
}


def main():
    torch_timer.start()
    for name, create in OPTIMIZERS.items():
        parameters = torch.randn(PARAMETERS, requires_grad=True)
        parameters.grad = torch.randn(PARAMETERS)
        optimizer = create([parameters])
        torch_timer.report(f"{name}/1e7", 1e3 * torch_timer.median_seconds(optimizer.step), "ms")


main()
