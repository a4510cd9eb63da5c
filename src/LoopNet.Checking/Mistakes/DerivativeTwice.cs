namespace LoopNet.Checking;

/// <summary>The derivative of the activation, multiplied twice.</summary>
internal static class DerivativeTwice
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Activation derivative applied twice",
        Equation = "B3",
        Right = "dL/dz = (da/dz)^T dL/da",
        Wrong = "dL/dz = (da/dz)^T (da/dz)^T dL/da",
        Explanation =
            "The gradient was multiplied by the derivative of the activation two times. The chain rule passes each activation once, on the way from dL/da to dL/dz.",
        ShownIn = "mazur",
        ShownBy = "dL/dz2[0]",
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return LayerChoice.OfDerivatives(example, activation => activation is Sigmoid or Tanh or Softmax).SelectMany(choice => new Variant[]
        {
            new(Mistake, choice.Where, right => right with { B3 = choice.After(right.B3, Repeat) }),
            new(Mistake, $"{choice.Where}, with da/dz squared", right => right with { B2 = choice.After(right.B2, Square) }),
        });
    }

    private static void Repeat(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        double[] once = [.. sample.dL_dz[l]];
        Loops.ThroughActivation(sample.da_dz[l], once, sample.dL_dz[l]);
    }

    // Element by element, as one squares a list of derivatives.
    private static void Square(CalculatedStep step, int s, int l)
    {
        foreach (double[] row in step.Samples[s].da_dz[l])
        {
            for (int j = 0; j < row.Length; j++)
            {
                row[j] *= row[j];
            }
        }
    }
}
