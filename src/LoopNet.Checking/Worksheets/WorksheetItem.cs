using System.Diagnostics;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>A tensor of a worksheet, or one of its elements: given, or to be computed.</summary>
/// <param name="Name">What it is called in an answers file.</param>
/// <param name="Record">Its equation, formula and shape, and its numbers.</param>
[DebuggerDisplay("{Name}")]
public sealed record WorksheetItem(NumberName Name, TraceRecord Record)
{
    /// <summary>Its shape; none for a single number.</summary>
    public IReadOnlyList<int> Shape => Name.Index.Count > 0 ? [] : Record.Tensor.Shape;

    /// <summary>How many numbers it has.</summary>
    public int Count => Name.Index.Count > 0 ? 1 : Record.Tensor.Count;
}
