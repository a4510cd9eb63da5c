using System.Text.Json;
using System.Text.RegularExpressions;
using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Tests.Checking;

/// <summary>Sheets that were met in print and in public programs: what a check says of each is what stands beside it in cases.jsonl.</summary>
public class MetSheetsTests
{
    private static readonly string[] Lines = Repository.Read("tests/independent/checker/cases.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static TheoryData<string> Sheets => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Of_ASheetThatWasMet_SaysWhatIsExpected(string id)
    {
        using JsonDocument sheet = JsonDocument.Parse(Lines.Single(line => line.Contains($"\"id\": \"{id}\"", StringComparison.Ordinal)));
        JsonElement expected = sheet.RootElement.GetProperty("expected");
        string example = sheet.RootElement.GetProperty("example").GetRawText();
        int? status = expected.GetProperty("status") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
        if (status == 2)
        {
            Assert.ThrowsAny<Exception>(() => ExampleFile.Parse(example, id));
            return;
        }

        CheckReport report = AnswerCheck.Of(ExampleFile.Parse(example, id), Answers.Parse(sheet.RootElement.GetProperty("answers").GetRawText(), id));

        string[] said = [.. report.Diagnoses.Where(diagnosis => diagnosis.Findings.Count > 0).SelectMany(Leading)];
        Assert.True(status is null || status == (report.AllRight ? 0 : 1), string.Join("; ", said));
        Assert.True(expected.GetProperty("first").GetString() is not string first || first == report.FirstWrong?.Name, report.FirstWrong?.Name);
        foreach (JsonElement alternatives in expected.GetProperty("says").EnumerateArray())
        {
            string[] patterns = [.. alternatives.EnumerateArray().Select(pattern => pattern.GetString()!)];
            bool isSaid = said.Any(text => patterns.Any(pattern => Regex.IsMatch(text, pattern))) || (patterns.Contains("no word") && said.Length == 0);
            Assert.True(isSaid, $"{string.Join(" or ", patterns)} is not in: {string.Join("; ", said)}");
        }
    }

    // The first finding, and those that give the very same numbers.
    private static IEnumerable<string> Leading(Diagnosis diagnosis)
    {
        return diagnosis.Findings.Where((finding, i) => i == 0 || finding.IsAlike).Select(finding =>
        {
            string kind = finding.Kind.ToString().ToLowerInvariant();
            string edits = string.Join(" + ", finding.Edits.Select(edit => $"{edit} ({edit.Equation}; {edit.Where})"));
            return $"{kind}: {finding.Text}{edits}";
        });
    }
}
