namespace LoopNet.Checking;

/// <summary>The binary cross-entropy without the term of 1 - y.</summary>
internal static class SecondTermLeftOut
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Second term of the binary cross-entropy left out",
        Equation = "F3",
        Right = "L = -sum_i (y[i] ln a[i] + (1 - y[i]) ln(1 - a[i]))",
        Wrong = "L = -sum_i y[i] ln a[i]",
        Explanation =
            "Only the term of the target 1 was counted. A single output stands for two classes: where its target is 0, the second term, (1 - y) ln(1 - a), is the one that counts.",
        ShownIn = "xor-batch",
        ShownBy = "L",
        Ways = example => SecondTerm.Ways(Mistake!, example, times: 0.0),
    };
}
