using System.CommandLine;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary><c>loopnet explain</c>: derives one number of a worked example down to inputs and weights.</summary>
internal static class ExplainVerb
{
    private const int MostElements = 12;

    private const string Explanation = """
        Derives one number from those it comes from, and these in turn, down to inputs and weights: a tree with one number
        to a line, its formula with indexes, the formula with numbers, its value and the id of its equation in docs/math.md. A
        number that stands in the tree already is named again, not derived again. Of sums of more than 12 terms, the first three
        and the last three are followed.

        A tensor of at most 12 numbers may be named without an index: each of its numbers is explained.
        """;

    private const string NumericHelp = """
        Beside each gradient, the central difference (L(p + h) - L(p - h)) / 2h, and how far the two lie apart relative to
        their size.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string?> example = ExampleArgument.Create(ArgumentArity.ExactlyOne);
        Argument<string> name = new("NAME") { Description = "The number: dL/dW1[0,1], or 2/0/L for the loss of step 2, sample 0." };
        Option<int> depth = NumberOption.Whole("--depth", "Stop N levels below the number.", smallest: 0, standard: ExplanationOptions.StandardDepth);
        Option<bool> numeric = new("--numeric") { Description = NumericHelp };
        Option<int> digits = DigitsOption.Create("The significant digits of numbers, 1 to 17.");
        NotationOption notation = new();
        return new Verb("explain", "derive one number down to inputs and weights")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet explain mazur 'dL/dW1[0,1]'", "One gradient of a well-known example."),
                ("loopnet explain tiny 'dL/dz3' --depth 1 --numeric", "A small tensor, one level deep, with central differences."),
                ("loopnet explain mazur dE/dw5 --notation mazur", "A number by the name that its page gives it."),
                ("loopnet explain mazur '2/0/L' --depth 3", "The loss of step 2: its weights come from step 1."),
            ],
            Takes = [example, name, depth, numeric, digits, .. notation.All],
            Run = parse =>
            {
                ExplanationOptions options = new()
                {
                    Depth = parse.GetValue(depth),
                    Numeric = parse.GetValue(numeric),
                    Numbers = new Numbers(parse.GetValue(digits)),
                    Notation = notation.Notation(parse),
                    Names = notation.Shown(parse),
                };
                ExampleTensors tensors = new(ExampleArgument.Resolve(parse.GetValue(example)!));
                return Write(tensors, parse.GetValue(name)!, options, terminal);
            },
        };
    }

    private static int Write(ExampleTensors tensors, string name, ExplanationOptions options, Terminal terminal)
    {
        Explainer explainer = new(tensors, options);
        ExplanationText text = new(options.Numbers, terminal.Width);
        NumberName[] elements = Elements(View(new OwnNames(tensors.Example, options.Notation ?? tensors.Example.Notation), name));
        for (int place = 0; place < elements.Length; place++)
        {
            foreach (string line in text.Lines(explainer.Explain(elements[place])).Prepend("").Skip(place == 0 ? 1 : 0))
            {
                terminal.Output.WriteLine(line);
            }
        }

        if (text.Rest() is string rest)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(rest);
        }

        return ExitStatus.Done;
    }

    private static NumberName[] Elements(NumberView view)
    {
        // A tensor that is too large is refused by the explainer, with an example of what to write.
        NumberName[] elements = [.. view.Indexes().Take(MostElements + 1).Select(view.At)];
        return elements.Length > MostElements ? [view.Whole] : elements;
    }

    private static NumberView View(OwnNames names, string text)
    {
        try
        {
            return names.Find(text);
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
