namespace LoopNet.Checking;

/// <summary>One number of a worksheet that is a table: the form of the files that spreadsheets open.</summary>
/// <param name="Place">Where it stands, as <c>Step 1, sample 0: forward</c>; <c>Given</c> for what is given.</param>
/// <param name="Name">What it is called in answers.</param>
/// <param name="Value">The number as it is written; null for a blank.</param>
/// <param name="Equation">The id of its equation; <c>given</c> for what is given.</param>
/// <param name="Formula">Its formula, beside the first number of a tensor; else empty.</param>
/// <param name="IsGiven">Whether it is given.</param>
public sealed record WorksheetRow(string Place, string Name, string? Value, string Equation, string Formula, bool IsGiven)
{
    /// <summary>What stands in place of an equation's id beside a given number.</summary>
    public const string GivenMark = "given";

    /// <summary>Every number of a worksheet, what is given first. Of a tensor of many given numbers there is none.</summary>
    /// <param name="worksheet">The form.</param>
    /// <param name="key">What fills it in; null for a blank form.</param>
    public static IEnumerable<WorksheetRow> All(Worksheet worksheet, WorksheetKey? key)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        foreach (WorksheetItem given in worksheet.Givens)
        {
            foreach ((string value, string name) in worksheet.Given(given).Zip(given.Names))
            {
                yield return new WorksheetRow("Given", name, value, GivenMark, "", IsGiven: true);
            }
        }

        foreach (WorksheetItem blank in worksheet.Blanks)
        {
            IReadOnlyList<string> names = blank.Names;
            IReadOnlyList<string>? values = key?.Of(blank);
            for (int place = 0; place < names.Count; place++)
            {
                yield return new WorksheetRow(blank.Place, names[place], values?[place], blank.Record.Equation ?? "", place == 0 ? blank.Formula ?? "" : "", IsGiven: false);
            }
        }
    }
}
