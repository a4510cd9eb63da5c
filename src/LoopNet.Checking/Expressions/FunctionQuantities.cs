namespace LoopNet.Checking;

/// <summary>The output and the derivative of an activation as factors, with what is taken for them.</summary>
/// <param name="Activation">The activation.</param>
/// <param name="Output">The output, of the weighted sum.</param>
/// <param name="Derivative">The derivative.</param>
internal sealed record ActivationQuantities(Type Activation, Quantity Output, Quantity Derivative);

/// <summary>The functions of a network as factors, with what is taken for them.</summary>
internal static class FunctionQuantities
{
    /// <summary>The activations.</summary>
    public static IReadOnlyList<ActivationQuantities> Activations { get; } =
    [
        OfActivation(typeof(Sigmoid), "sigmoid(z_l[i])", "a_l[i] (1 - a_l[i])"),
        OfActivation(typeof(Tanh), "tanh(z_l[i])", "(1 - a_l[i]^2)"),
        OfActivation(typeof(Relu), "max(0, z_l[i])", "(1 where z_l[i] > 0, else 0)"),
        OfActivation(typeof(LeakyRelu), "max(z_l[i], slope z_l[i])", "(1 where z_l[i] > 0, else slope)"),
        OfActivation(typeof(Identity), "z_l[i]", "1"),
        new(
            typeof(Softmax),
            OutputOf("e^z_l[i] / sum_k e^z_l[k]") with
            {
                Alternatives =
                [
                    Unit("1 / (1 + e^-z_l[i])", (z, _) => 1.0 / (1.0 + CorrectlyRounded.Exp(-z))),
                    Unit("e^z_l[i]", (z, _) => CorrectlyRounded.Exp(z)),
                    OfSoftmax("e^z_l[i] / (1 + sum_k e^z_l[k])", (z, i) => CorrectlyRounded.Exp(z[i]) / (1.0 + z.Sum(CorrectlyRounded.Exp))),
                    OfSoftmax("e^z_l[i] / the sum of the others", (z, i) => CorrectlyRounded.Exp(z[i]) / (z.Sum(CorrectlyRounded.Exp) - CorrectlyRounded.Exp(z[i]))),
                    OfSoftmax("z_l[i] / sum_k z_l[k]", (z, i) => z[i] / z.Sum()),
                    OfSoftmax("2^z_l[i] / sum_k 2^z_l[k]", (z, i) => Functions.Exp2(z[i]) / z.Sum(score => Functions.Exp2(score))),
                    OfSoftmax("10^z_l[i] / sum_k 10^z_l[k]", (z, i) => Functions.Exp10(z[i]) / z.Sum(score => Functions.Exp10(score))),
                    OfSoftmax("e^z_l[i] / max_k e^z_l[k]", (z, i) => CorrectlyRounded.Exp(z[i] - z.Max())),
                    OfSoftmax("z_l[i]^2 / sum_k z_l[k]^2", (z, i) => z[i] * z[i] / z.Sum(score => score * score)),
                    OfSoftmax("ln of the softmax", (z, i) => z[i] - CorrectlyRounded.Log(z.Sum(CorrectlyRounded.Exp))),
                ],
            },
            new Quantity("a_l[i] ((1 where i = k, else 0) - a_l[k])", Places.OwnPair, Stage.Derivative, (step, s, l, i, k) => step.Samples[s].a[l][i] * ((i == k ? 1.0 : 0.0) - step.Samples[s].a[l][k]))
            {
                Alternatives =
                [
                    Pair("a_l[i] ((1 where i = k, else 0) + a_l[k])", (a, i, k) => a[i] * ((i == k ? 1.0 : 0.0) + a[k])),
                    Pair("a_l[i] (1 - a_l[i]) where i = k, else a_l[i] a_l[k]", (a, i, k) => i == k ? a[i] * (1.0 - a[i]) : a[i] * a[k]),
                    Pair("a_l[i] (1 - a_l[k])", (a, i, k) => a[i] * (1.0 - a[k])),
                    Pair("-a_l[i] a_l[k]", (a, i, k) => -a[i] * a[k]),
                    Pair("a_l[i] where i = k, else -a_l[i] a_l[k]", (a, i, k) => i == k ? a[i] : -a[i] * a[k]),
                    Pair("1 - a_l[i] where i = k, else -a_l[k]", (a, i, k) => i == k ? 1.0 - a[i] : -a[k]),
                    Pair("a_l[i] where i = k, else 0", (a, i, k) => i == k ? a[i] : 0.0),
                ],
            }),
    ];

