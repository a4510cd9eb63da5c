using System.CommandLine;

namespace LoopNet.Cli;

/// <summary><c>loopnet gradcheck</c>: compares every gradient with central differences.</summary>
internal static class GradcheckVerb
{
    private const string Explanation = """
        Compares every derivative of a step of gradient descent with the central difference (L(p + h) - L(p - h)) / 2h,
        which knows nothing of the chain rule. With EXAMPLE, the first step of that example is checked, and one line is
        printed for each tensor. Without it, a small network is checked for each of the 27 pairs of an output activation and a
        loss that go together.

        Where the two points lie on different sides of a kink of ReLU, the difference means nothing: such elements are left out
        and counted. The exit status is 1 where a tensor is wrong; the first one in the order of computation is named.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string?> example = ExampleArgument.Create(ArgumentArity.ZeroOrOne);
        Option<long> seed = NumberOption.Seed("The seed of the weights, inputs and targets of the 27 pairs.");
        return new Verb("gradcheck", "compare every gradient with central differences")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet gradcheck", "Check every pair of an output activation and a loss."),
                ("loopnet gradcheck mazur", "Check every tensor of the first step of a shipped example."),
                ("loopnet gradcheck my-example.json", "The same for an example of your own."),
            ],
            Takes = [example, seed],
            Run = parse =>
            {
                string? file = parse.GetValue(example);
                if (file is not null && parse.GetResult(seed) is { Implicit: false })
                {
                    throw new UsageException("--seed is for the 27 pairs, but an example has numbers of its own; leave one of them out");
                }

                return file is null
                    ? CheckPairs(PairExamples.All(parse.GetValue(seed)), terminal)
                    : CheckExample(ExampleArgument.Resolve(file), terminal);
            },
        };
    }

    /// <summary>Checks one example and prints a line for each tensor; returns the exit status.</summary>
    public static int CheckExample(Example example, Terminal terminal)
    {
        if (!example.Network.GoesBack)
        {
            throw new UsageException($"{example.Name} has neither a loss nor given gradients, so there is no gradient to check");
        }

        IReadOnlyList<TensorCheck> checks = GradientCheck.Of(example);
        terminal.Output.WriteLine($"{example.Name}: {example.Network}");
        terminal.Output.WriteLine();
        WriteTensors(checks, terminal.Output);
        terminal.Output.WriteLine();
        TensorCheck? wrong = checks.FirstOrDefault(check => !check.Passed);
        int compared = checks.Count(check => check.Compared > 0);
        string agreement = compared == checks.Count
            ? Invariant($"all {checks.Count} tensors agree to within {GradientCheck.Tolerance:0e+0}")
            : Invariant($"{compared} of {checks.Count} tensors agree to within {GradientCheck.Tolerance:0e+0}; the others could not be compared");
        terminal.Output.WriteLine(wrong is null ? agreement : Accusation(wrong));
        return wrong is null ? ExitStatus.Done : ExitStatus.CheckFailed;
    }

    /// <summary>Checks several examples, prints a line for each, and every tensor of those that fail; returns the exit status.</summary>
    public static int CheckPairs(IReadOnlyList<Example> examples, Terminal terminal)
    {
        TextWriter output = terminal.Output;
        TextTable table = new();
        table.Add("output", "loss", "hidden", "error", "largest at", "");
        List<(Example Example, IReadOnlyList<TensorCheck> Checks)> failed = [];
        foreach (Example example in examples)
        {
            terminal.Interrupted.ThrowIfCancellationRequested();
            IReadOnlyList<TensorCheck> checks = GradientCheck.Of(example);
            TensorCheck worst = checks.MaxBy(check => check.LargestError)!;
            bool passed = checks.All(check => check.Passed);
            Network network = example.Network;
            string hidden = string.Join(", ", network.Layers.SkipLast(1).Select(layer => layer.Activation));
            string verdict = passed ? "agrees" : "WRONG";
            table.Add(network.Output.Name, network.Loss.Name, hidden, Error(worst), worst.Element, verdict);
            if (!passed)
            {
                failed.Add((example, checks));
            }
        }

        table.Write(output, 1, 2, 4, 5);
        foreach ((Example example, IReadOnlyList<TensorCheck> checks) in failed)
        {
            output.WriteLine();
            output.WriteLine($"{example.Name}: {Accusation(checks.First(check => !check.Passed))}");
            WriteTensors(checks, output);
        }

        output.WriteLine();
        int passes = examples.Count - failed.Count;
        output.WriteLine(Invariant($"{passes} of {examples.Count} pairs agree with central differences to within {GradientCheck.Tolerance:0e+0}"));
        return failed.Count == 0 ? ExitStatus.Done : ExitStatus.CheckFailed;
    }

    private static void WriteTensors(IReadOnlyList<TensorCheck> checks, TextWriter output)
    {
        TextTable table = new();
        table.Add("tensor", "error", "at", "by equations", "by differences", "compared", "");
        foreach (TensorCheck check in checks)
        {
            bool compared = check.Compared > 0;
            table.Add(
                check.Symbol,
                compared ? Error(check) : "-",
                compared ? check.Element[check.Symbol.Length..] : "-",
                compared ? Invariant($"{check.Analytic:G8}") : "-",
                compared ? Invariant($"{check.Numeric:G8}") : "-",
                check.LeftOut == 0 ? Invariant($"{check.Compared}") : Invariant($"{check.Compared} of {check.Compared + check.LeftOut}"),
                Verdict(check));
        }

        table.Write(output, 2, 6);
    }

    private static string Verdict(TensorCheck check)
    {
        if (check.Compared == 0)
        {
            return "-";
        }

        return check.Passed ? "agrees" : "WRONG";
    }

    private static string Error(TensorCheck check) => Invariant($"{check.LargestError:0.0e+00}");

    private static string Accusation(TensorCheck wrong)
    {
        return $"WRONG, first in the order of computation: {wrong.Symbol}; " +
            Invariant($"{wrong.Element} is {wrong.Analytic:G10} by the equations and {wrong.Numeric:G10} by differences");
    }
}
