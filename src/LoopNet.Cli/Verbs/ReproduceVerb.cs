using System.CommandLine;

namespace LoopNet.Cli;

/// <summary><c>loopnet reproduce</c>: runs the presets of the five documents, and sets what they say beside what came of it.</summary>
internal static class ReproduceVerb
{
    private const string Everything = "all";
    private const int QuickLimit = 2_000;
    private const int QuickEpochs = 20;

    private const string Explanation = """
        Trains the network of each document by its own rule on its own split of the digits, as train --preset does, and prints
        one table: what the document says, and what LoopNet got. For each document it writes the model, the history, the curves,
        a sheet of predicted digits, the confusion matrix and the weights of the first layer.

        Documents 001, 003 and 004 take every digit into each update and make hundreds or thousands of them: that is a matter of
        minutes, and of hours with --engine literal. --epochs makes them shorter, --quick makes everything small; the table says which.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string[]> documents = new("DOCUMENT")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = $"Which documents: {string.Join(", ", Preset.All.Select(preset => preset.Name))}, or {Everything}. Default: {Everything}.",
        };
        DataOptions data = new();
        Option<string> folder = new("--out") { HelpName = "DIR", Description = "The folder to write to; it is made where it is missing.", DefaultValueFactory = _ => "reproduction" };
        Option<int?> epochs = NumberOption.WholeOrNone("--epochs", "Make N epochs instead of as many as each document.", smallest: 1);
        Option<bool> quick = new("--quick") { Description = Invariant($"Use {QuickLimit:N0} digits and at most {QuickEpochs} epochs, to see that everything works.") };
        EngineOptions engines = new();
        return new Verb("reproduce", "run the five documents and compare")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet reproduce --quick", "All five documents on few digits."),
                ("loopnet reproduce 000 002 --out results", "Two of them at full length."),
            ],
            Takes = [documents, .. data.All, folder, epochs, quick, .. engines.All],
            Run = parse =>
            {
                Reproduction reproduction = new(parse.GetValue(folder)!, terminal)
                {
                    Data = data.Place(parse),
                    Source = () => data.Choose(parse, terminal),
                    Engine = () => engines.Choose(parse),
                    Epochs = parse.GetValue(epochs),
                    Limit = parse.GetValue(quick) ? QuickLimit : null,
                    MostEpochs = parse.GetValue(quick) ? QuickEpochs : int.MaxValue,
                };
                return reproduction.Run(Chosen(parse.GetValue(documents)!));
            },
        };
    }

    private static IReadOnlyList<Preset> Chosen(string[] names)
    {
        if (names.Length == 0 || names is [Everything])
        {
            return Preset.All;
        }

        string? unknown = names.FirstOrDefault(name => Preset.All.All(preset => preset.Name != name));
        return unknown is null
            ? [.. Preset.All.Where(preset => names.Contains(preset.Name))]
            : throw new UsageException($"there is no document '{unknown}'; the documents are {string.Join(", ", Preset.All.Select(preset => preset.Name))}, or {Everything}");
    }
}
