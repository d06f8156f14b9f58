"""PyTorch's LSTM, forward and backward: lines of JSON with milliseconds, the median of many calls."""

import json
import os
import statistics
import time

import torch

BATCH, TIME, INPUTS, HIDDEN = 64, 50, 64, 128
SECONDS = 3.0
FEWEST = 30


def milliseconds(call):
    for _ in range(10):
        call()
    times = []
    started = time.perf_counter()
    while len(times) < FEWEST or time.perf_counter() - started < SECONDS:
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return 1e3 * statistics.median(times)


def report(case, call):
    print(json.dumps({"case": case, "peer": float(f"{milliseconds(call):.4g}"), "unit": "ms"}), flush=True)


def main():
    if "OMP_NUM_THREADS" in os.environ:
        torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    torch.manual_seed(0)
    print(json.dumps({"peer": f"PyTorch {torch.__version__}", "threads": torch.get_num_threads()}), flush=True)
    lstm = torch.nn.LSTM(INPUTS, HIDDEN, batch_first=True)
    constant = torch.randn(BATCH, TIME, INPUTS)
    variable = torch.randn(BATCH, TIME, INPUTS, requires_grad=True)

    def step(x):
        lstm.zero_grad(set_to_none=True)
        x.grad = None
        lstm(x)[0].mean().backward()

    report("lstm forward", lambda: lstm(constant))
    report("lstm forward + backward", lambda: step(variable))
    report("lstm forward + backward, weights only", lambda: step(constant))


main()
