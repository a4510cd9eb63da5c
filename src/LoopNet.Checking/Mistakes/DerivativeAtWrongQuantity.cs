namespace LoopNet.Checking;

/// <summary>The derivative of the activation, taken at z where its formula wants a, or at a where it wants z.</summary>
internal static class DerivativeAtWrongQuantity
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Derivative at the wrong quantity",
        Equation = "B2",
        Right = "da/dz = a (1 - a) for sigmoid, da/dz = 1 - a^2 for tanh",
        Wrong = "da/dz = z (1 - z), da/dz = 1 - z^2; or f'(a), the derivative at a in place of z",
        Explanation =
            "The derivative of the activation was taken at the wrong number. In a (1 - a) stands the output a, not the weighted sum z; and f' is taken at z, not at a, which has been through f already.",
        ShownIn = "mazur",
        ShownBy = "da2/dz2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is (Sigmoid or Tanh or Softmax) and { IsStandard: true });
        yield return Mistake.Way(right => right with { B2 = right.B2.Then(AtWeightedSum) }, "with z in place of a", layers);
        yield return Mistake.Way(right => right with { B2 = right.B2.Then(AtOutput) }, "f'(a) in place of f'(z)", layers);
    }

    private static void AtWeightedSum(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        step.Activation(l).Jacobian(sample.z[l], sample.z[l], sample.da_dz[l]);
    }

    private static void AtOutput(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        Activation activation = step.Activation(l);
        double[] output = new double[sample.a[l].Length];
        activation.Value(sample.a[l], output);
        activation.Jacobian(sample.a[l], output, sample.da_dz[l]);
    }
}
