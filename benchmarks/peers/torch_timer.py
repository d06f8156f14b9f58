"""What the PyTorch sides of the benchmarks share: threads, the clock, lines of JSON."""

import json
import os
import statistics
import time

import torch

FEWEST = 7


def start():
    """Takes as many threads as the setting says, and tells what runs."""
    if "OMP_NUM_THREADS" in os.environ:
        torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    torch.manual_seed(0)
    print(json.dumps({"peer": f"PyTorch {torch.__version__}", "threads": torch.get_num_threads()}), flush=True)


def median_seconds(call, seconds=1.0, warm_up=0.3, fewest=FEWEST):
    """The median of single calls, after a warm-up."""
    started = time.perf_counter()
    call()
    while time.perf_counter() - started < warm_up:
        call()
    times = []
    started = time.perf_counter()
    while len(times) < fewest or time.perf_counter() - started < seconds:
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def report(case, number, unit):
    print(json.dumps({"case": case, "peer": float(f"{number:.4g}"), "unit": unit}), flush=True)
