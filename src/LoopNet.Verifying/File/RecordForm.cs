namespace LoopNet.Verifying;

/// <summary>What a record says besides its numbers: the keys of docs/trace-format.md.</summary>
internal sealed record RecordForm(
    int Step,
    int? Sample,
    string Phase,
    int Layer,
    string? Equation,
    string Symbol,
    int[] Shape,
    string? Formula,
    string[] Operands,
    string? Note = null)
{
    /// <summary>A tensor that may be described instead of listed has more numbers than this.</summary>
    public const int LargestListed = 4096;

    /// <summary>The name as messages have it: <c>1/0/z1</c>, <c>1//W1</c>.</summary>
    public string Name => Invariant($"{Step}/{Sample}/{JsonLine.Shortened(Symbol)}");

    /// <summary>The number of elements, which may be more than any array has.</summary>
    public double Count => Shape.Aggregate(1.0, (product, size) => product * size);

    /// <summary>Whether its tensor is described and not listed.</summary>
    public bool IsDescribed => Equation == "B4" && Note is not null;

    /// <summary>Whether it is about the same tensor: the same step, sample and symbol.</summary>
    public bool IsAbout(RecordForm other) => Step == other.Step && Sample == other.Sample && Symbol == other.Symbol;

    /// <summary>Whether it is the expected record, but for one word at most.</summary>
    public bool IsNearly(RecordForm expected) => IsAbout(expected) || Differences(expected).Take(2).Count() < 2;

    /// <summary>What is not as it has to be, each as a clause.</summary>
    public IEnumerable<string> Differences(RecordForm expected)
    {
        (string Key, string Found, string Expected)[] pairs =
        [
            ("symbol is", Symbol, expected.Symbol),
            ("step is", Invariant($"{Step}"), Invariant($"{expected.Step}")),
            ("sample is", Text(Sample), Text(expected.Sample)),
            ("phase is", Phase, expected.Phase),
            ("layer is", Invariant($"{Layer}"), Invariant($"{expected.Layer}")),
            ("equation is", Equation ?? "null", expected.Equation ?? "null"),
            ("shape is", $"[{string.Join(',', Shape)}]", $"[{string.Join(',', expected.Shape)}]"),
            ("formula is", Formula ?? "null", expected.Formula ?? "null"),
            ("operands are", $"[{string.Join(", ", Operands)}]", $"[{string.Join(", ", expected.Operands)}]"),
            ("note is", Note ?? "absent", expected.Note ?? "absent"),
        ];
        return from pair in pairs
               where pair.Found != pair.Expected
               let was = pair.Key == "operands are" ? "were" : "was"
               select $"its {pair.Key} {JsonLine.Shortened(pair.Found, pair.Expected)}, and {pair.Expected} {was} expected";
    }

    private static string Text(int? sample) => sample is int number ? Invariant($"{number}") : "null";
}
