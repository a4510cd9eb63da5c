using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>
/// Checks many answer sheets in one process, for <c>tests/independent/checker</c>: a line of the file is one sheet, and a line of the output
/// is its report. A process for each sheet would spend most of its time on starting.
/// </summary>
internal static class CheckSheetsCommand
{
    private const string Usage = "usage: check-sheets FILE, one JSON object on a line: {\"id\": ..., \"example\": {...}, \"answers\": {...}}";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Checks the sheets of a file.</summary>
    /// <param name="words">The command line behind <c>check-sheets</c>.</param>
    /// <param name="output">Receives a line for each sheet: its id, the milliseconds taken, by the clock and of the processor, and the report, or the error.</param>
    /// <param name="error">Receives what went wrong with the file.</param>
    /// <returns>0; 1 where the file cannot be read; 2 where the command line is wrong.</returns>
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        if (words.Length != 1)
        {
            error.WriteLine(Usage);
            return 2;
        }

        try
        {
            foreach (string line in File.ReadLines(words[0]))
            {
                output.WriteLine(Checked(line).ToJsonString());
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            error.WriteLine(exception.Message);
            return 1;
        }
    }

    /// <summary>One sheet's line of output.</summary>
    private static JsonObject Checked(string line)
    {
        JsonNode sheet = JsonNode.Parse(line) ?? throw new JsonException("A line holds no sheet.");
        JsonObject result = new() { ["id"] = sheet["id"]?.DeepClone() };
        try
        {
            Example example = ExampleFile.Parse(Text(sheet, "example"), "example");
            GivenAnswer[] answers = [.. AnswersFile.Parse(Text(sheet, "answers"), "answers").Entries.Select(Given)];
            using CancellationTokenSource limit = new(Longest);
            long start = Stopwatch.GetTimestamp();
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            CheckReport report = AnswerCheck.Of(example, answers, limit.Token);
            result["cpuMs"] = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
            result["ms"] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            result["report"] = JsonNode.Parse(JsonReport.Text(report));
        }
        catch (Exception exception) when (exception is DataException or CheckException or ArgumentException or NonFiniteException
            or OperationCanceledException or TimeoutException)
        {
            result["error"] = exception.Message;
        }

        return result;
    }

    private static string Text(JsonNode sheet, string key)
    {
        return sheet[key]?.ToJsonString() ?? throw new JsonException($"A sheet has no \"{key}\".");
    }

    private static GivenAnswer Given(AnswerEntry entry) => new(entry.Name, entry.Literal, entry.Place) { ArrayLengths = entry.ArrayLengths };
}
