using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LoopNet.Data;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests;

/// <summary>docs/trace-format.md says what traces are: its lines are theirs, its formulas all there are, its reader reads them.</summary>
public partial class TraceFormatPageTests
{
    private const string Page = "docs/trace-format.md";

    private static readonly string[] SymbolsOfLayer2 =
        ["z2", "a2", "L", "dL/da2", "da2/dz2", "dL/dz2", "dz2/dW2", "dL/dW2", "dL/db2", "dz2/da1", "dL/da1", "W2'", "b2'"];

    // Those that stand only where there is something to say.
    private static readonly string[] RareHeaderKeys = ["slopes", "gradient"];

    /// <summary>A layer with or without biases, and every way to an update.</summary>
    public static TheoryData<string> Rules => new()
    {
        """ "batch": 1 """,
        """ "batch": "all" """,
        """ "batch": "all", "reduction": "sum" """,
        """ "batch": 1, "updateBiases": false """,
    };

    private static string Text => Repository.Read(Page);

    private static string[] CommittedTraces => Directory.GetFiles(Path.Combine(Repository.Top, "traces"), "*.trace.jsonl");

    [Fact]
    public void EveryJsonLine_OnThePage_IsALineOfTheTraceOfMazur()
    {
        string[] trace = Repository.Read("traces/mazur.trace.jsonl").Split('\n');
        string[] quoted = [.. FencesOf("json").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

        Assert.InRange(quoted.Length, 8, trace.Length);
        Assert.All(quoted, line => Assert.Contains(line, trace));
    }

    [Fact]
    public void EveryPieceOfText_OnThePage_IsAPieceOfATrace()
    {
        using TemporaryFolder folder = new();
        CommandRun run = CommandRun.Of("trace", "full-size", "--format", "txt", "--out", folder.Path);
        Assert.Equal(0, run.Status);
        string mazur = Repository.Read("traces/mazur.trace.txt");
        string large = File.ReadAllText(Path.Combine(folder.Path, "full-size.trace.txt"));
        string[] blocks = [.. FencesOf("text")];

        Assert.InRange(blocks.Length, 4, 100);
        Assert.All(blocks, block => Assert.True(mazur.Contains($"\n{block}", StringComparison.Ordinal) || large.Contains($"\n{block}", StringComparison.Ordinal), block));
        Assert.Contains("... (779 more terms) ...", large, StringComparison.Ordinal);
        Assert.EndsWith("\n\nEnd of trace: 60 records.\n", mazur, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryFormula_OfEveryPair_StandsOnThePage(string rule)
    {
        string page = Text.Replace("\\|", "|", StringComparison.Ordinal);
        HashSet<string> formulas = [];
        foreach (Example example in Examples(rule))
        {
            foreach (TraceRecord record in RecordsOf(example))
            {
                string symbol = record.Symbol.Replace("mean ", "", StringComparison.Ordinal).Replace("sum ", "", StringComparison.Ordinal);
                if (record.Formula is not null && SymbolsOfLayer2.Contains(symbol))
                {
                    formulas.Add(record.Formula);
                }

                if (record.Note is not null)
                {
                    Assert.Contains($"\"note\":\"{record.Note}\"", page, StringComparison.Ordinal);
                }
            }
        }

        Assert.InRange(formulas.Count, 25, 100);
        Assert.All(formulas, formula => Assert.Contains($"`{formula}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void NumberOfRecords_OfEveryPair_IsThatOfThePage(string rule)
    {
        foreach (Example example in Examples(rule))
        {
            int L = example.Network.Layers.Length;
            int B = example.Network.Layers.Count(layer => layer.b is not null);
            int S = Math.Min(example.BatchSize, example.Samples.Count);
            int count = L + B + (S * (4 + (8 * L) + B)) + L + B;
            if (example.Rule.OutputGradient == OutputGradient.Shortcut)
            {
                count -= 2 * S;
            }

            if (!example.Network.Loss.TakesTarget)
            {
                count -= S;
            }

            if (S > 1)
            {
                count += 1 + (example.Rule.UpdateBiases ? L + B : L);
            }

            Assert.Equal(count, RecordsOf(example).Count);
        }
    }

    [Fact]
    public void EveryKey_OfEveryLine_StandsInTheTablesInThatOrder()
    {
        string[] headerKeys = KeysUnder("### The header");
        string[] recordKeys = KeysUnder("### A record");
        foreach (string path in CommittedTraces)
        {
            string[] lines = File.ReadAllLines(path);
            string[] keys = KeysOf(lines[0]);
            Assert.Equal(headerKeys.Where(key => keys.Contains(key) || !RareHeaderKeys.Contains(key)), keys);
            Assert.All(lines[1..^1], line => Assert.Equal<string>(recordKeys, [.. KeysOf(line), "note"]));
            Assert.Equal($$"""{"end":true,"records":{{lines.Length - 2}}}""", lines[^1]);
        }
    }

    [Theory]
    [InlineData(10, 1.5e-7, "1.5e-7")]
    [InlineData(10, 0.0001, "0.0001")]
    [InlineData(10, 0.00001, "1e-5")]
    [InlineData(10, 1e10, "1e10")]
    [InlineData(10, 1234567890.0, "1234567890")]
    [InlineData(2, 0.125, "0.12")]
    [InlineData(2, 0.375, "0.38")]
    [InlineData(17, 0.1, "0.10000000000000001")]
    public void ANumber_InTheText_IsWrittenAsThePageSays(int digits, double number, string written)
    {
        Assert.Equal(written, new Numbers(digits).Write(number));
    }

    [Theory]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00009", "9E-05")]
    [InlineData("-0.000012345", "-1.2345E-05")]
    [InlineData("1e16", "10000000000000000")]
    [InlineData("99999999999999980", "99999999999999980")]
    [InlineData("1e17", "1E+17")]
    [InlineData("1.25e100", "1.25E+100")]
    [InlineData("5e-324", "5E-324")]
    [InlineData("-0.0", "0")]
    public void ANumber_InJsonLines_IsWrittenAsThePageSays(string number, string written)
    {
        using TemporaryFolder folder = new();
        string example = folder.WriteText("one.json", $$"""
            { "loss": "squared-error", "learningRate": 1e-200, "layers": [ { "weights": [[{{number}}]], "activation": "identity" } ], "samples": [ { "input": [0], "target": [0] } ] }
            """);
        Assert.Equal(0, CommandRun.Of("trace", example, "--format", "jsonl", "--out", folder.Path).Status);

        Assert.EndsWith($"\"values\":[{written}]}}", File.ReadAllLines(Path.Combine(folder.Path, "one.trace.jsonl"))[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dL/*", "dL/dW1", true)]
    [InlineData("dL/*", "mean dL/dW1", false)]
    [InlineData("*dL/*", "mean dL/dW1", true)]
    [InlineData("z?", "z1", true)]
    [InlineData("Z?", "z1", false)]
    public void APattern_ForTheText_MatchesAsThePageSays(string pattern, string symbol, bool shown)
    {
        Assert.Equal(shown, new TextOptions { Only = pattern }.Shows(symbol));
    }

    [PythonFact]
    public void Reader_OnThePage_ReadsEveryCommittedTrace()
    {
        (int status, string output) = RunReader(CommittedTraces);

        List<string> expected = [];
        foreach (string path in CommittedTraces)
        {
            foreach (JsonElement line in File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement))
            {
                if (line.TryGetProperty("symbol", out JsonElement symbol) && symbol.GetString() == "L")
                {
                    string name = Path.GetFileName(path).Replace(".trace.jsonl", "", StringComparison.Ordinal);
                    double loss = line.GetProperty("values")[0].GetDouble();
                    expected.Add($"{name} {line.GetProperty("step")}/{line.GetProperty("sample")}/L {loss.ToString("R", CultureInfo.InvariantCulture)}");
                }
            }
        }

        Assert.Equal(0, status);
        Assert.Equal(expected, output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(expected.Where(line => line.StartsWith("mazur", StringComparison.Ordinal)), line => Assert.Contains($"\n{line}\n", Text, StringComparison.Ordinal));
    }

    [PythonFact]
    public void Reader_OnThePage_RefusesATraceWithoutItsEnd()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "cut.trace.jsonl");
        File.WriteAllLines(path, File.ReadAllLines(CommittedTraces[0])[..^1]);

        Assert.NotEqual(0, RunReader([path]).Status);
    }

    private static (int Status, string Output) RunReader(string[] paths) => PythonFactAttribute.Run(["-c", Assert.Single(FencesOf("python")), .. paths]);

    private static IEnumerable<string> FencesOf(string language)
    {
        return Fences().Matches(Text).Where(fence => fence.Groups["language"].Value == language).Select(fence => fence.Groups["block"].Value);
    }

    private static string[] KeysUnder(string heading)
    {
        string section = Text[Text.IndexOf(heading, StringComparison.Ordinal)..];
        string table = section[..section.IndexOf("\n##", StringComparison.Ordinal)];
        return [.. Rows().Matches(table).Select(row => row.Groups[1].Value)];
    }

    private static string[] KeysOf(string line) => [.. JsonDocument.Parse(line).RootElement.EnumerateObject().Select(member => member.Name)];

    /// <summary>Each of the 27 pairs with and without biases, the shortcut, and both losses that saturate.</summary>
    private static IEnumerable<Example> Examples(string rule)
    {
        foreach (Activation output in Activation.All)
        {
            foreach (Loss loss in Loss.All.Where(loss => loss.Accepts(output)))
            {
                yield return ExampleOf(output.Name, loss.Name, rule, biases: true, weight: 0.5);
                yield return ExampleOf(output.Name, loss.Name, rule, biases: false, weight: 0.5);
            }
        }

        yield return ExampleOf("softmax", "cross-entropy", rule, biases: true, weight: 1000.0);
        yield return ExampleOf("sigmoid", "binary-cross-entropy", rule, biases: true, weight: 1000.0);

        yield return ExampleOf("softmax", "cross-entropy", $"{rule}, \"outputGradient\": \"shortcut\"", biases: true, weight: 0.5);
    }

    private static Example ExampleOf(string output, string loss, string rule, bool biases, double weight)
    {
        string parameters = biases ? "\"biases\": [0.1, 0.2], " : "";
        string sample = Loss.Named(loss)!.TakesTarget ? """{ "input": [1, 0.5], "target": [0, 1] }""" : """{ "input": [1, 0.5] }""";
        string text = Invariant($$"""
            { "loss": "{{loss}}", "learningRate": 0.5, {{rule}},
              "layers": [ { "weights": [[1, 2], [3, 4]], {{parameters}}"activation": "sigmoid" },
                          { "weights": [[{{weight}}, {{weight}}], [{{-weight}}, {{-weight}}]], {{parameters}}"activation": "{{output}}" } ],
              "samples": [ {{sample}}, {{sample}}, {{sample}}, {{sample}} ] }
            """);
        return ExampleFile.Parse(text, "pair");
    }

    private static IReadOnlyList<TraceRecord> RecordsOf(Example example)
    {
        return new StepTrace(TraceHeader.Of(example), 1, ExampleRun.Records(example, 1)[0]).Records;
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<block>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
