using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoopNet.Checking;

/// <summary>Writes a report for programs: one JSON object, described in docs/mistakes.md.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The report as JSON, without a line end after it.</summary>
    /// <param name="report">The report.</param>
    public static string Text(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        object content = new
        {
            Format = "loopnet-check/1",
            Example = report.Example.Name,
            report.AllRight,
            Counts = Enum.GetValues<Verdict>().ToDictionary(Words.Of, report.Count, StringComparer.Ordinal),
            FirstWrong = report.FirstWrong?.Name,
            Derivation = report.Derivation is null ? null : new { report.Formula, report.Derivation.Name, report.Derivation.Steps },
            Numbers = report.Numbers.Select(number => new
            {
                number.Name,
                number.Called,
                number.Asked.Factor,
                Written = number.Literal,
                number.Right,
                Verdict = Words.Of(number.Verdict),
                number.Follows,
                number.Expected,
            }),
            Diagnoses = report.Diagnoses.Select(diagnosis => new
            {
                Number = diagnosis.Number.Name,
                Fit = Of(diagnosis.Fit),
                Findings = diagnosis.Findings.Select(Finding),
            }),
        };
        return JsonSerializer.Serialize(content, Options);
    }

    private static object Finding(Finding finding) => new
    {
        Kind = Words.Of(finding.Kind),
        finding.Text,
        Mistakes = finding.Edits.Select(edit => new
        {
            Name = edit.Mistake?.Title ?? edit.WrongHere,
            edit.Where,
            edit.Equation,
            Right = edit.RightHere,
            Wrong = edit.WrongHere,
            Explanation = edit.Mistake?.Explanation,
            Link = edit.Mistake is null ? null : Words.Link(edit.Mistake),
        }),
        Beside = finding.Beside.Select(edit => edit.Mistake?.Title ?? edit.WrongHere),
        Gives = finding.Value,
        finding.OffBy,
        finding.FromOwnNumbers,
        finding.IsAlike,
        Explains = finding.Explains.Select(number => number.Name),
        Contradicts = finding.Contradicts.Select(number => number.Name),
    };

    private static string Of(Fit fit) => fit switch
    {
        Fit.ToTheDigit => "to the digit",
        Fit.Several => "several",
        Fit.Given => "given",
        _ => "none",
    };
}
