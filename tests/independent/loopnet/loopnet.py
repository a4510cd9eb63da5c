"""A second implementation of LoopNet's formats and numbers, from its documents alone. See README.md."""

import argparse
import os

from example import Example
from functions import ACTIVATIONS, LOSSES
from step import NotFinite, Rule
from trace_file import Writer
from training import INITS, draw, fingerprint, train, training_digits


def write_traces(options):
    os.makedirs(options.out, exist_ok=True)
    for path in options.examples:
        example = Example(path)
        try:
            lines = Writer(example).run()
        except (NotFinite, ZeroDivisionError):
            print(f"{example.name}: a number is not finite, so there is no trace")
            continue
        with open(os.path.join(options.out, f"{example.name}.trace.jsonl"), "w", encoding="utf-8", newline="\n") as file:
            file.write(lines)


def train_network(options):
    sizes = [int(size) for size in options.layers.split(",")]
    activations = [ACTIVATIONS[options.hidden]] * (len(sizes) - 2) + [ACTIVATIONS[options.output]]
    network = draw(sizes, activations, LOSSES[options.loss], options.seed, options.init, not options.no_biases)
    rule = Rule(options.learning_rate, shortcut=options.output_gradient == "shortcut")
    batch = None if options.batch == "all" else int(options.batch)
    digits = training_digits(options.data, options.limit)
    train(network, digits, rule, batch, options.epochs, options.seed, options.shuffle)
    print(f"SHA-256   {fingerprint(network)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(required=True)
    verb = verbs.add_parser("trace", help="write NAME.trace.jsonl of examples")
    verb.add_argument("examples", nargs="+", metavar="EXAMPLE.json")
    verb.add_argument("--out", default=".")
    verb.set_defaults(run=write_traces)
    verb = verbs.add_parser("train", help="train on digits and print the fingerprint; options as those of loopnet train")
    verb.add_argument("--data", required=True, help="a CSV file, or a folder with MNIST's files")
    verb.add_argument("--layers", default="784,32,32,10")
    verb.add_argument("--hidden", default="sigmoid", choices=ACTIVATIONS)
    verb.add_argument("--output", default="softmax", choices=ACTIVATIONS)
    verb.add_argument("--loss", default="cross-entropy", choices=LOSSES)
    verb.add_argument("--no-biases", action="store_true")
    verb.add_argument("--init", default="scaled", choices=INITS)
    verb.add_argument("--learning-rate", type=float, default=0.01)
    verb.add_argument("--batch", default="1")
    verb.add_argument("--output-gradient", default="jacobian", choices=["jacobian", "shortcut"])
    verb.add_argument("--epochs", type=int, default=3)
    verb.add_argument("--shuffle", action="store_true")
    verb.add_argument("--seed", type=int, default=1)
    verb.add_argument("--limit", type=int)
    verb.set_defaults(run=train_network)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
