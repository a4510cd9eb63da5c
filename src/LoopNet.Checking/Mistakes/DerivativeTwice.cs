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
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is not (Identity or Relu));
        yield return Mistake.Way(right => right with { B3 = right.B3.Then(Repeat) }, layers: layers);
        yield return Mistake.Way(right => right with { B2 = right.B2.Then(Square) }, "with da/dz squared", layers);
        yield return Mistake.Way(
            right => right with { B5 = right.B5.Then(RepeatInWeights), B6 = right.B6.Then(RepeatInBiases) },
            "in dL/dW and dL/db only",
            layers,
            "dL/dW_l[j,k] = f'(z_l[j]) dL/dz_l[j] a_(l-1)[k]");
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

    private static void RepeatInWeights(CalculatedStep step, int s, int l)
    {
        for (int j = 0; j < step.Samples[s].dL_dW[l].Length; j++)
        {
            Alteration.Scale(step.Samples[s].dL_dW[l][j], step.Derivative(s, l, j));
        }
    }

    private static void RepeatInBiases(CalculatedStep step, int s, int l)
    {
        for (int j = 0; j < step.Samples[s].dL_db[l].Length; j++)
        {
            step.Samples[s].dL_db[l][j] *= step.Derivative(s, l, j);
        }
    }
}
