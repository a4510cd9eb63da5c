using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Compares what a record says besides its numbers with what it has to say.</summary>
internal static class RecordForm
{
    /// <summary>Whether a record is the expected one, but for one word at most.</summary>
    public static bool IsNearly(TraceRecord? found, TraceRecord expected)
    {
        return found is not null && (IsSame(found, expected) || Differences(found, expected).Take(2).Count() < 2);
    }

    /// <summary>Whether a record is about the expected tensor: the same step, sample and symbol.</summary>
    public static bool IsSame(TraceRecord found, TraceRecord expected)
    {
        return found.Step == expected.Step && found.Sample == expected.Sample && found.Symbol == expected.Symbol;
    }

    /// <summary>What is wrong with a record, as a clause; null where nothing is.</summary>
    /// <param name="found">The record.</param>
    /// <param name="expected">What it has to say.</param>
    /// <param name="before">The record before it, if any.</param>
    public static string? Fault(FileRecord found, TraceRecord expected, FileRecord? before)
    {
        TraceRecord tensor = found.Tensor;
        string[] differences = [.. Differences(tensor, expected)];
        if (differences.Length == 0)
        {
            return CountFault(tensor, expected);
        }

        if (IsSame(tensor, expected) || differences.Length == 1)
        {
            return differences[0];
        }

        string here = Name(tensor);
        if (before is not null && IsSame(tensor, before.Tensor))
        {
            return $"{here} stands a second time; {Name(expected)} was expected";
        }

        return $"{here} stands here, and {Name(expected)} was expected: that record is missing, renamed or in another place";
    }

    /// <summary>The full name of a record: <c>1/0/z1</c>, <c>1//W1</c>.</summary>
    public static string Name(TraceRecord record) => $"{record.Step}/{record.Sample}/{JsonLine.Shortened(record.Symbol)}";

    private static IEnumerable<string> Differences(TraceRecord found, TraceRecord expected)
    {
        (string Key, string Found, string Expected)[] pairs =
        [
            ("symbol", found.Symbol, expected.Symbol),
            ("step", $"{found.Step}", $"{expected.Step}"),
            ("sample", Sample(found), Sample(expected)),
            ("phase", found.Phase, expected.Phase),
            ("layer", $"{found.Layer}", $"{expected.Layer}"),
            ("equation", found.Equation ?? "null", expected.Equation ?? "null"),
            ("shape", $"[{string.Join(',', found.Shape)}]", $"[{string.Join(',', expected.Shape)}]"),
            ("formula", found.Formula ?? "null", expected.Formula ?? "null"),
            ("operands", $"[{string.Join(", ", found.Operands)}]", $"[{string.Join(", ", expected.Operands)}]"),
            ("note", found.Note ?? "absent", expected.Note ?? "absent"),
        ];
        return pairs.Where(pair => pair.Found != pair.Expected).Select(pair => Sentence(pair.Key, pair.Found, pair.Expected));
    }

    private static string Sentence(string key, string found, string expected)
    {
        return key == "operands"
            ? $"its operands are {JsonLine.Shortened(found, expected)}, and {expected} were expected"
            : $"its {key} is {JsonLine.Shortened(found, expected)}, and {expected} was expected";
    }

    private static string? CountFault(TraceRecord tensor, TraceRecord expected)
    {
        double count = expected.Shape.Aggregate(1.0, (product, size) => product * size);
        if (tensor.Values is null)
        {
            return expected.Note is null || expected.Note == ExpectedRecords.SaturatedNote ? "it has no values, and they were expected" : null;
        }

        return tensor.Values.Length == count ? null : $"it has {tensor.Values.Length} values, and {count} were expected for its shape";
    }

    private static string Sample(TraceRecord record) => record.Sample is int sample ? $"{sample}" : "null";
}
