"""A first gradient in PyTorch: the network and loss of benchmarks/Lossary.Startup."""

import torch
from torch import nn

network = nn.Sequential(nn.Linear(13, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 1))
nn.functional.mse_loss(network(torch.ones(32, 13)), torch.ones(32, 1)).backward()
print(network[0].weight.grad.square().sum().item() > 0)
