"""Starts a program again and again: lines of JSON with the medians of its time and of its peak resident memory.

startup.py NAME STARTS COMMAND…; NAME is `ours` or `peer`.
"""

import json
import os
import statistics
import subprocess
import sys
import time


def start(command):
    """Seconds from start to end, seconds of all its threads, and the most megabytes that it held."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"startup.py: {command[0]} ended with {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    name, starts, *command = sys.argv[1:]
    start(command)
    seconds, processor, megabytes = zip(*(start(command) for _ in range(int(starts))))
    for case, number, unit in (
        ("process start to first gradient", 1e3 * statistics.median(seconds), "ms"),
        ("the same, processor time", 1e3 * statistics.median(processor), "ms"),
        ("peak resident memory", statistics.median(megabytes), "MiB"),
    ):
        print(json.dumps({"case": case, name: float(f"{number:.4g}"), "unit": unit}))


main()
