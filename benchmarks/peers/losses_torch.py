"""Value and gradient of PyTorch's losses: lines of JSON with milliseconds, the median of many calls."""

import json
import os
import resource
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


def dice(logits, targets):
    p = torch.sigmoid(logits).flatten(1)
    t = targets.flatten(1)
    return (1 - (2 * (p * t).sum(1) + 1) / (p.sum(1) + t.sum(1) + 1)).mean()


def nt_xent(embeddings, temperature=0.5):
    z = F.normalize(embeddings)
    n = len(z)
    similarities = (z @ z.T / temperature).fill_diagonal_(float("-inf"))
    return F.cross_entropy(similarities, torch.arange(n).roll(n // 2))


def linear_cross_entropy(rows, classes, width):
    """Peak memory beyond the inputs, gradients among it, of the first call; then the time."""
    case = f"linear-cross-entropy/{rows}x{classes}"
    hidden = torch.randn(rows, width, requires_grad=True)
    weights = torch.randn(classes, width, requires_grad=True)
    y = torch.randint(0, classes, (rows,))
    call = lambda: torch.autograd.grad(F.cross_entropy(F.linear(hidden, weights), y), (hidden, weights))
    before = resident()
    call()
    megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / 1e6
    line = {"case": f"{case}, memory", "peer": float(f"{megabytes:.4g}"), "unit": "MB"}
    print(json.dumps(line), flush=True)
    report(case, rows * classes, call)


def resident():
    """KiB in memory now; the process's largest so far must not be larger, so this comes first."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() // 1024


def compositions():
    n = 1_000_000
    x, s = torch.randn(n, requires_grad=True), torch.randn(n, requires_grad=True)
    t = torch.randn(n)
    sign, share = torch.sign(t), 1 / (1 + t * t)
    report("kullback-leibler/1e6", n, lambda: gradient(F.kl_div(x, share, reduction="mean"), x))
    report("logistic/1e6", n, lambda: gradient(F.soft_margin_loss(x, sign), x))
    report("hinge/1e6", n, lambda: gradient((1 - sign * x).clamp(min=0).mean(), x))
    report("gaussian/1e6", n, lambda: torch.autograd.grad(F.gaussian_nll_loss(x, t, s.exp()), (x, s)))
    z = torch.randn(16, 1, 65_536, requires_grad=True)
    pixels = (torch.randn(16, 1, 65_536) > 0).float()
    report("dice/16x65536", z.numel(), lambda: gradient(dice(z, pixels), z))
    rows = [torch.randn(4096, 128, requires_grad=True) for _ in range(3)]
    report("triplet/4096x128", 3 * 4096 * 128, lambda: torch.autograd.grad(F.triplet_margin_loss(*rows), rows))
    e = torch.randn(512, 128, requires_grad=True)
    report("nt-xent/512x128", e.numel(), lambda: gradient(nt_xent(e), e))
    logits = torch.randn(150, 32, 32, requires_grad=True)
    labels = torch.randint(1, 32, (32, 30))
    steps, counts = torch.full((32,), 150), torch.full((32,), 30)
    ctc = lambda: gradient(F.ctc_loss(logits.log_softmax(-1), labels, steps, counts, reduction="sum"), logits)
    report("ctc/32x150x32", logits.numel(), ctc)


def main():
    if "OMP_NUM_THREADS" in os.environ:
        torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    torch.manual_seed(0)
    print(json.dumps({"peer": f"PyTorch {torch.__version__}", "threads": torch.get_num_threads()}), flush=True)
    linear_cross_entropy(2048, 32_000, 512)
    compositions()
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
