"""Writes values.txt: for each function the results of 100,000 arguments, as one hash for every block of 250.

    python3 values.py > values.txt
    python3 values.py exp 17        prints the arguments and results of block 17 of exp

The arguments are drawn from seeds, here and in RandomArguments.cs alike. A hash is the first 16 digits of the SHA-256 of a block's
results, as bytes.
"""
import struct
import sys
from hashlib import sha256
from pathlib import Path

from rounded import nearest

sys.path.insert(0, str(Path(__file__).parents[2] / "Network"))
from seeded_random import SeededRandom  # noqa: E402

BLOCKS, BLOCK = 400, 250


def number(sign, exponent, digits):
    """A double by its bits; exponent 0 makes a subnormal one."""
    return struct.unpack("<d", struct.pack("<Q", sign << 63 | exponent << 52 | digits))[0]


def any_size(random, smallest, largest):
    """A positive double whose exponent is drawn from smallest to largest."""
    exponent = smallest + int(random.uniform() * (largest - smallest + 1))
    return number(0, exponent + 1023, random.bits() >> 12)


def between(random, low, high):
    return low + (high - low) * random.uniform()


def signed(random, x):
    return -x if random.bits() & 1 else x


KINDS = {
    "exp": [lambda r: between(r, -750.0, 720.0), lambda r: between(r, -40.0, 40.0), lambda r: between(r, -1.0, 1.0),
            lambda r: signed(r, any_size(r, -60, 9))],
    "log": [lambda r: any_size(r, -1023, 1023), lambda r: between(r, 0.0, 1.0), lambda r: between(r, 1.0, 1000.0),
            lambda r: 1.0 + signed(r, any_size(r, -52, -2))],
    "tanh": [lambda r: between(r, -20.0, 20.0), lambda r: between(r, -4.0, 4.0), lambda r: between(r, -1.0, 1.0),
             lambda r: signed(r, any_size(r, -30, 4))],
}


def arguments(name, block):
    random = SeededRandom(1, name, block)
    return [KINDS[name][i % 4](random) for i in range(BLOCK)]


if len(sys.argv) == 3:
    for x in arguments(sys.argv[1], int(sys.argv[2])):
        print(x.hex(), nearest(sys.argv[1], x).hex())
else:
    for name in KINDS:
        for block in range(BLOCKS):
            results = [nearest(name, x) for x in arguments(name, block)]
            print(name, block, sha256(struct.pack(f"<{BLOCK}d", *results)).hexdigest()[:16])
