namespace LoopNet.Tracing;

/// <summary>The names of tensors, the same in traces, in answers to check, on the command line and in the documents.</summary>
public static class Names
{
    /// <summary>The outputs of layer <paramref name="l"/>: <c>x</c> for 0, else <c>a1</c>, <c>a2</c>, ...</summary>
    public static string Output(int l) => l == 0 ? "x" : Invariant($"a{l}");

    /// <summary>The gradient of the loss with respect to something, for example <c>dL/dz2</c>.</summary>
    public static string Gradient(string of) => $"dL/d{of}";

    /// <summary>The Jacobian of an activation, for example <c>da2/dz2</c>.</summary>
    public static string ActivationJacobian(int l) => Invariant($"da{l}/dz{l}");

    /// <summary>How weighted sums depend on their weights, for example <c>dz2/dW2</c>.</summary>
    public static string WeightJacobian(int l) => Invariant($"dz{l}/dW{l}");

    /// <summary>How weighted sums depend on the outputs of the layer before, for example <c>dz2/da1</c> or <c>dz1/dx</c>.</summary>
    public static string InputJacobian(int l) => Invariant($"dz{l}/d{Output(l - 1)}");

    /// <summary>A tensor over the samples of a batch, for example <c>mean L</c> or <c>sum dL/dW1</c>.</summary>
    /// <param name="reduction">Mean or sum.</param>
    /// <param name="symbol">The tensor of a sample, for example <c>L</c>.</param>
    public static string OverBatch(Reduction reduction, string symbol) => $"{(reduction == Reduction.Mean ? "mean" : "sum")} {symbol}";

    /// <summary>A gradient over the samples of a batch, for example <c>mean dL/dW1</c>.</summary>
    /// <param name="reduction">Mean or sum.</param>
    /// <param name="of">The parameter, for example <c>W1</c>.</param>
    public static string BatchGradient(Reduction reduction, string of) => OverBatch(reduction, Gradient(of));

    /// <summary>An element, for example <c>dL/dW1[0,1]</c>; the symbol itself where there is no index.</summary>
    public static string Element(string symbol, params int[] index) => index.Length == 0 ? symbol : $"{symbol}[{string.Join(',', index)}]";
}
