"""What all rounds come to: a table, and lines of JSON, also into a file if one is named.

Each side's time is that of its best round, a median itself: a busy neighbour only ever makes a round slower, and two
threads that wait for each other suffer most from it. ratio = peer's time / our time: how many times faster we are.
"""

import json
import os
import subprocess
import sys

UNITS = {"losses": "ns/element", "compare": "s"}
SETTINGS = {
    "default": "PyTorch as it starts",
    "fair": "2 threads, OpenBLAS 1, memory kept by malloc",
    "fair-avx512": "the same, with ATEN_CPU_CAPABILITY=avx512",
    "two-threads": "1 process, 2 threads, OpenBLAS 1, memory kept by malloc",
    "two-processes": "2 processes side by side, 1 thread each, memory kept by malloc",
}


def digits(number):
    return float(f"{number:.4g}")


def torch_package():
    asked = ["dpkg-query", "-W", "-f", "${Version}", "python3-torch"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout or "not Debian's"


def origin(lines, group):
    ours = next(line for line in lines if "machine" in line)
    return {
        "machine": ours["machine"],
        "cores": ours["cores"],
        "runtime": ours["runtime"],
        "peer": f"PyTorch {torch_package()}",
        "date": ours["date"],
        "command": f"benchmarks/peers/run {group}",
        "rounds": sum("machine" in line for line in lines),
    }


def best(samples):
    """Of {(side, case): [times]}."""
    return {key: min(times) for key, times in samples.items()}


def of_losses(lines):
    samples = {}
    for line in lines:
        if "case" in line:
            time = line["ours"] if line["side"] == "ours" else line["peer"]
            samples.setdefault((line["side"], line["case"]), []).append(time)
    return best(samples)


def of_compare(lines):
    """The first pass of a process, and those after it, in which the just-in-time compiler has done its work."""
    samples = {}
    for line in lines:
        if "seconds" not in line:
            continue
        name = f"compare/{line['steps']} steps"
        if line["side"] != "ours":
            passes = [name, f"{name}, first pass"]
        else:
            passes = [f"{name}, first pass" if line["pass"] == 1 else name]
        for case in passes:
            samples.setdefault((line["side"], case), []).append(line["seconds"])
    return best(samples)


def errors(lines):
    """Mean absolute errors of both sides: that they learn alike."""
    last = {line["side"]: line["outcomes"] for line in lines if "outcomes" in line}
    peer = next(side for side in last if side != "ours")
    theirs = {(o["loss"], o["fold"]): o["mae"] for o in last[peer]}
    for outcome in last["ours"]:
        name = f"{outcome['loss']}, fold {outcome['fold']}"
        yield {
            "case": f"test error/{name}",
            "ours": digits(outcome["mae"]),
            "peer": digits(theirs[outcome["loss"], outcome["fold"]]),
            "unit": "mean absolute error",
        }


def ratios(times, unit):
    sides = dict.fromkeys(side for side, _ in times if side != "ours")
    for case in dict.fromkeys(case for _, case in times):
        for side in sides:
            ours, peer = times["ours", case], times[side, case]
            yield {
                "case": case,
                "setting": side,
                "ours": digits(ours),
                "peer": digits(peer),
                "ratio": digits(peer / ours),
                "unit": unit,
            }


def main():
    group, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    head = origin(lines, group)
    rows = list(ratios((of_losses if group == "losses" else of_compare)(lines), UNITS[group]))
    results = [head, *rows, *(errors(lines) if group == "compare" else ())]

    print(f"{head['machine']}, {head['cores']} cores, {head['runtime']}, {head['peer']}, {head['date']}:")
    print(f"`{head['command']}`, {head['rounds']} rounds; best round's time in {UNITS[group]}\n")
    print("| case | setting of PyTorch | ours | PyTorch | ratio |\n| --- | --- | ---: | ---: | ---: |")
    for row in rows:
        print(f"| {row['case']} | {row['setting']} | {row['ours']:g} | {row['peer']:g} | {row['ratio']:.1f} |")
    print()
    for side in dict.fromkeys(row["setting"] for row in rows):
        print(f"{side}: {SETTINGS[side]}")
    print()
    text = "".join(json.dumps(line) + "\n" for line in results)
    print(text, end="")
    if len(sys.argv) > 3:
        os.makedirs(os.path.dirname(os.path.abspath(sys.argv[3])), exist_ok=True)
        with open(sys.argv[3], "w", encoding="utf-8") as file:
            file.write(text)


main()
