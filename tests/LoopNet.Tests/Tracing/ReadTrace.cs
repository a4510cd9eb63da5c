namespace LoopNet.Tests.Tracing;

/// <summary>A trace as a stranger's program knows it: read back from its JSON Lines file alone.</summary>
public sealed record ReadTrace(ReadHeader Header, IReadOnlyList<ReadRecord> Records)
{
    /// <summary>The tensor called <c>step/sample/symbol</c>.</summary>
    public ReadRecord this[string key] => Records.Single(record => record.Key == key);
}

/// <summary>The first line.</summary>
public sealed record ReadHeader(
    string Example,
    int[] Sizes,
    string[] Activations,
    string Loss,
    double LearningRate,
    int Batch,
    string Reduction,
    bool UpdateBiases,
    string OutputGradient);

/// <summary>A line between the first and the last: one tensor.</summary>
public sealed record ReadRecord(
    int Step,
    int? Sample,
    string Phase,
    int Layer,
    string? Equation,
    string Symbol,
    int[] Shape,
    string? Formula,
    string[] Operands,
    double[]? Values,
    string? Note)
{
    /// <summary>The name that no other record of the trace has.</summary>
    public string Key => $"{Step}/{Sample}/{Symbol}";
}
