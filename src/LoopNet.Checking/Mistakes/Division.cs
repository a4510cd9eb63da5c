namespace LoopNet.Checking;

/// <summary>A quotient where the chain rule has a product.</summary>
internal static class Division
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Division where the chain rule multiplies",
        Equation = "B5, B7, B3",
        Right = "dL/dW[j,k] = dL/dz[j] a[k], dL/da[k] = sum_i W[i,k] dL/dz[i]",
        Wrong = "dL/dW[j,k] = dL/dz[j] / a[k], dL/da[k] = sum_i dL/dz[i] / W[i,k]",
        Explanation =
            "The gradient was divided by a factor of the chain. The chain rule only multiplies: by the derivative of each stage with respect to the one before it.",
        SeenIn = "Steven Miller, Mind (2015): divided by the hidden outputs and by the weights",
        ShownIn = "mazur",
        ShownBy = "dL/dW2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        foreach ((bool b3, bool b5, bool b7, string name) in Divisors)
        {
            yield return Mistake.Way(
                right => right with
                {
                    B3 = b3 ? right.B3.Then(DivideByDerivative) : right.B3,
                    B5 = b5 ? right.B5.Then(DivideByOutputs) : right.B5,
                    B7 = b7 ? right.B7.Then(DivideByWeights) : right.B7,
                },
                name,
                _ => true);
        }
    }

    private static readonly (bool B3, bool B5, bool B7, string Name)[] Divisors =
    [
        (false, true, true, "by the outputs and by the weights"),
        (false, true, false, "by the outputs of the layer before"),
        (false, false, true, "by the weights"),
        (true, false, false, "by the derivative of the activation"),
        (true, true, true, "everywhere"),
    ];

    private static void DivideByDerivative(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        bool chain = l < step.Last || !step.HasShortcut;
        for (int i = 0; i < sample.z[l].Length && chain; i++)
        {
            sample.dL_dz[l][i] = Quotient(sample.dL_da[l][i], sample.da_dz[l][i][i]);
        }
    }

    private static void DivideByOutputs(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        for (int j = 0; j < sample.z[l].Length; j++)
        {
            for (int k = 0; k < sample.a[l - 1].Length; k++)
            {
                sample.dL_dW[l][j][k] = Quotient(sample.dL_dz[l][j], sample.a[l - 1][k]);
            }
        }
    }

    // Back through the weights of layer l, to the outputs before it.
    private static void DivideByWeights(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        for (int k = 0; k < sample.a[l - 1].Length; k++)
        {
            double sum = 0.0;
            for (int i = 0; i < sample.z[l].Length; i++)
            {
                sum += Quotient(sample.dL_dz[l][i], step.dz_da[s][l][i][k]);
            }

            sample.dL_da[l - 1][k] = sum;
        }
    }

    // Nobody divides by 0: a 0 is left there, as a spreadsheet is told to.
    private static double Quotient(double dividend, double divisor) => divisor == 0.0 ? 0.0 : dividend / divisor;
}
