using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>How a loss is computed in a cell: its value (F3) and, side by side, its gradient (B1).</summary>
/// <remarks>Where a target is 0 (or 1), the term whose coefficient is 0 adds 0, also where its logarithm is infinite.</remarks>
internal static class LossFormulas
{
    /// <summary>The loss, from the outputs.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="a">The cells of the outputs.</param>
    /// <param name="y">The cells of the targets; none where the loss takes none.</param>
    /// <exception cref="TraceException">There is no formula of this loss.</exception>
    public static string Value(Loss loss, string[] a, string[] y)
    {
        return Kind(loss) switch
        {
            nameof(CrossEntropy) => $"-({Sum(a, y, (a, y) => $"IF({y}=0,0,{y}*LN({a}))")})",
            nameof(BinaryCrossEntropy) => $"-({Sum(a, y, (a, y) => $"IF({y}=0,0,{y}*LN({a}))+IF({y}=1,0,(1-{y})*LN(1-{a}))")})",
            nameof(SquaredError) => $"0.5*({Squares(a, y)})",
            nameof(MeanSquaredError) => Invariant($"({Squares(a, y)})/{a.Length}"),
            nameof(SumOfSquares) => Squares(a, y),
            nameof(SumOfOutputs) => string.Join('+', a),
            _ => throw Unknown(loss),
        };
    }

    /// <summary>One element of the gradient.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="a">The cell of the output.</param>
    /// <param name="y">The cell of its target; empty where the loss takes none.</param>
    /// <param name="n">The number of outputs.</param>
    /// <param name="divisor">What the output stands in as a divisor: kept from 0 where the loss can saturate.</param>
    /// <exception cref="TraceException">There is no formula of this loss.</exception>
    public static string Gradient(Loss loss, string a, string y, int n, Func<string, string> divisor)
    {
        return Kind(loss) switch
        {
            nameof(CrossEntropy) => $"IF({y}=0,0,-{y}/{divisor(a)})",
            nameof(BinaryCrossEntropy) => $"IF({y}=0,0,-{y}/{divisor(a)})+IF({y}=1,0,(1-{y})/{divisor($"(1-{a})")})",
            nameof(SquaredError) => $"{a}-{y}",
            nameof(MeanSquaredError) => Invariant($"2*({a}-{y})/{n}"),
            nameof(SumOfSquares) => $"2*({a}-{y})",
            nameof(SumOfOutputs) => "1",
            _ => throw Unknown(loss),
        };
    }

    private static string Squares(string[] a, string[] y) => Sum(a, y, (a, y) => $"({a}-{y})^2");

    private static string Sum(string[] a, string[] y, Func<string, string, string> term) => string.Join('+', a.Zip(y, term));

    // A class derived from one of LoopNet's may compute something else.
    private static string Kind(Loss loss) => loss.GetType().Assembly == typeof(Loss).Assembly ? loss.GetType().Name : "";

    private static TraceException Unknown(Loss loss)
    {
        return new TraceException($"A workbook has no formula for the loss {loss.Name}: write this trace as txt or jsonl.");
    }
}