    /// <summary>What comes through the Jacobian of a softmax.</summary>
    public static Quantity ThroughSoftmax { get; } = Through("sum_k da_l/dz_l[k,i] dL/da_l[k]", (sample, l, i, k) => sample.da_dz[l][k][i] * sample.dL_da[l][k]) with
    {
        Alternatives =
        [
            Through("sum_k da_l/dz_l[i,i] dL/da_l[k]", (sample, l, i, k) => sample.da_dz[l][i][i] * sample.dL_da[l][k]),
            Through("dL/da_l[i] sum_k da_l/dz_l[k,i]", (sample, l, i, k) => sample.da_dz[l][k][i] * sample.dL_da[l][i]),
            Through("sum_k da_l/dz_l[k,i]", (sample, l, i, k) => sample.da_dz[l][k][i]),
            Through("sum_k of k other than i, da_l/dz_l[k,i] dL/da_l[k]", (sample, l, i, k) => i == k ? 0.0 : sample.da_dz[l][k][i] * sample.dL_da[l][k]),
        ],
    };

    /// <summary>The sum or the mean of the gradients of the samples, with what is taken for it.</summary>
    public static Quantity OfSamples(string text, Places places, Func<SampleRecord, Func<int, int, int, double>> of)
    {
        Quantity Sum(string name, Func<CalculatedStep, double> divisor, Func<int, int, double> weight) => new(name, places, Stage.ParameterGradient, (step, _, l, i, k) =>
        {
            double sum = 0.0;
            for (int s = 0; s < step.Count; s++)
            {
                sum += weight(s, step.Count) * of(step.Samples[s])(l, i, k);
            }

            return sum / divisor(step);
        });

        return Sum($"the mean or sum of {text}", step => step.Example.Rule.Reduction == Reduction.Mean ? step.Count : 1.0, (_, _) => 1.0) with
        {
            Alternatives =
            [
                Sum($"the same with the last sample subtracted, of {text}", step => step.Example.Rule.Reduction == Reduction.Mean ? step.Count : 1.0, (s, count) => s == count - 1 ? -1.0 : 1.0),
                Sum($"1/(N+1) sum of {text}", step => step.Count + 1, (_, _) => 1.0),
                Sum($"1/(N-1) sum of {text}", step => step.Count - 1, (_, _) => 1.0),
                Sum($"the mean of {text} without the last sample", step => step.Example.Rule.Reduction == Reduction.Mean ? step.Count : 1.0, (s, count) => s == count - 1 ? 0.0 : 1.0),
                Sum($"the mean of {text} without the first sample", step => step.Example.Rule.Reduction == Reduction.Mean ? step.Count : 1.0, (s, _) => s == 0 ? 0.0 : 1.0),
            ],
        };
    }

