using System.CommandLine;
using LoopNet.Data;
using LoopNet.Spreadsheets;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary><c>loopnet trace</c>: writes out every tensor of a worked example.</summary>
internal static class TraceVerb
{
    private const string Standard = "tiny";
    private const string StandardOutput = "-";
    private const string Page = "html";
    private const string Workbook = "xlsx";
    private const double StandardLearningRate = 0.01;

    private const string Explanation = """
        Writes every tensor of the steps of a worked example, named as in docs/math.md and in the order in which they are
        computed: as NAME.trace.txt, with the arithmetic of every number written out; as NAME.trace.jsonl, one record to a line with
        the exact numbers, for programs; and as NAME.trace.html, a page for a browser in which every number explains itself
        (docs/reading-a-trace.md). NAME is that of the example's file: hw1.json gives hw1.trace.txt, whatever key name stands in it.
        Without EXAMPLE, the example is tiny. With --format xlsx it is NAME.trace.xlsx, a workbook in which every number is a live formula
        (docs/spreadsheets.md).

        A page holds up to 20,000 records and 400,000 numbers. A longer trace is written without it.
        """;

    private const string OnlyHelp = """
        Show in the text only tensors whose name matches the pattern, in which * stands for anything: 'dL/*'. The JSON
        Lines always hold them all.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string?> example = ExampleArgument.Create(ArgumentArity.ZeroOrOne);
        Option<string> folder = new("--out") { HelpName = "DIR", Description = "The folder to write to, which is made where it is missing; - writes the text to standard output, or the one format that --format names.", DefaultValueFactory = _ => "." };
        Option<string?> format = new("--format") { HelpName = "LIST", Description = "The files to write: txt, jsonl, html, xlsx, or several of them with commas. Default: txt,jsonl,html." };
        format.CompletionSources.Add([.. TraceFiles.Formats, Workbook]);
        Option<bool> open = new("--open") { Description = "Show the page in the default browser." };
        Option<int?> steps = NumberOption.WholeOrNone("--steps", "Make N updates instead of as many as the example says.", smallest: 1, Example.MostSteps);
        Option<int> digits = DigitsOption.Create("The significant digits of numbers in the text, 1 to 17.");
        Option<string?> only = new("--only") { HelpName = "PATTERN", Description = OnlyHelp };
        Option<bool> list = new("--list") { Description = "List the shipped examples, and write nothing." };
        Option<string?> model = new("--model") { HelpName = "FILE", Description = "Instead of an example, trace a step of this saved network on a test digit." };
        DataOptions data = new();
        Option<int> index = IndexOption.Create("With --model: which digit of the test set, counted from 0.");
        Option<bool> wait = DebuggerOption.Create();
        NotationOption notation = new();
        return new Verb("trace", "write out every tensor of a worked example")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet trace", "Trace the example tiny into the current folder."),
                ("loopnet trace mazur --steps 1 --only 'dL/*'", "One step of a well-known example; the text shows the gradients."),
                ("loopnet trace mazur --notation mazur", "The same in the names of its page, w1 to w8, net and out."),
                ("loopnet trace mazur --open", "Write it, and show the page in the browser."),
                ("loopnet trace mazur --format xlsx", "A workbook to change numbers in."),
                ("loopnet trace mazur --out -", "The same two steps on the terminal, or into a pipe."),
                ("loopnet trace --model model.json --index 7", "A step of a trained network on the eighth test digit."),
                ("loopnet trace my-example.json --out traces --digits 6", "An example of your own."),
            ],
            Takes = [example, folder, format, open, steps, digits, only, .. notation.All, list, model, .. data.All, index, wait],
            Run = parse =>
            {
                if (parse.GetValue(list))
                {
                    return List(terminal);
                }

                TextOptions options = new() { Numbers = new Numbers(parse.GetValue(digits)), Only = parse.GetValue(only), Notation = notation.Notation(parse), Names = notation.Shown(parse) };
                bool toOutput = parse.GetValue(folder) == StandardOutput;
                string? name = parse.GetValue(example);
                if (name is not null && parse.GetValue(model) is not null)
                {
                    throw new UsageException($"the example {name} and --model cannot both be traced; leave one of them out");
                }

                (Example chosen, string fileName, string[] inputs) = parse.GetValue(model) is string saved
                    ? ModelExample(saved, () => data.Choose(parse, terminal), parse.GetValue(index))
                    : ShippedOrOwn(name ?? Standard);
                string[] formats = Formats(parse.GetValue(format), toOutput);
                bool opens = parse.GetValue(open);
                CheckOpen(opens, formats, toOutput);
                formats = WithPageThatFits(formats, isChosen: parse.GetValue(format) is not null || opens, chosen, parse.GetValue(steps), terminal);
                string[] texts = [.. formats.Where(other => other != Workbook)];
                TraceFiles? files = texts.Length > 0 ? new(parse.GetValue(folder)!, texts, options) : null;
                string[] workbooks = formats.Contains(Workbook, StringComparer.Ordinal) ? [Path.Combine(parse.GetValue(folder)!, $"{fileName}.trace.{Workbook}")] : [];
                if (!toOutput)
                {
                    CheckFiles(parse.GetValue(folder)!, [.. files?.Paths(fileName) ?? [], .. workbooks], inputs);
                }

                if (parse.GetValue(wait))
                {
                    terminal.WaitForDebugger();
                }

                int? shown;
                if (toOutput)
                {
                    TraceWriter writer = new(formats.Single(), options);
                    writer.Write(terminal.Output, chosen, parse.GetValue(steps));
                    shown = writer.Shown;
                }
                else
                {
                    // The workbook comes first: it may be refused, and then there is no file.
                    OwnNames own = new(chosen, options.Notation ?? chosen.Notation, options.Names);
                    Array.ForEach(workbooks, path => TraceWorkbook.Write(path, own, parse.GetValue(steps)));
                    string[] paths = [.. files?.Write(chosen, parse.GetValue(steps), fileName) ?? [], .. workbooks];
                    Array.ForEach(paths, terminal.Output.WriteLine);
                    shown = files?.Shown;
                    if (opens)
                    {
                        Browser.Open(paths.Single(path => path.EndsWith(".html", StringComparison.Ordinal)), terminal);
                    }
                }

                if (shown == 0)
                {
                    terminal.Note($"no tensor has a name like '{options.Only}', so the text shows none; names look like dL/dW1, and * stands for anything");
                }

                return ExitStatus.Done;
            },
        };
    }

    private static void CheckFiles(string folder, IReadOnlyList<string> paths, string[] inputs)
    {
        OutputFile[] outputs = [.. paths.Select(path => new OutputFile("--out", path))];
        OutputFile.CheckFolder(folder, "--out");
        Array.ForEach(outputs, output => output.Check());
        OutputFile.CheckApart(outputs, inputs);
    }

    // A test digit as an example of one step, at the learning rate with which the network was trained, where its file says so.
    private static (Example Example, string FileName, string[] Inputs) ModelExample(string path, Func<DigitSource> choose, int index)
    {
        Model model = ModelOption.Read(path);
        DigitSource source = choose();
        DigitSet digits = ModelOption.DigitsFor(model, source.Measured(null));
        IndexOption.Check(index, digits.Count);
        double[] x = new double[DigitSet.PixelCount];
        double[] y = new double[DigitSet.ClassCount];
        digits.Read(index, x, y);
        UpdateRule rule = new(model.Training?.LearningRate ?? StandardLearningRate) { OutputGradient = model.OutputGradient };
        Example example = new(Invariant($"model-digit-{index}"), model.Network, new SampleList([x], [y]), rule, BatchSize: 1, Steps: 1, Source: null);
        return (example, example.Name, [path, .. source.Files]);
    }

    // Two files may hold examples of one name: their traces are named after the files, so that neither overwrites the other's.
    private static (Example Example, string FileName, string[] Inputs) ShippedOrOwn(string argument)
    {
        string path = ExampleArgument.FileOf(argument);
        return (ExampleFile.Read(path), Path.GetFileNameWithoutExtension(path), [path]);
    }

    private static int List(Terminal terminal)
    {
        TextTable table = new();
        table.Add("example", "network", "samples", "steps");
        List<string> sources = [];
        foreach (string name in ShippedExamples.Names())
        {
            Example example = ExampleArgument.Resolve(ShippedExamples.PathOf(name)!);
            table.Add(name, example.Network.ToString(), $"{example.Samples.Count}", Invariant($"{example.Steps}"));
            if (example.Source is not null)
            {
                sources.Add($"{name}  {example.Source}");
            }
        }

        table.Write(terminal.Output, 0, 1);
        terminal.Output.WriteLine();
        terminal.Output.WriteLine("Where they were published:");
        sources.ForEach(terminal.Output.WriteLine);
        return ExitStatus.Done;
    }

    private static void CheckOpen(bool opens, string[] formats, bool toOutput)
    {
        if (opens && toOutput)
        {
            throw new UsageException($"--open shows a file, and --out {StandardOutput} writes none; leave one of them out");
        }

        if (opens && !formats.Contains(Page, StringComparer.Ordinal))
        {
            throw new UsageException($"--open shows the page, and --format does not name {Page}; add it, or leave --format out");
        }
    }

    // A page that no browser could hold is an error where it is asked for, and left out where it is not.
    private static string[] WithPageThatFits(string[] formats, bool isChosen, Example example, int? steps, Terminal terminal)
    {
        if (!formats.Contains(Page, StringComparer.Ordinal) || TraceFiles.FitsPage(example, steps))
        {
            return formats;
        }

        const string advice = "trace fewer --steps to have one";
        if (isChosen)
        {
            throw new UsageException($"the trace of {example.Name} is too long for a page; {advice}");
        }

        terminal.Note($"the trace of {example.Name} is too long for a page, so none is written; {advice}");
        return [.. formats.Where(format => format != Page)];
    }

    private static string[] Formats(string? text, bool toOutput)
    {
        if (text is null)
        {
            return toOutput ? [TraceFiles.Formats[0]] : [.. TraceFiles.Formats];
        }

        string[] formats = [.. text.Split(',').Select(format => format.Trim())];
        string? unknown = formats.FirstOrDefault(format => format != Workbook && !TraceFiles.Formats.Contains(format, StringComparer.Ordinal));
        if (unknown is not null)
        {
            throw new UsageException($"--format is {string.Join(" or ", TraceFiles.Formats)} or {Workbook}, or several of them with commas, not '{unknown}'{NearWord.Question(unknown, [.. TraceFiles.Formats, Workbook])}");
        }

        if (toOutput && formats.Contains(Workbook, StringComparer.Ordinal))
        {
            throw new UsageException("a workbook is not written to standard output; give --out DIR");
        }

        return toOutput && formats.Distinct(StringComparer.Ordinal).Count() > 1
            ? throw new UsageException($"--out {StandardOutput} writes one format to standard output; give --format {string.Join(" or ", TraceFiles.Formats)}")
            : formats;
    }
}
