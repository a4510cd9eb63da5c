namespace LoopNet.Checking;

/// <summary>Numbers what is found in a report, in the order in which it is told; a mistake that is made again keeps its number.</summary>
internal sealed class FindingNumbers
{
    private readonly List<(string Name, Diagnosis First)> _named = [];

    /// <summary>Takes a report.</summary>
    /// <param name="report">The report.</param>
    public FindingNumbers(CheckReport report)
    {
        foreach (Diagnosis diagnosis in report.Diagnoses.Where(diagnosis => diagnosis.Findings.Count > 0))
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

    private static string Name(Diagnosis diagnosis)
    {
        Finding first = diagnosis.Findings[0];
        bool isCommon = diagnosis.Fit == Fit.ToTheDigit && first.Edits.Count > 0;
        return isCommon ? string.Join('+', first.Edits.Select(edit => edit.Mistake?.Title ?? edit.Wrong)) : diagnosis.Number.Name;
    }
}
