namespace LoopNet.Spreadsheets;

/// <summary>How softmax is computed in cells: its outputs (F2) and, side by side, its full Jacobian (B2).</summary>
/// <remarks>As in the code, the largest weighted sum is taken off every one first: three rows of helpers hold it, the exponentials and their sum.</remarks>
internal static class SoftmaxFormulas
{
    /// <summary>The largest weighted sum.</summary>
    public static string Largest(string[] z) => $"MAX({string.Join(',', z)})";

    /// <summary>The exponential of one of them.</summary>
    public static string Exponential(string z, string largest) => $"EXP({z}-{largest})";

    /// <summary>The sum of the exponentials.</summary>
    public static string Sum(string[] exponentials) => string.Join('+', exponentials);

    /// <summary>One output.</summary>
    public static string Value(string exponential, string sum) => $"{exponential}/{sum}";

    /// <summary>One element of the Jacobian.</summary>
    public static string Derivative(string[] a, int i, int j) => i == j ? $"{a[i]}*(1-{a[i]})" : $"-{a[i]}*{a[j]}";
}
