namespace LoopNet.Checking;

/// <summary>The activation's derivative, multiplied to an a - y that has it in already.</summary>
internal static class DerivativeAfterShortcut
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Derivative kept after the shortcut",
        Equation = "B3",
        Right = "dL/dz = a - y",
        Wrong = "dL/dz = (da/dz)^T (a - y)",
        Explanation =
            "The error a - y was multiplied by the derivative of the output activation once more. Softmax with cross-entropy, and sigmoid with binary cross-entropy, give a - y for dL/dz with that derivative in it already.",
        ShownIn = "tiny",
        ShownBy = "dL/dz3[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (example.Network.Loss is not ((CrossEntropy or BinaryCrossEntropy) and { IsStandard: true }))
        {
            yield break;
        }

        yield return Mistake.Way(right => Chained(right, diagonal: false), "through da/dz");
        if (example.Network.Output is Softmax { IsStandard: true })
        {
            yield return Mistake.Way(right => Chained(right, diagonal: true), "through the diagonal of da/dz");
        }

        if (example.Rule.OutputGradient == OutputGradient.Jacobian)
        {
            yield return Mistake.Way(
                right => right with { B1 = right.B1.Then((step, s, l) => Loops.Shortcut(step.Samples[s].a[l], step.Samples[s].y, step.Samples[s].dL_da[l])) },
                "with a - y written for dL/da");
        }
    }

    private static StepEquations Chained(StepEquations right, bool diagonal) => right with
    {
        B3 = right.B3.Then((step, s, l) =>
        {
            if (l == step.Last)
            {
                SampleRecord sample = step.Samples[s];
                double[][] jacobian = Tensors.Matrix(sample.z[l].Length, sample.z[l].Length);
                step.Activation(l).Jacobian(sample.z[l], sample.a[l], jacobian);
                if (diagonal)
                {
                    Alteration.KeepDiagonal(jacobian);
                }

                double[] difference = new double[sample.y.Length];
                Loops.Shortcut(sample.a[l], sample.y, difference);
                Loops.ThroughActivation(jacobian, difference, sample.dL_dz[l]);
            }
        }),
    };
}
