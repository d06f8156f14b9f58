"""Value and gradient of PyTorch's losses: lines of JSON with milliseconds, the median of many calls."""

import json
import os
import statistics
import time

import torch
import torch.nn.functional as F

SECONDS = 0.5
FEWEST, MOST = 15, 3000


def focal(scores, targets, alpha=0.25, gamma=2.0):
    """torchvision.ops.sigmoid_focal_loss, line by line: Debian has no torchvision."""
    p = torch.sigmoid(scores)
    ce = F.binary_cross_entropy_with_logits(scores, targets, reduction="none")
    p_t = p * targets + (1 - p) * (1 - targets)
    alpha_t = alpha * targets + (1 - alpha) * (1 - targets)
    return (alpha_t * ce * (1 - p_t) ** gamma).mean()


def milliseconds(call):
    for _ in range(10):
        call()
    started = time.perf_counter()
    call()
    one = time.perf_counter() - started
    times = []
    for _ in range(max(FEWEST, min(MOST, int(SECONDS / max(one, 1e-6))))):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return 1e3 * statistics.median(times)


def report(case, elements, call):
    ns = 1e6 * milliseconds(call) / elements
    print(json.dumps({"case": case, "peer": float(f"{ns:.4g}"), "unit": "ns/element"}), flush=True)


def gradient(loss, scores):
    return torch.autograd.grad(loss, scores)


def main():
    if "OMP_NUM_THREADS" in os.environ:
        torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    torch.manual_seed(0)
    print(json.dumps({"peer": f"PyTorch {torch.__version__}", "threads": torch.get_num_threads()}), flush=True)
    for size, n in (("1e4", 10_000), ("1e6", 1_000_000), ("1.6e7", 16_000_000)):
        x = torch.randn(n, requires_grad=True)
        t = torch.randn(n)
        b = (torch.rand(n) > 0.5).float()
        report(f"squared/{size}", n, lambda: gradient(F.mse_loss(x, t), x))
        report(f"absolute/{size}", n, lambda: gradient(F.l1_loss(x, t), x))
        report(f"huber/{size}", n, lambda: gradient(F.huber_loss(x, t), x))
        report(f"binary-cross-entropy/{size}", n, lambda: gradient(F.binary_cross_entropy_with_logits(x, b), x))
        report(f"binary-focal/{size}", n, lambda: gradient(focal(x, b), x))
    for rows, classes in ((4096, 10), (4096, 1000), (2048, 32_000)):
        x = torch.randn(rows, classes, requires_grad=True)
        y = torch.randint(0, classes, (rows,))
        report(f"cross-entropy/{rows}x{classes}", rows * classes, lambda: gradient(F.cross_entropy(x, y), x))


main()
