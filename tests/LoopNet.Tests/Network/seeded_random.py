"""Prints the first numbers of LoopNet's generator, and what is drawn with them, written a second time from their description.

For SeededRandomTests, SampleOrderTests and InitializationTests.
"""
from decimal import Context, Decimal
from math import sqrt

MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(bits):
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB & MASK
    return bits ^ (bits >> 31)


def ln(x):
    """The double nearest to ln x, by 60 decimal digits."""
    return float(Decimal(x).ln(Context(prec=60)))


class SeededRandom:
    def __init__(self, seed, purpose, epoch=0):
        state = mix((seed + GAMMA) & MASK)
        for letter in purpose:
            state = mix(state ^ ord(letter))
        self.state = mix(state ^ (epoch & MASK))

    def bits(self):
        self.state = (self.state + GAMMA) & MASK
        return mix(self.state)

    def uniform(self):
        return (self.bits() >> 11) * 2.0 ** -53

    def index(self, count):
        return ((self.bits() >> 32) * count) >> 32

    def normal(self):
        s = 0.0
        while s >= 1.0 or s == 0.0:
            u, v = 2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0
            s = u * u + v * v
        return u * sqrt(-2.0 * ln(s) / s)


def shuffled(count, seed, epoch):
    order, random = list(range(count)), SeededRandom(seed, "shuffle", epoch)
    for s in range(count - 1, 0, -1):
        other = random.index(s + 1)
        order[s], order[other] = order[other], order[s]
    return order


if __name__ == "__main__":
    r = SeededRandom(1, "weights")
    print([hex(r.bits()) for _ in range(3)])
    r = SeededRandom(-5, "shuffle", 3)
    print([r.uniform() for _ in range(3)])
    r = SeededRandom(1, "weights")
    print([r.normal() for _ in range(3)])
    print(shuffled(10, 1, 1))
    inputs = 8
    ways = {
        "scaled": lambda random: random.normal() / sqrt(inputs),
        "he": lambda random: random.normal() * sqrt(2.0 / inputs),
        "uniform": lambda random: random.uniform() - 0.5,
        "small": lambda random: 0.01 * random.normal(),
    }
    for name, way in ways.items():
        r = SeededRandom(3, "weights")
        print(name, [way(r) for _ in range(3)])
