using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet data sheet</c>: draws digits as one picture.</summary>
internal static class SheetVerb
{
    private const int Standard = 100;

    private const string Explanation = """
        Draws digits as one SVG, ten to a row, each above its label, for a browser or a page: dark ink on light paper, or light ink
        on dark paper where the reader prefers that. Every pixel has its exact shade. Without --set, the digits to train on are drawn.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> picture = new("--out") { HelpName = "FILE.svg", Required = true, Description = "The file to write." };
        DataOptions data = new();
        Option<string> set = SetChoice.CreateOption();
        Option<int> count = NumberOption.Whole("--count", Invariant($"Draw the first N digits, at most {DigitSheet.MaxCount:N0}."), smallest: 1, standard: Standard);
        return new Verb("sheet", "draw digits as one picture")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet data sheet --out digits.svg", "The first 100 digits that train would use."),
                ("loopnet data sheet --out drawn.svg --data embedded --set test --count 50", "50 test digits that the program draws."),
            ],
            Takes = [picture, .. data.All, set, count],
            Run = parse => Draw(parse.GetValue(picture)!, () => data.Choose(parse, terminal), parse.GetValue(set)!, parse.GetValue(count), terminal),
        };
    }

    private static int Draw(string path, Func<DigitSource> choose, string set, int count, Terminal terminal)
    {
        SetChoice.Check(set);
        if (count > DigitSheet.MaxCount)
        {
            throw new UsageException(Invariant($"--count is at most {DigitSheet.MaxCount:N0}, not {count:N0}: a browser hardly shows a larger sheet"));
        }

        OutputFile output = new("--out", path);
        output.Check();
        DigitSource source = choose();
        OutputFile.CheckApart([output], source.Files);
        DigitSet digits = SetChoice.Read(source, set, count, terminal);
        terminal.Interrupted.ThrowIfCancellationRequested();
        WholeFile.Write(path, DigitSheet.Svg(digits));
        terminal.Output.WriteLine($"data      {source.Description}");
        terminal.Output.WriteLine(Invariant($"written   {digits.Count:N0} {set} digits to {path}"));
        return ExitStatus.Done;
    }
}
