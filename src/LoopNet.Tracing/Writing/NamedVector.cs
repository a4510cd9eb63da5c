namespace LoopNet.Tracing;

/// <summary>A vector with its name, for texts that write both.</summary>
/// <param name="Symbol">The name, for example <c>z1</c>.</param>
/// <param name="Values">The numbers.</param>
internal readonly record struct NamedVector(string Symbol, double[] Values)
{
    /// <summary>One number.</summary>
    public double this[int i] => Values[i];

    /// <summary>The name of one number, for example <c>z1[0]</c>.</summary>
    public string Name(int i) => Invariant($"{Symbol}[{i}]");
}
