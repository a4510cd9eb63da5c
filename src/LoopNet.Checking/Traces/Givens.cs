using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>
/// Finds out whether a given number is to blame: a parameter of the first step, an input or a target has no operands, and
/// shows itself only where several numbers that read it do not follow.
/// </summary>
internal sealed class Givens
{
    private const int Enough = 2;
    private const int MostWitnesses = 3;

    private readonly Dictionary<string, FileRecord> _records = new(StringComparer.Ordinal);
    private readonly List<Disagreement> _sums = [];
    private readonly Dictionary<(string Given, int Element), List<Disagreement>> _direct = [];

    /// <summary>Adds a given record.</summary>
    public void Add(FileRecord record) => _records[RecordForm.Name(record.Tensor)] = record;

    /// <summary>Forgets all, for a new step.</summary>
    public void Clear()
    {
        _records.Clear();
        _sums.Clear();
        _direct.Clear();
    }

    /// <summary>Notes that a number does not follow, if what it reads is given.</summary>
    public void Note(Disagreement disagreement)
    {
        if (!_records.ContainsKey(disagreement.Given))
        {
            return;
        }

        if (!disagreement.IsDirect)
        {
            _sums.Add(disagreement);
            return;
        }

        (string, int) key = (disagreement.Given, disagreement.First);
        if (!_direct.TryGetValue(key, out List<Disagreement>? readers))
        {
            readers = [];
            _direct.Add(key, readers);
        }

        readers.Add(disagreement);
    }

    /// <summary>The given number that is to blame for the first record that does not follow; null where none is.</summary>
    /// <param name="first">The first record that does not follow.</param>
    public TraceFault? Blamed(FileRecord first)
    {
        List<Disagreement> most = [];
        foreach (((string given, int element), List<Disagreement> readers) in _direct)
        {
            List<Disagreement> all = [.. _sums.Where(sum => sum.Given == given && sum.Reads(element)), .. readers];
            if (all.Count >= Enough && all.Count > most.Count && all.Exists(reader => reader.Reader == first))
            {
                most = all;
            }
        }

        return most.Count == 0 ? null : Fault(most);
    }

    private TraceFault Fault(List<Disagreement> readers)
    {
        Disagreement direct = readers.Find(reader => reader.IsDirect)!;
        FileRecord record = _records[direct.Given];
        NumberName name = Elements.Name(record.Tensor, direct.First);
        double found = record.Values[direct.First];
        double? copy = readers.Select(reader => reader.Copy).FirstOrDefault(value => value is not null);
        string expected = copy is null ? "" : $"; a copy of it is {copy:R}";
        return new TraceFault
        {
            Line = record.Line,
            Name = name,
            Problem = $"{Elements.Full(name)} is {found:R}, and {readers.Count} numbers that read it do not follow from it{expected}",
            Advice = "Set this number right: it is given, and the numbers that read it agree with each other.",
            Found = found,
            Derived = copy,
            UnitsApart = copy is null ? null : Units.Apart(found, copy.Value),
            Witnesses = [.. readers.Take(MostWitnesses).Select(Witness)],
        };
    }

    private static string Witness(Disagreement reader)
    {
        NumberName name = Elements.Name(reader.Reader.Tensor, reader.Place);
        return $"line {reader.Reader.Line}: {Elements.Full(name)} is {reader.Reader.Values[reader.Place]:R}";
    }
}
