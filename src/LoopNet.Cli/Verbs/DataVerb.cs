using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet data</c>: tells what a data set holds.</summary>
internal static class DataVerb
{
    private const string Explanation = """
        Counts how often each digit occurs among the training and the test digits, and draws some training digits as
        text: the first ones, or with --seed some chosen at random. Its own verbs fetch
        MNIST, write digits as CSV, draw a sheet of them, and show a digit of your own as a network gets it.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        DataOptions data = new();
        Option<int> show = NumberOption.Whole("--show", "How many digits to draw; 0 only counts.", smallest: 0, standard: 3);
        Option<long?> seed = NumberOption.SeedOrNone("Draw digits chosen at random with this seed, not the first ones.");
        return new Verb("data", "tell what a data set holds, and draw some of its digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet data", "Count the digits that train would use, and draw three of them."),
                ("loopnet data --data embedded --show 5 --seed 2", "Five of the digits that the program draws, chosen at random."),
            ],
            Takes = [.. data.All, show, seed, DownloadVerb.Create(terminal), ExportVerb.Create(terminal), SheetVerb.Create(terminal), ShowVerb.Create(terminal)],
            Run = parse => Tell(data.Choose(parse, terminal), parse.GetValue(show), parse.GetValue(seed), terminal),
        };
    }

    private static int Tell(DigitSource source, int show, long? seed, Terminal terminal)
    {
        DigitSet training;
        DigitSet test;
        using (ProgressBar.OfWaiting(terminal, "reading the digits"))
        {
            training = source.Training(null);
            test = source.Test(null);
        }

        terminal.Interrupted.ThrowIfCancellationRequested();
        TextWriter output = terminal.Output;
        output.WriteLine(Invariant($"data      {source.Description}: {training.Count:N0} training digits, {test.Count:N0} test digits"));
        output.WriteLine();
        WriteCounts(training, test, output);
        SeededRandom? random = seed is long number ? new SeededRandom(number, "shown digits") : null;
        for (int shown = 0; shown < Math.Min(show, training.Count); shown++)
        {
            int index = random?.NextIndex(training.Count) ?? shown;
            output.WriteLine();
            output.WriteLine(Invariant($"training digit {index}, label {training.Label(index)}:"));
            DigitText.Write(training.Pixels(index), output);
        }

        return ExitStatus.Done;
    }

    private static void WriteCounts(DigitSet training, DigitSet test, TextWriter output)
    {
        int[] trainingCounts = training.CountPerClass();
        int[] testCounts = test.CountPerClass();
        TextTable table = new();
        table.Add("digit", "training", "test");
        for (int digit = 0; digit < DigitSet.ClassCount; digit++)
        {
            table.Add(Invariant($"{digit}"), Invariant($"{trainingCounts[digit]}"), Invariant($"{testCounts[digit]}"));
        }

        table.Add("all", $"{training.Count}", $"{test.Count}");
        table.Write(output);
    }
}
