"""Writes reference.bin: for each function a name, then a count and a width, then rows of float64:
the argument (two for pow and logofratio), f(x) rounded, f(x) - rounded. Arguments of the *_single sets are exact in float32.
Usage: make_reference.py [points for each function]. Needs mpmath (1.3.0 was used)."""
import random
import struct
import sys

from mpmath import digamma, erf, erfc, exp, expm1, log, log1p, loggamma, mp, mpf, power, psi, tanh

mp.dps = 60
random.seed(20261121)
N = int(sys.argv[1]) if len(sys.argv) > 1 else 500


def single(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


def decade(low, high):
    return 10 ** random.uniform(low, high)


def sign():
    return random.choice((-1, 1))


# name: (function, argument for single (True) or double (False))
SETS = {
    "exp": (exp, lambda s: random.uniform(-103.9, 88.7) if s else random.uniform(-745, 709.7)),
    "expm1": (expm1, lambda s: random.choice((
        random.uniform(-20, 20), sign() * decade(-8, 0), random.uniform(-2, 2), random.uniform(80, 88.7) if s else random.uniform(80, 709)))),
    "log": (log, lambda s: random.choice((
        decade(-37, 38) if s else decade(-300, 300), random.uniform(0.3, 3), 1 + sign() * decade(-6, -1), decade(-45, -38) if s else decade(-320, -308)))),
    "log1p": (log1p, lambda s: random.choice((decade(-10, 10), -random.uniform(0, 0.999), sign() * decade(-12, -0.1)))),
    "tanh": (tanh, lambda s: random.choice((random.uniform(-9, 9), sign() * decade(-8, 0)))),
    "sigmoid": (lambda x: 1 / (1 + exp(-x)), lambda s: random.choice((
        random.uniform(-103, 40) if s else random.uniform(-744, 40), random.uniform(-5, 5)))),
    "softplus": (lambda x: log1p(exp(x)), lambda s: random.choice((
        random.uniform(-103, 40) if s else random.uniform(-744, 40), random.uniform(-5, 5)))),
    "erf": (erf, lambda s: random.choice((random.uniform(-6, 6), sign() * decade(-8, 0), random.uniform(-1.5, 1.5)))),
    "erfc": (erfc, lambda s: random.choice((
        random.uniform(-6, 6), random.uniform(-1.5, 1.5), random.uniform(0, 10) if s else random.uniform(0, 27.2)))),
    "loggamma": (loggamma, lambda s: random.choice((
        decade(-4, 4), random.uniform(0.05, 20), random.choice((1, 2)) + sign() * decade(-6, -0.5)))),
    "digamma": (digamma, lambda s: random.choice((decade(-4, 4), random.uniform(0.05, 20), 1.4616321 + sign() * decade(-6, -0.5)))),
    "trigamma": (lambda x: psi(1, x), lambda s: random.choice((decade(-4, 4), random.uniform(0.05, 20)))),
}


def pow_point(s):
    while True:
        x = random.choice((random.uniform(0.01, 1), decade(-6, 3)))
        y = random.choice((0.5, 0.7, 1.5, 2.0, 2.5, 5.0, random.uniform(-3, 6)))
        if s:
            x, y = single(x), single(y)
        if abs(y * float(log(x))) < 80:
            return x, y


def ratio_point(s):
    """Two numbers of any size, two near each other, two shares."""
    x = decade(-30, 30) if s else decade(-290, 290)
    kind = random.randrange(3)
    y = x * (1 + sign() * decade(-6 if s else -15, -0.2)) if kind == 0 else x * decade(-6, 6)
    if kind == 2:
        x, y = random.random(), random.random()
    return (single(x), single(y)) if s else (x, y)


def row(arguments, value):
    rounded = float(value)
    return (*arguments, rounded, float(value - mpf(rounded)))


def put(file, name, rows):
    file.write(struct.pack("<i", len(name)) + name.encode() + struct.pack("<ii", len(rows), len(rows[0])))
    for numbers in rows:
        file.write(struct.pack(f"<{len(numbers)}d", *numbers))


with open("reference.bin", "wb") as f:
    for name, (function, point) in SETS.items():
        for s in (True, False):
            xs = [single(point(s)) if s else point(s) for _ in range(N)]
            put(f, name + ("_single" if s else "_double"), [row((x,), function(mpf(x))) for x in xs])
    for s in (True, False):
        points = [pow_point(s) for _ in range(N)]
        put(f, "pow" + ("_single" if s else "_double"), [row((x, y), power(mpf(x), mpf(y))) for x, y in points])
    for s in (True, False):
        points = [ratio_point(s) for _ in range(N)]
        put(f, "logofratio" + ("_single" if s else "_double"), [row((x, y), mpf(x) * log(mpf(x) / mpf(y))) for x, y in points])
