namespace LoopNet.Tests.Published;

/// <summary>Compares every number of a publication with LoopNet's.</summary>
public static class Comparison
{
    // Both sides compute in float64; some of the file's values are written with 12 digits.
    private const double Tolerance = 1e-11;

    /// <summary>Whatever does not hold; nothing is passed over in silence.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="numbers">Its numbers, or planted ones.</param>
    /// <param name="table">Its table, or a planted one.</param>
    public static IReadOnlyList<string> Complaints(Publication publication, IReadOnlyList<PublishedNumber> numbers, PublishedTable table)
    {
        List<string> complaints = [];
        foreach (PublishedNumber number in numbers)
        {
            PublishedTable.Entry? entry = table.Find(number, numbers);
            if (entry is null)
            {
                complaints.Add($"{number.Name}: nothing maps it");
                continue;
            }

            int units = PublishedNumber.UnitsOff(number.Printed, entry.Value);
            string? complaint = Judge(number.Status, units, publication.LastDigitUnits(number.Name));
            if (complaint is not null)
            {
                complaints.Add($"{number.Name}: {number.Printed} is marked {number.Status} and is {complaint} {entry.Name} = {entry.Value:R}");
            }

            if (!(Math.Abs(entry.Value - number.Computed) <= Tolerance * Math.Abs(number.Computed) + 1e-15))
            {
                complaints.Add($"{number.Name}: {entry.Name} = {entry.Value:R}, but the file computes {number.Computed:R}");
            }
        }

        foreach ((string key, IReadOnlyList<PublishedTable.Entry> entries) in table.Entries)
        {
            int printed = numbers.Count(number => number.Key == key);
            if (printed != entries.Count)
            {
                complaints.Add($"{key}: {entries.Count} mapped, {printed} published");
            }
        }

        return complaints;
    }

    private static string? Judge(string status, int units, int lastDigitUnits)
    {
        return status switch
        {
            "ok" => units == 0 ? null : $"{units} units off",
            "last-digit" => units == lastDigitUnits ? null : $"{units} units off, not {lastDigitUnits}:",
            "MISMATCH" => units > 1 ? null : $"only {units} units off",
            _ => "of no known status:",
        };
    }
}