    private static ActivationQuantities OfActivation(Type activation, string output, string derivative)
    {
        IEnumerable<Quantity> functions = ActivationFormulas.OfOthers.Select(function => Unit(function.Text, (z, _) => function.Value(z)));
        Quantity[] others =
        [
            .. functions,
            Unit("z_l[i]", (z, _) => z),
            Unit("1 / (1 + e^z_l[i])", (z, _) => 1.0 / (1.0 + CorrectlyRounded.Exp(z))),
            Unit("1 / (1 - e^-z_l[i])", (z, _) => 1.0 / (1.0 - CorrectlyRounded.Exp(-z))),
            Unit("1 + e^-z_l[i]", (z, _) => 1.0 + CorrectlyRounded.Exp(-z)),
            Unit("1 / e^-z_l[i]", (z, _) => CorrectlyRounded.Exp(z)),
            Unit("-tanh(z_l[i])", (z, _) => -CorrectlyRounded.Tanh(z)),
            Unit("1 / (1 + 2^-z_l[i])", (z, _) => 1.0 / (1.0 + Functions.Exp2(-z))),
            Unit("1 / (1 + 10^-z_l[i])", (z, _) => 1.0 / (1.0 + Functions.Exp10(-z))),
            Unit("1 / (1 + e^(-2 z_l[i]))", (z, _) => 1.0 / (1.0 + CorrectlyRounded.Exp(-2.0 * z))),
            Unit("tanh(z_l[i] / 2)", (z, _) => CorrectlyRounded.Tanh(z / 2.0)),
            Unit("min(0, z_l[i])", (z, _) => Math.Min(0.0, z)),
            Unit("|z_l[i]|", (z, _) => Math.Abs(z)),
            Unit("z_l[i] where it is above 0, else 0.01 z_l[i]", (z, _) => z > 0.0 ? z : 0.01 * z),
            Unit("1 where z_l[i] > 0, else 0", (z, _) => z > 0.0 ? 1.0 : 0.0),
            Unit("ln(1 + e^z_l[i])", (z, _) => CorrectlyRounded.Log(1.0 + CorrectlyRounded.Exp(z))),
            Unit("z_l[i] / (1 + e^-z_l[i])", (z, _) => z / (1.0 + CorrectlyRounded.Exp(-z))),
        ];
        IEnumerable<Quantity> formulas = ActivationFormulas.OfDerivatives.Where(formula => formula.Of != activation)
            .Select(formula => Unit(formula.Text, formula.Value) with { Stage = Stage.Derivative });
        return new ActivationQuantities(
            activation,
            OutputOf(output) with { Alternatives = [.. others.Where(other => other.Text != output)] },
            new Quantity(derivative, Places.Unit, Stage.Derivative, (step, s, l, i, _) => step.Samples[s].da_dz[l][i][i]) { Alternatives = [.. formulas, OfNeighbour] });
    }

    private static Quantity OfNeighbour => new("a_l[i] (1 - a_l[i+1])", Places.Unit, Stage.Derivative, (step, s, l, i, _) =>
    {
        double[] a = step.Samples[s].a[l];
        return a[i] * (1.0 - a[(i + 1) % a.Length]);
    });

    // The output as the activation gives it.
    private static Quantity OutputOf(string text) => new(text, Places.Unit, Stage.Sum, (step, s, l, i, _) =>
    {
        double[] output = new double[step.Samples[s].z[l].Length];
        step.Activation(l).Value(step.Samples[s].z[l], output);
        return output[i];
    });

    private static Quantity Unit(string text, Func<double, double, double> value)
    {
        return new Quantity(text, Places.Unit, Stage.Sum, (step, s, l, i, _) => value(step.Samples[s].z[l][i], step.Samples[s].a[l][i]));
    }

    private static Quantity OfSoftmax(string text, Func<double[], int, double> value)
    {
        return new Quantity(text, Places.Unit, Stage.Sum, (step, s, l, i, _) => value(step.Samples[s].z[l], i));
    }

    private static Quantity Pair(string text, Func<double[], int, int, double> value)
    {
        return new Quantity(text, Places.OwnPair, Stage.Derivative, (step, s, l, i, k) => value(step.Samples[s].a[l], i, k));
    }

    private static Quantity Through(string text, Func<SampleRecord, int, int, int, double> term) => new(text, Places.Unit, Stage.OutputGradient, (step, s, l, i, _) =>
    {
        double sum = 0.0;
        for (int k = 0; k < step.Samples[s].z[l].Length; k++)
        {
            sum += term(step.Samples[s], l, i, k);
        }

        return sum;
    });
}
