using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet data export</c>: writes digits as CSV.</summary>
internal static class ExportVerb
{
    private const string Explanation = """
        Writes digits in the form that --data reads: a header label,pixel0..pixel783, then one line for each digit with its
        label and its 784 pixels, row by row, 0 for paper and 255 for ink. The file appears whole or not at all; read
        back, it holds the same bytes. Without --set, the digits to train on are written.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> csv = new("--csv") { HelpName = "FILE", Required = true, Description = "The file to write." };
        DataOptions data = new();
        Option<string> set = SetChoice.CreateOption();
        Option<int?> count = NumberOption.WholeOrNone("--count", "Write the first N digits only.", smallest: 1);
        return new Verb("export", "write digits as a CSV file")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet data export --csv digits.csv --count 1000", "The first 1,000 digits that train would use."),
                ("loopnet data export --csv test.csv --data embedded --set test", "All test digits that the program draws."),
            ],
            Takes = [csv, .. data.All, set, count],
            Run = parse => Export(parse.GetValue(csv)!, () => data.Choose(parse, terminal), parse.GetValue(set)!, parse.GetValue(count), terminal),
        };
    }

    private static int Export(string path, Func<DigitSource> choose, string set, int? count, Terminal terminal)
    {
        SetChoice.Check(set);
        OutputFile output = new("--csv", path);
        output.Check();
        DigitSource source = choose();
        OutputFile.CheckApart([output], source.Files);
        DigitSet digits = SetChoice.Read(source, set, count, terminal);
        using (ProgressBar.OfWaiting(terminal, $"writing {path}"))
        {
            DigitCsv.Write(path, digits, terminal.Interrupted);
        }

        terminal.Output.WriteLine($"data      {source.Description}");
        terminal.Output.WriteLine(Invariant($"written   {digits.Count:N0} {set} digits to {path}"));
        return ExitStatus.Done;
    }
}
