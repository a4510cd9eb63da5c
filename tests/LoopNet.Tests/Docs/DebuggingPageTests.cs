using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests;

/// <summary>docs/debugging.md shows the values that a debugger shows, in the order in which it comes to them.</summary>
public partial class DebuggingPageTests
{
    private static readonly StepRecord Record = ExampleRun.Records(Tiny)[0];

    private static string Text => Repository.Read("docs/debugging.md");

    private static Example Tiny => ExampleFile.Read(Path.Combine(Repository.Top, "docs", "examples", "tiny.json"));

    [Fact]
    public void EveryValue_OnThePage_IsThatOfTheStep()
    {
        MatchCollection values = Values().Matches(Text);
        List<string> mistakes = [];
        foreach (Match value in values)
        {
            string shown = Show(Evaluate(value.Groups["root"].Value, value.Groups["member"].Value, value.Groups["index"].Value));
            if (value.Groups["value"].Value != shown)
            {
                mistakes.Add($"{value.Value} should be {shown}");
            }
        }

        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
        Assert.InRange(values.Count, 32, 100);
    }

    [Fact]
    public void Tour_OfOneStep_HasTheEquationsOfTheTraceInTheirOrder()
    {
        List<string> expected = [];
        foreach (string line in Repository.Read("traces/tiny.trace.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement record = JsonDocument.Parse(line).RootElement;
            bool isStop = record.TryGetProperty("equation", out JsonElement id) && id.GetString() is not (null or "B4");
            if (isStop && !record.GetProperty("symbol").GetString()!.StartsWith("dz", StringComparison.Ordinal))
            {
                expected.Add(id.GetString()!);
            }
        }

        Assert.Equal(expected, TourRows().Matches(Text).Select(row => row.Groups[1].Value));
    }

    [Fact]
    public void WeightedSum_InsideTheEquation_GoesAsTheTableSays()
    {
        double[] row = Tiny.Network.Layers[0].W[0];
        List<string> expected = ["| | 0 |"];
        double sum = 0.0;
        for (int k = 0; k < row.Length; k++)
        {
            double term = row[k] * Record.Samples[0].x[k];
            expected.Add($"{k} | {Exact(term)} | {Exact(sum)} |");
            sum += term;
            expected.Add($"{k} | {Exact(term)} | {Exact(sum)} |");
        }

        sum += Tiny.Network.Layers[0].b![0];
        expected.Add($"| | {Exact(sum)} |");

        Assert.Equal(expected, InsideRows().Matches(Text).Select(match => match.Groups[1].Value));
        Assert.Contains($"`z[0]` becomes {Exact(sum)}", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hover_AtTheFirstBreakpoint_ShowsWhatThePageSays()
    {
        Assert.Contains($"| `network` | `{Tiny.Network}` |", Text, StringComparison.Ordinal);
        Assert.Contains($"`network.Layers[0]` as `{Tiny.Network.Layers[0]}`", Text, StringComparison.Ordinal);
        Assert.Contains($"| `record` | `{StepRecord.ForTracing(Tiny.Network, 1)}` |", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFile_ThatIsSteppedOver_IsInTheTable()
    {
        string[] marked = [.. Directory.GetFiles(Path.Combine(Repository.Top, "src", "LoopNet"), "*.cs", SearchOption.AllDirectories)
            .Where(IsMarked)
            .Select(path => Path.GetRelativePath(Path.Combine(Repository.Top, "docs"), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        string section = Text[Text.IndexOf("## What the debugger steps over", StringComparison.Ordinal)..];

        Assert.Equal(marked, CodeFiles().Matches(section).Select(link => link.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reading_OfADigit_IsSteppedOver()
    {
        Assert.Contains("the reading of a digit", Text, StringComparison.Ordinal);
        Assert.NotNull(typeof(DigitSet).GetMethod(nameof(DigitSet.Read))!.GetCustomAttribute<DebuggerStepThroughAttribute>());
        Assert.NotNull(typeof(DigitSet).GetMethod(nameof(DigitSet.Pixels))!.GetCustomAttribute<DebuggerStepThroughAttribute>());
    }

    [Fact]
    public void EveryCondition_OfABreakpoint_SpeaksOfNamesInItsFile()
    {
        MatchCollection conditions = Conditions().Matches(Text);

        Assert.InRange(conditions.Count, 5, 20);
        Assert.All(conditions, condition =>
        {
            string file = File.ReadAllText(Path.Combine(Repository.Top, "docs", condition.Groups["path"].Value));
            Assert.Matches($@"\b{condition.Groups["name"].Value}\b", file);
        });
    }

    [Fact]
    public void EveryCommand_OfTheBuiltProgram_IsOneThatParses()
    {
        MatchCollection commands = ProgramCommands().Matches(Text);

        Assert.InRange(commands.Count, 2, 20);
        Assert.All(commands, command => DebuggerFilesTests.AssertParses(command.Groups[1].Value.Trim().Split(' ')));
    }

    private static bool IsMarked(string path)
    {
        return !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && File.ReadAllText(path).Contains("[DebuggerStepThrough]", StringComparison.Ordinal);
    }

    private static object Evaluate(string root, string member, string index)
    {
        object owner = root == "record" ? Record : Record.Samples[0];
        object value = owner.GetType().GetField(member)?.GetValue(owner) ?? owner.GetType().GetProperty(member)!.GetValue(owner)!;
        foreach (string place in index.Split(['[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            value = ((Array)value).GetValue(int.Parse(place, CultureInfo.InvariantCulture))!;
        }

        return value;
    }

    private static string Show(object value)
    {
        return value is Array array
            ? $"{{{string.Join(", ", array.Cast<object>().Select(Show))}}}"
            : new Numbers(Numbers.DefaultDigits).Write((double)value);
    }

    private static string Exact(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"`(?<root>sample|record)\.(?<member>\w+)(?<index>(?:\[\d+\])*)`\s(?:is|\|)\s`(?<value>[^`]+)`")]
    private static partial Regex Values();

    [GeneratedRegex(@"^\| \[[^\n]*\| \d? ?\| ([FBMU]\d) \|", RegexOptions.Multiline)]
    private static partial Regex TourRows();

    [GeneratedRegex(@"^\| \[Loops\.WeightedSums\][^|]*` \| ([^`\n]*\|)$", RegexOptions.Multiline)]
    private static partial Regex InsideRows();

    [GeneratedRegex(@"\[\w+\.cs\]\((\.\./[^)#]+\.cs)\)")]
    private static partial Regex CodeFiles();

    [GeneratedRegex(@"^\| \[\w+\.\w+\]\((?<path>[^)#]+)\) `[^`]+` \| `(?<name>\w+) == \d+` \|", RegexOptions.Multiline)]
    private static partial Regex Conditions();

    [GeneratedRegex(@"^\$ dotnet src/LoopNet\.Cli/bin/Debug/net10\.0/LoopNet\.Cli\.dll (.*)$", RegexOptions.Multiline)]
    private static partial Regex ProgramCommands();
}
