using System.CommandLine;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary><c>loopnet notation</c>: the notations that come with LoopNet, and both names of every number of an example.</summary>
internal static class NotationVerb
{
    private const int MostListed = 64;

    private const string Explanation = """
        A notation says how somebody writes backpropagation: labels for LoopNet's names, and how a matrix of weights is laid out.
        Without an argument, lists the notations that come with LoopNet. With one, prints its labels; with an example as well, the
        table of both names for the numbers of its first step. docs/notation.md describes how to write one's own.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string?> notation = new("NOTATION") { Arity = ArgumentArity.ZeroOrOne, Description = "The name of a notation that comes with LoopNet, or a file." };
        notation.CompletionSources.Add([.. NotationFile.Shipped()]);
        Argument<string?> example = ExampleArgument.Create(ArgumentArity.ZeroOrOne);
        return new Verb("notation", "list other people's notations, or both names of an example's numbers")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet notation", "List the notations that come with LoopNet."),
                ("loopnet notation mazur", "The labels of one."),
                ("loopnet notation columns xor-batch", "Both names of every number of an example."),
            ],
            Takes = [notation, example],
            Run = parse =>
            {
                string? name = parse.GetValue(notation);
                if (name is null)
                {
                    return List(terminal);
                }

                Notation chosen = NotationFile.Resolve(name);
                return parse.GetValue(example) is string argument ? Compare(chosen, ExampleArgument.Resolve(argument), terminal) : Labels(chosen, terminal);
            },
        };
    }

    private static int List(Terminal terminal)
    {
        TextTable table = new();
        table.Add("notation", "what it is");
        foreach (string name in NotationFile.Shipped())
        {
            table.Add(name, NotationFile.Resolve(name).Description ?? "");
        }

        table.Write(terminal.Output, 0, 1);
        return ExitStatus.Done;
    }

    private static int Labels(Notation notation, Terminal terminal)
    {
        terminal.Output.WriteLine(Layout(notation));
        terminal.Output.WriteLine();
        TextTable table = new();
        table.Add("label", "LoopNet");
        foreach (NotationLabel label in notation.Labels)
        {
            table.Add(label.Label, label.Meaning);
        }

        table.Write(terminal.Output, 0, 1);
        return ExitStatus.Done;
    }

    private static int Compare(Notation notation, Example example, Terminal terminal)
    {
        terminal.Output.WriteLine(Layout(notation));
        terminal.Output.WriteLine();
        TextTable table = new();
        table.Add("label", "LoopNet");
        NameTable names = new(new OwnNames(example, notation));
        foreach ((string label, string loopNet) in names.Rows(MostListed))
        {
            table.Add(label, loopNet);
        }

        table.Write(terminal.Output, 0, 1);
        if (names.Missing.Count > 0)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine($"{example.Name} does not have: {string.Join(", ", names.Missing)}");
        }

        return ExitStatus.Done;
    }

    private static string Layout(Notation notation) => notation.Layout == WeightLayout.InputUnit
        ? "W1[k,i] goes from input k to unit i: a column holds the weights of one unit."
        : "W1[i,k] goes from input k to unit i: a row holds the weights of one unit.";
}
