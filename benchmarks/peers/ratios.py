"""What all rounds come to: a table, and lines of JSON, also into a file if one is named.

A side's time is the median of its rounds, each a median itself. ratio = peer's time / our time: how many times faster we
are. `ratioOfBest` is that of both sides' best rounds: where it is far from the ratio, the machine was busy.
"""

import json
import os
import statistics
import subprocess
import sys

SETTINGS = {
    "default": "PyTorch as it starts",
    "fair": "2 threads, OpenBLAS 1, memory kept by malloc",
    "fair-avx512": "the same, with ATEN_CPU_CAPABILITY=avx512",
    "two-threads": "1 process, 2 threads, OpenBLAS 1, memory kept by malloc",
    "two-processes": "2 processes side by side, 1 thread each, memory kept by malloc",
    "openblas": "OpenBLAS as it starts, with as many threads as the case says",
}


def digits(number):
    return float(f"{number:.4g}")


def version(package):
    asked = ["dpkg-query", "-W", "-f", "${Version}", package]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout or "not Debian's"


def peer(lines, group):
    if group != "gemm":
        return f"PyTorch {version('python3-torch')}"
    kernels = next(line["kernels"] for line in lines if "kernels" in line)
    return f"OpenBLAS {version('libopenblas0-pthread')}, {kernels} kernels"


def origin(lines, group):
    ours = next(line for line in lines if "machine" in line)
    return {
        "machine": ours["machine"],
        "cores": ours["cores"],
        "runtime": ours["runtime"],
        "peer": peer(lines, group),
        "date": ours["date"],
        "command": f"benchmarks/peers/run {group}",
        "rounds": sum("machine" in line for line in lines),
    }


def of_cases(lines):
    """{(side, case): [numbers]} and {case: unit}."""
    samples, units = {}, {}
    for line in lines:
        if "case" in line:
            number = line["ours"] if line["side"] == "ours" else line["peer"]
            samples.setdefault((line["side"], line["case"]), []).append(number)
            if units.setdefault(line["case"], line["unit"]) != line["unit"]:
                sys.exit(f"ratios.py: {line['case']} is given in {units[line['case']]} and in {line['unit']}")
    return samples, units


def of_compare(lines):
    """The passes of a process, in which the just-in-time compiler has done its work, and its first one."""
    samples = {}
    for line in lines:
        if "seconds" not in line:
            continue
        name = f"compare/{line['steps']} steps"
        warm = {name: line["seconds"], f"{name}, processor time": line["processorSeconds"]}
        first = {f"{name}, first pass": line["seconds"]}
        if line["side"] != "ours":
            passes = warm | first
        else:
            passes = first if line["pass"] == 1 else warm
        for case, seconds in passes.items():
            samples.setdefault((line["side"], case), []).append(seconds)
    return samples, {case: "s" for _, case in samples}


def errors(lines):
    """Mean absolute errors of both sides: that they learn alike."""
    last = {line["side"]: line["outcomes"] for line in lines if "outcomes" in line}
    side = next(side for side in last if side != "ours")
    theirs = {(o["loss"], o["fold"]): o["mae"] for o in last[side]}
    for outcome in last["ours"]:
        name = f"{outcome['loss']}, fold {outcome['fold']}"
        yield {
            "case": f"test error/{name}",
            "ours": digits(outcome["mae"]),
            "peer": digits(theirs[outcome["loss"], outcome["fold"]]),
            "unit": "mean absolute error",
        }


def ratios(samples, units):
    """A row for each case that both sides have, in our order."""
    for case in dict.fromkeys(case for side, case in samples if side == "ours"):
        ours = samples["ours", case]
        for side in SETTINGS:
            theirs = samples.get((side, case))
            if theirs is not None:
                yield {
                    "case": case,
                    "setting": side,
                    "ours": digits(statistics.median(ours)),
                    "peer": digits(statistics.median(theirs)),
                    "ratio": digits(statistics.median(theirs) / statistics.median(ours)),
                    "ratioOfBest": digits(min(theirs) / min(ours)),
                    "unit": units[case],
                }


def table(head, rows):
    yield f"{head['machine']}, {head['cores']} cores, {head['runtime']}, {head['peer']}, {head['date']}:"
    yield f"`{head['command']}`, medians of {head['rounds']} rounds\n"
    yield "| case | setting of the peer | ours | peer | unit | ratio | of best |"
    yield "| --- | --- | ---: | ---: | --- | ---: | ---: |"
    for row in rows:
        numbers = f"{row['ours']:g} | {row['peer']:g} | {row['unit']} | {row['ratio']:.2f} | {row['ratioOfBest']:.2f}"
        yield f"| {row['case']} | {row['setting']} | {numbers} |"
    yield ""
    for side in dict.fromkeys(row["setting"] for row in rows):
        yield f"{side}: {SETTINGS[side]}"


def main():
    group, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    head = origin(lines, group)
    rows = list(ratios(*(of_compare if group == "compare" else of_cases)(lines)))
    results = [head, *rows, *(errors(lines) if group == "compare" else ())]
    print(*table(head, rows), "", sep="\n")
    text = "".join(json.dumps(line) + "\n" for line in results)
    print(text, end="")
    if len(sys.argv) > 3:
        os.makedirs(os.path.dirname(os.path.abspath(sys.argv[3])), exist_ok=True)
        with open(sys.argv[3], "w", encoding="utf-8") as file:
            file.write(text)


main()
