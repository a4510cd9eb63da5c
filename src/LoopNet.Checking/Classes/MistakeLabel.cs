namespace LoopNet.Checking;

/// <summary>Names what is behind a wrong number in a few words, the same for all students who did the same.</summary>
internal static class MistakeLabel
{
    /// <summary>What is said where nothing known gives a number.</summary>
    public const string Unknown = "Nothing known";

    /// <summary>The words; null for what is no mistake.</summary>
    /// <param name="diagnosis">What was found.</param>
    public static string? Of(Diagnosis diagnosis) => diagnosis.Fit switch
    {
        Fit.Given => "Given number copied wrongly",
        Fit.None => Unknown,
        Fit.Several => $"Undecided: {string.Join(" or ", diagnosis.Findings.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal).Take(2))}",
        _ => Of(diagnosis.Findings[0]),
    };

    private static string? Of(Finding finding) => finding.Kind switch
    {
        FindingKind.Slip => "Slip in one number",
        FindingKind.Rounding or FindingKind.Convention => null,
        _ => string.Join(" and ", finding.Edits.Select(edit => edit.Mistake?.Title ?? $"Another equation in place of {edit.Equation}")),
    };
}
