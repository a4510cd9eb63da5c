namespace LoopNet.Checking;

/// <summary>A derivative that is not that of the activation.</summary>
internal static class WrongDerivative
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Wrong formula for the derivative",
        Equation = "B2",
        Right = "da_l/dz_l[i,i] = f'(z_l[i])",
        Wrong = "da_l/dz_l[i,i] = another expression of a_l[i]",
        Explanation =
            "The derivative of the activation was taken by a wrong formula. It is a (1 - a) for a sigmoid, 1 - a^2 for tanh, and 1 or 0 for ReLU, whether z is above 0 or not.",
        ShownIn = "mazur",
        ShownBy = "da2/dz2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        foreach (DerivativeFormula formula in ActivationFormulas.OfDerivatives)
        {
            Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is ElementwiseActivation and not Identity && formula.IsWrongFor(activation));
            string wrong = $"dL/dz_l[i] = {formula.Text} dL/da_l[i]";
            yield return Mistake.Way(right => right with { B2 = right.B2.Then(Take(formula)) }, $"{formula.Text.Replace("_l[i]", "")} for f'(z)", layers, $"da_l/dz_l[i,i] = {formula.Text}");
            yield return Mistake.Way(right => Alteration.InTheProduct(right, Take(formula)), $"{formula.Text.Replace("_l[i]", "")} for f'(z), with da/dz itself right", layers, wrong);
        }
    }

    private static SampleEquation Take(DerivativeFormula formula) => (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.da_dz[l][i][i] = formula.Value(sample.z[l][i], sample.a[l][i]);
        }
    };
}
