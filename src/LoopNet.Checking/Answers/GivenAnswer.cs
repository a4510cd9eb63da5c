using System.Diagnostics;

namespace LoopNet.Checking;

/// <summary>One number of a hand calculation, as the learner wrote it.</summary>
/// <param name="Name">Its name with its index, for example <c>dL/dW1[0,1]</c> or <c>2/0/L</c>.</param>
/// <param name="Literal">The number with every digit as written, for example <c>0.0360</c>; null for a blank.</param>
/// <param name="Place">Where it stands, for messages, for example <c>answers.json: $.z1[0]</c>.</param>
[DebuggerDisplay("{Name} = {Literal}")]
public sealed record GivenAnswer(string Name, string? Literal, string Place)
{
    /// <summary>The lengths of the arrays that the number stands in, outermost first; none where it stands alone.</summary>
    public IReadOnlyList<int> ArrayLengths { get; init; } = [];
}
