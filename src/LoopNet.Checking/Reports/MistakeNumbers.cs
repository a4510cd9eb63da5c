namespace LoopNet.Checking;

/// <summary>Numbers the mistakes of a report in the order in which they are named; one that is made again keeps its number.</summary>
internal sealed class MistakeNumbers
{
    private readonly List<(string Name, Diagnosis First)> _named = [];

    /// <summary>Takes a report.</summary>
    /// <param name="report">The report.</param>
    public MistakeNumbers(CheckReport report)
    {
        foreach (Diagnosis diagnosis in report.Diagnoses.Where(diagnosis => diagnosis.Fit == Fit.ToTheDigit))
        {
            string name = Name(diagnosis);
            if (_named.TrueForAll(named => named.Name != name))
            {
                _named.Add((name, diagnosis));
            }
        }
    }

    /// <summary>The number of what is found in a diagnosis, from 1.</summary>
    public int Of(Diagnosis diagnosis) => 1 + _named.FindIndex(named => named.Name == Name(diagnosis));

    /// <summary>The diagnosis that named it first; the same one where that is new.</summary>
    public Diagnosis First(Diagnosis diagnosis) => _named[Of(diagnosis) - 1].First;

    private static string Name(Diagnosis diagnosis) => string.Join('+', diagnosis.Findings[0].Mistakes.Select(variant => variant.Mistake.Title));
}
