namespace LoopNet.Checking;

/// <summary>The binary cross-entropy with a minus between its terms.</summary>
internal static class SecondTermSign
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Second term of the binary cross-entropy with the wrong sign",
        Equation = "F3",
        Right = "L = -sum_i (y[i] ln a[i] + (1 - y[i]) ln(1 - a[i]))",
        Wrong = "L = -sum_i (y[i] ln a[i] - (1 - y[i]) ln(1 - a[i]))",
        Explanation =
            "The second term has the wrong sign. Both terms are logarithms of a probability, so both stand under the same minus; in the gradient, -y / a + (1 - y) / (1 - a), they have different signs.",
        ShownIn = "xor-batch",
        ShownBy = "L",
        Ways = example => SecondTerm.Ways(Mistake!, example, times: -1.0),
    };
}
