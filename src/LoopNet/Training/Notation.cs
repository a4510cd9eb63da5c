namespace LoopNet;

/// <summary>How somebody writes the numbers of an example: the layout of weight matrices, and labels beside LoopNet's names.</summary>
/// <param name="Layout">How weight matrices are written.</param>
/// <param name="Labels">The labels, in the order in which they are looked for; none for LoopNet's names alone.</param>
/// <remarks>Plain data, as it stands in a file: docs/notation.md says what a label may stand for.</remarks>
public sealed record Notation(WeightLayout Layout, IReadOnlyList<NotationLabel> Labels)
{
    /// <summary>Under which name it comes with LoopNet; null where it is somebody's own.</summary>
    public string? Name { get; init; }

    /// <summary>One line that says whose notation it is; null where nothing is said.</summary>
    public string? Description { get; init; }
}

/// <summary>A label, and what it stands for.</summary>
/// <param name="Label">The label, for example <c>w5</c>, or a pattern for every layer, for example <c>delta{l}</c>.</param>
/// <param name="Meaning">What it stands for, for example <c>-dL/dz{l}</c>.</param>
/// <param name="Place">Where it was written, for messages, for example <c>my.json: $.notation.labels.w5</c>.</param>
public sealed record NotationLabel(string Label, string Meaning, string Place);

/// <summary>How the matrix of a layer's weights is written.</summary>
public enum WeightLayout
{
    /// <summary>One row for each unit: <c>W[i,k]</c> goes from input k to unit i.</summary>
    UnitInput,

    /// <summary>One column for each unit: <c>W[k,i]</c> goes from input k to unit i.</summary>
    InputUnit,
}
