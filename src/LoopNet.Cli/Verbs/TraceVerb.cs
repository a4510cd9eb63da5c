using System.CommandLine;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary><c>loopnet trace</c>: writes out every tensor of a worked example.</summary>
internal static class TraceVerb
{
    private const string Standard = "tiny";
    private const double StandardLearningRate = 0.01;

    private const string Explanation = """
        Writes every tensor of the steps of a worked example, named as in docs/math.md and in the order in which they are
        computed: as NAME.trace.txt, with the arithmetic of every number written out, and as NAME.trace.jsonl, one record
        to a line with the exact numbers, for programs. Without EXAMPLE, the example is tiny.
        """;

    private const string OnlyHelp = """
        Show in the text only tensors whose name matches the pattern, in which * stands for anything: 'dL/*'. The JSON
        Lines always hold them all.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string?> example = ExampleArgument.Create(ArgumentArity.ZeroOrOne);
        Option<string> folder = new("--out") { HelpName = "DIR", Description = "The folder to write to; it is made where it is missing.", DefaultValueFactory = _ => "." };
        Option<string> format = new("--format") { HelpName = "LIST", Description = "The files to write: txt, jsonl, or both.", DefaultValueFactory = _ => "txt,jsonl" };
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
                ("loopnet trace --model model.json --index 7", "A step of a trained network on the eighth test digit."),
                ("loopnet trace my-example.json --out traces --digits 6", "An example of your own."),
            ],
            Takes = [example, folder, format, steps, digits, only, .. notation.All, list, model, .. data.All, index, wait],
            Run = parse =>
            {
                if (parse.GetValue(list))
                {
                    return List(terminal);
                }

                TextOptions options = new() { Numbers = DigitsOption.Read(parse.GetValue(digits)), Only = parse.GetValue(only), Notation = notation.Notation(parse), Names = notation.Shown(parse) };
                TraceFiles files = new(parse.GetValue(folder)!, Formats(parse.GetValue(format)!), options);
                string? name = parse.GetValue(example);
                if (name is not null && parse.GetValue(model) is not null)
                {
                    throw new UsageException($"the example {name} and --model cannot both be traced; leave one of them out");
                }

                (Example chosen, string[] inputs) = parse.GetValue(model) is string saved
                    ? ModelExample(saved, () => data.Choose(parse, terminal), parse.GetValue(index))
                    : ShippedOrOwn(name ?? Standard);
                OutputFile[] outputs = [.. files.Paths(chosen.Name).Select(path => new OutputFile("--out", path))];
                OutputFile.CheckFolder(parse.GetValue(folder)!, "--out");
                Array.ForEach(outputs, output => output.Check());
                OutputFile.CheckApart(outputs, inputs);
                if (parse.GetValue(wait))
                {
                    terminal.WaitForDebugger();
                }

                foreach (string path in files.Write(chosen, parse.GetValue(steps)))
                {
                    terminal.Output.WriteLine(path);
                }

                if (files.Shown == 0)
                {
                    terminal.Note($"no tensor has a name like '{options.Only}', so the text shows none; names look like dL/dW1, and * stands for anything");
                }

                return ExitStatus.Done;
            },
        };
    }

    // A test digit as an example of one step, at the learning rate with which the network was trained, where its file says so.
    private static (Example Example, string[] Inputs) ModelExample(string path, Func<DigitSource> choose, int index)
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
        return (example, [path, .. source.Files]);
    }

    private static (Example Example, string[] Inputs) ShippedOrOwn(string argument)
    {
        string path = ExampleArgument.FileOf(argument);
        return (ExampleFile.Read(path), [path]);
    }

    private static int List(Terminal terminal)
    {
        TextTable table = new();
        table.Add("example", "network", "samples", "steps", "source");
        foreach (string name in ShippedExamples.Names())
        {
            Example example = ExampleArgument.Resolve(ShippedExamples.PathOf(name)!);
            table.Add(name, example.Network.ToString(), $"{example.Samples.Count}", Invariant($"{example.Steps}"), example.Source ?? "");
        }

        table.Write(terminal.Output, 0, 1, 4);
        return ExitStatus.Done;
    }

    private static string[] Formats(string text)
    {
        string[] formats = text.Split(',');
        string? unknown = formats.FirstOrDefault(format => !TraceFiles.Formats.Contains(format, StringComparer.Ordinal));
        return unknown is null ? formats : throw new UsageException($"--format is {string.Join(" or ", TraceFiles.Formats)}, or both with a comma, not '{unknown}'");
    }
}
