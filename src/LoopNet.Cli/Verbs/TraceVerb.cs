using System.CommandLine;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary><c>loopnet trace</c>: writes out every tensor of a worked example.</summary>
internal static class TraceVerb
{
    private const string Standard = "tiny";
    private const int MostDigits = 17;

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
        Argument<string?> example = ExampleArgument.Create();
        Option<string> folder = new("--out") { HelpName = "DIR", Description = "The folder to write to; it is made where it is missing.", DefaultValueFactory = _ => "." };
        Option<string> format = new("--format") { HelpName = "LIST", Description = "The files to write: txt, jsonl, or both.", DefaultValueFactory = _ => "txt,jsonl" };
        Option<int?> steps = NumberOption.WholeOrNone("--steps", "Make N updates instead of as many as the example says.", smallest: 1);
        Option<int> digits = NumberOption.Whole("--digits", "The significant digits of numbers in the text, 1 to 17.", smallest: 1, standard: Numbers.DefaultDigits);
        Option<string?> only = new("--only") { HelpName = "PATTERN", Description = OnlyHelp };
        Option<bool> list = new("--list") { Description = "List the shipped examples, and write nothing." };
        Option<string?> model = new("--model") { HelpName = "FILE", Description = "Instead of an example, trace a step of this saved network on a test digit." };
        Option<string?> data = DataChoice.CreateOption();
        Option<int> index = IndexOption.Create("With --model: which digit of the test set, counted from 0.");
        Option<bool> wait = DebuggerOption.Create();
        Verb verb = new("trace", "write out every tensor of a worked example")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet trace", "Trace the example tiny into the current folder."),
                ("loopnet trace mazur --steps 1 --only 'dL/*'", "One step of a well-known example; the text shows the gradients."),
                ("loopnet trace --model model.json --index 7", "A step of a trained network on the eighth test digit."),
                ("loopnet trace my-example.json --out traces --digits 6", "An example of your own."),
            ],
        };
        verb.Arguments.Add(example);
        foreach (Option option in (Option[])[folder, format, steps, digits, only, list, model, data, index, wait])
        {
            verb.Options.Add(option);
        }

        verb.SetAction(parse =>
        {
            if (parse.GetValue(list))
            {
                return List(terminal);
            }

            TextOptions options = new() { Numbers = new Numbers(Digits(parse.GetValue(digits))), Only = parse.GetValue(only) };
            TraceFiles files = new(parse.GetValue(folder)!, Formats(parse.GetValue(format)!), options);
            string? name = parse.GetValue(example);
            if (name is not null && parse.GetValue(model) is not null)
            {
                throw new UsageException($"the example {name} and --model cannot both be traced; leave one of them out");
            }

            Example chosen = parse.GetValue(model) is string saved
                ? ModelExample.Of(saved, parse.GetValue(data), parse.GetValue(index), terminal)
                : ExampleArgument.Resolve(name ?? Standard);
            if (parse.GetValue(wait))
            {
                DebuggerOption.Wait(terminal);
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
        });
        return verb;
    }

    private static int List(Terminal terminal)
    {
        TextTable table = new();
        table.Add("example", "network", "samples", "steps", "source");
        foreach (string name in ShippedExamples.Names())
        {
            Example example = ExampleArgument.Resolve(ShippedExamples.PathOf(name)!);
            table.Add(name, example.Network.ToString(), $"{example.Samples.Count}", $"{example.Steps}", example.Source ?? "");
        }

        table.Write(terminal.Output, 0, 1, 4);
        return ExitStatus.Done;
    }

    private static int Digits(int digits)
    {
        return digits <= MostDigits ? digits : throw new UsageException($"--digits is 1 to {MostDigits}, not {digits}: a double has no more");
    }

    private static string[] Formats(string text)
    {
        string[] formats = text.Split(',');
        string? unknown = formats.FirstOrDefault(format => !TraceFiles.Formats.Contains(format, StringComparer.Ordinal));
        return unknown is null ? formats : throw new UsageException($"--format is {string.Join(" or ", TraceFiles.Formats)}, or both with a comma, not '{unknown}'");
    }
}
