"""PyTorch's convolution with ReLU and its max pooling, forward and backward: lines of JSON with milliseconds."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from torch_timer import median_seconds, report, start

LAYERS = (
    # name, inputs, outputs, height and width, padding, batch, first layer of a network
    ("1-32 28x28 b128", 1, 32, 28, 0, 128, True),
    ("32-64 13x13 b128", 32, 64, 13, 0, 128, False),
    ("32-64 14x14 pad 1 b64", 32, 64, 14, 1, 64, False),
    ("32-64 14x14 pad 1 b128", 32, 64, 14, 1, 128, False),
    ("64-64 5x5 b128", 64, 64, 5, 0, 128, False),
)


def milliseconds(call):
    return 1e3 * median_seconds(call)


def convolution(name, inputs, outputs, size, padding, batch, is_first):
    layer = nn.Conv2d(inputs, outputs, 3, padding=padding)
    images = torch.randn(batch, inputs, size, size, requires_grad=not is_first)
    sums = layer(images)
    upstream = torch.randn_like(sums)
    leaves = [layer.weight, layer.bias] + ([] if is_first else [images])

    def forward():
        with torch.no_grad():
            F.relu(layer(images))

    def backward():
        # The graph is kept: what is timed is the convolution's backward half alone, as on our side.
        torch.autograd.grad(sums, leaves, upstream, retain_graph=True)

    report(f"conv {name} forward", milliseconds(forward), "ms")
    report(f"conv {name} backward", milliseconds(backward), "ms")


def pooling():
    images = torch.relu(torch.rand(128, 32, 26, 26) - 0.5).requires_grad_()
    upstream = torch.ones(128, 32, 13, 13)

    def forward():
        with torch.no_grad():
            F.max_pool2d(images, 2)

    report("max pool 2x2, 32 26x26 b128 forward", milliseconds(forward), "ms")
    report(
        "max pool 2x2, 32 26x26 b128 both",
        milliseconds(lambda: torch.autograd.grad(F.max_pool2d(images, 2), images, upstream)),
        "ms")


start()
for parameters in LAYERS:
    convolution(*parameters)
pooling()
