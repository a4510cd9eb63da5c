using System.Diagnostics;

namespace LoopNet.Tracing;

/// <summary>One number, with how it comes about and the explanations of the numbers that it comes from.</summary>
[DebuggerDisplay("{Name} = {Value}, {Parts.Count} parts")]
public sealed record Explanation
{
    /// <summary>The number's name, for example <c>dL/dW1[0,1]</c> or <c>2/0/L</c>; <c>max</c> and <c>sum</c> within a softmax.</summary>
    public required string Name { get; init; }

    /// <summary>The number.</summary>
    public required double Value { get; init; }

    /// <summary>The id of its equation, for example <c>B5</c>; null for what is given.</summary>
    public string? Equation { get; init; }

    /// <summary>What stands after each equals sign: the formula with indexes, the formula with numbers, and last the value.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What else is to be said, for example that the number is a weight; null where nothing is.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the number has been explained before, so that it is only named here.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether there would be more below, but for the limit of depth or length.</summary>
    public bool IsCut { get; init; }

    /// <summary>How many more numbers a long sum reads, which are not followed.</summary>
    public int LeftOut { get; init; }

    /// <summary>The numbers that this one comes from, in the order of its formula.</summary>
    public IReadOnlyList<Explanation> Parts { get; init; } = [];

    /// <summary>The central difference beside it; null where none was asked for or none applies.</summary>
    public NumericGradient? Numeric { get; init; }

    /// <summary>Explains one number of an example down to its inputs and weights.</summary>
    /// <param name="example">The example.</param>
    /// <param name="name">The number: a tensor with an index for each dimension.</param>
    /// <param name="options">How far and how; null for the defaults.</param>
    /// <exception cref="TraceException">The example has no such number.</exception>
    /// <exception cref="NonFiniteException">A number on the way is infinite or not a number.</exception>
    public static Explanation Of(Example example, NumberName name, ExplanationOptions? options = null)
    {
        return new Explainer(new ExampleTensors(example), options ?? new ExplanationOptions()).Explain(name);
    }
}
