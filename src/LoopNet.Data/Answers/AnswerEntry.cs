using System.Diagnostics;

namespace LoopNet.Data;

/// <summary>One number of an answers file.</summary>
/// <param name="Name">Its name with its index, for example <c>dL/dW1[0,1]</c> or <c>2/0/L</c>.</param>
/// <param name="Literal">The number with every digit as written, for example <c>0.0360</c>; null for a blank.</param>
/// <param name="Place">Where it stands, for messages, for example <c>answers.json: $.z1[0]</c>.</param>
/// <param name="ArrayLengths">The lengths of the arrays that it stands in, outermost first; none where it stands alone.</param>
[DebuggerDisplay("{Name} = {Literal}")]
public sealed record AnswerEntry(string Name, string? Literal, string Place, IReadOnlyList<int> ArrayLengths);
