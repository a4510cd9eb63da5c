namespace LoopNet.Checking;

/// <summary>The logarithm to base 10 in the loss.</summary>
internal static class Log10ForLn
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Log10 for ln",
        Equation = "F3",
        Right = "L = -sum y ln a",
        Wrong = "L = -sum y log10 a",
        Explanation =
            "The loss was taken with the logarithm to base 10, so it is 2.3026 times too small. The logarithm of a loss is the natural one, ln; on many calculators the key log is base 10.",
        SeenIn = "Prakash Jay, Back-Propagation is very simple (2017), in its error",
        ShownIn = "tiny",
        ShownBy = "L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (example.Network.Loss is (CrossEntropy or BinaryCrossEntropy) and { IsStandard: true })
        {
            yield return Mistake.Way(right => Alteration.ScaleLoss(right, Factor), "in the loss");
            yield return Mistake.Way(right => Alteration.ScaleLossGradient(Alteration.ScaleLoss(right, Factor), _ => Factor), "in the loss and in its gradient");
        }
    }

    private static readonly double Factor = 1.0 / CorrectlyRounded.Log(10.0);
}
