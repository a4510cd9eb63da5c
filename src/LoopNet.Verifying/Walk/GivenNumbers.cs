namespace LoopNet.Verifying;

/// <summary>
/// Finds out whether a given number is to blame: a parameter of the first step, an input or a target has no operands, and
/// shows itself only where several numbers that read it do not follow.
/// </summary>
internal sealed class GivenNumbers
{
    private const int Enough = 2;
    private const int MostWitnesses = 3;

    private readonly HashSet<long> _lines = [];
    private readonly List<Reader> _readers = [];

    /// <summary>Adds a given record.</summary>
    public void Add(FileRecord record) => _lines.Add(record.Line);

    /// <summary>Forgets all, for a new step.</summary>
    public void Clear() => _lines.Clear();

    /// <summary>Takes note of a number that does not follow, by its place in its record, and of what its formula reads.</summary>
    public void Note(FileRecord record, int place, ElementFormula formula, IReadOnlyDictionary<string, FileRecord> records)
    {
        foreach (IGrouping<string, (string Symbol, int[] Index)> elements in formula.Elements.GroupBy(element => element.Symbol, StringComparer.Ordinal))
        {
            if (records.TryGetValue(elements.Key, out FileRecord? read) && _lines.Contains(read.Line))
            {
                _readers.Add(new Reader(record, place, read, [.. elements.Select(element => read.Place(element.Index))], formula.IsCopy));
            }
        }
    }

    /// <summary>The fault of the given number that is to blame; null where none is.</summary>
    /// <param name="first">The first record that does not follow.</param>
    public TraceFault? Blamed(FileRecord first)
    {
        Reader[] sums = [.. _readers.Where(reader => !reader.IsDirect)];
        List<Reader>? most = _readers
            .Where(reader => reader.IsDirect)
            .GroupBy(reader => (reader.Given.Line, Place: reader.Places.Min))
            .Select(direct => sums.Where(sum => sum.Given.Line == direct.Key.Line && sum.Places.Contains(direct.Key.Place)).Concat(direct).ToList())
            .Where(all => all.Count >= Enough && all.Exists(reader => reader.Record.Line == first.Line))
            .MaxBy(all => all.Count);
        return most is null ? null : Fault(most);
    }

    private static TraceFault Fault(List<Reader> readers)
    {
        Reader direct = readers.Find(reader => reader.IsDirect)!;
        double? copy = readers.Find(reader => reader.IsCopy)?.Number;
        string expected = copy is null ? "" : Invariant($"; a copy of it is {copy:R}");
        return direct.Given.Fault(
            direct.Places.Min,
            copy,
            $"and {readers.Count} numbers that read it do not follow from it{expected}",
            "Set this number right: it is given, and the numbers that read it agree with each other.") with
        {
            Witnesses = [.. readers.Take(MostWitnesses).Select(reader => Invariant($"line {reader.Record.Line}: {reader.Record.Element(reader.Place)} is {reader.Number:R}"))],
        };
    }

    /// <summary>A number that does not follow, seen from a given tensor that it reads, at some places.</summary>
    private sealed record Reader(FileRecord Record, int Place, FileRecord Given, SortedSet<int> Places, bool IsCopy)
    {
        public double Number => Record.Values[Place];

        public bool IsDirect => Places.Count == 1;
    }
}
