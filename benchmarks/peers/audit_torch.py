"""PyTorch's worst errors on the functions that the golden corpus knows to every digit.

Prints {operation: [value, derivative]} in units in the last place; null where PyTorch has no such function or derivative.
Usage: audit_torch.py tests/golden/ulp_mpmath.json > torch.json
"""

import json
import math
import struct
import sys

import torch
from torch.nn import functional as f

torch.set_default_dtype(torch.float64)

ONES = torch.ones_like
FUNCTIONS = {
    "exp": torch.exp,
    "expm1": torch.expm1,
    "log": torch.log,
    "log1p": torch.log1p,
    "sqrt": torch.sqrt,
    "erf": torch.erf,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softplus": f.softplus,
    "log_sigmoid": f.logsigmoid,
    "lgamma": torch.lgamma,
    "digamma": torch.digamma,
    "logit": torch.logit,
    "xlogx": lambda x: torch.special.xlogy(x, x),
    "elu": f.elu,
    "gelu": f.gelu,
    "silu": f.silu,
    "mish": f.mish,
    "bce_logits_y0": lambda x: f.binary_cross_entropy_with_logits(x, 0 * ONES(x), reduction="none"),
    "bce_logits_y0.25": lambda x: f.binary_cross_entropy_with_logits(x, 0.25 * ONES(x), reduction="none"),
    "bce_logits_y1": lambda x: f.binary_cross_entropy_with_logits(x, ONES(x), reduction="none"),
    "bce_prob_y0": lambda x: f.binary_cross_entropy(x, 0 * ONES(x), reduction="none"),
    "bce_prob_y1": lambda x: f.binary_cross_entropy(x, ONES(x), reduction="none"),
    "soft_margin_y1": lambda x: f.soft_margin_loss(x, ONES(x), reduction="none"),
}
WHOLE = {
    "cross_entropy": lambda c: f.cross_entropy(c["input"], c["target"].long(), reduction="sum"),
    "cross_entropy_smoothing": lambda c: f.cross_entropy(
        c["input"], c["target"].long(), reduction="sum", label_smoothing=0.1),
    "mse_mean": lambda c: f.mse_loss(c["input"], c["target"]),
    "kl_divergence": lambda c: f.kl_div(c["q"].log(), c["p"], reduction="sum"),
    "sum": lambda c: c["input"].sum(),
    "variance_population": lambda c: c["input"].var(unbiased=False),
    "logsumexp": lambda c: torch.logsumexp(c["input"], -1),
}


def number(x):
    return float(x.replace("Infinity", "inf")) if isinstance(x, str) else float(x)


def ordinal(x):
    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    return bits if bits >= 0 else -(bits & 0x7FFFFFFFFFFFFFFF)


def units(want, got):
    if math.isnan(want) or math.isnan(got):
        return 0.0 if math.isnan(want) and math.isnan(got) else math.inf
    if math.isinf(want) != math.isinf(got):
        return math.inf
    return float(abs(ordinal(want) - ordinal(got)))


def worst(want, got):
    data = want["data"] if isinstance(want, dict) else [want]
    return max(units(number(w), g) for w, g in zip(data, got.flatten().tolist()))


def main(path):
    table = {}
    for case in json.load(open(path))["cases"]:
        name = case["op"]
        if name not in FUNCTIONS and name not in WHOLE:
            continue
        tensors = {
            key: torch.tensor([number(x) for x in t["data"]]).reshape(t["shape"])
            for key, t in case["inputs"].items()
        }
        x = next(iter(tensors.values())).requires_grad_()
        out = FUNCTIONS[name](x) if name in FUNCTIONS else WHOLE[name](tensors)
        row = table.setdefault(name, [0.0, None])
        row[0] = max(row[0], worst(case["expected"]["value"]["none"], out.detach()))
        if "grad_elementwise" in case["expected"]:
            (slope,) = torch.autograd.grad(out.sum(), x)
            row[1] = max(row[1] or 0.0, worst(case["expected"]["grad_elementwise"], slope))
    print(json.dumps(table).replace("Infinity", '"Infinity"'))


if __name__ == "__main__":
    main(sys.argv[1])
