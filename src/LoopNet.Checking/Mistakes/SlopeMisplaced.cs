namespace LoopNet.Checking;

/// <summary>The slope of a leaky ReLU on the wrong side of 0, on both, or another slope.</summary>
internal static class SlopeMisplaced
{
    // Those that layers have where nobody gives one, in programs and in print.
    private static readonly double[] UsualSlopes = [0.01, 0.1, 0.2, 0.3];

    public static Mistake Mistake { get; } = new()
    {
        Title = "Slope of the leaky ReLU misplaced",
        Equation = "F2",
        Right = "a_l[i] = z_l[i] where z_l[i] > 0, else slope z_l[i]",
        Wrong = "a_l[i] = slope z_l[i] everywhere, or with the sides exchanged, or with another slope",
        Explanation =
            "The slope stands in the wrong place, or is another one. A leaky ReLU passes z on as it is where z is above 0, and takes slope z elsewhere; its derivative is 1 and the slope on the same sides.",
        ShownIn = "leaky-relu",
        ShownBy = "a1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, double?> slopeOf = l => example.Network.Layers[l - 1].Activation is LeakyRelu { IsStandard: true } leaky ? leaky.Slope : null;
        IEnumerable<Edit> everywhere = Ways("slope z everywhere", "slope z_l[i] everywhere", (_, slope) => slope, l => slopeOf(l) is not null and not 1.0);
        IEnumerable<Edit> exchanged = Ways("the sides exchanged", "slope z_l[i] where z_l[i] > 0, else z_l[i]", (z, slope) => z > 0.0 ? slope : 1.0, l => slopeOf(l) is not null and not 1.0);
        IEnumerable<Edit> others = UsualSlopes.SelectMany(other => Ways(
            Invariant($"the slope {other}"),
            Invariant($"z_l[i] where z_l[i] > 0, else {other} z_l[i]"),
            (z, _) => z > 0.0 ? 1.0 : other,
            l => slopeOf(l) is double own && own != other));
        return [.. everywhere, .. exchanged, .. others];
    }

    // What z is multiplied by, given z and the slope of the layer: in the output and the derivative, or in one of them.
    private static IEnumerable<Edit> Ways(string way, string wrong, Func<double, double, double> factor, Func<int, bool> layers)
    {
        yield return Mistake.Way(right => right with { F2 = right.F2.Then(Apply(factor)), B2 = right.B2.Then(Derive(factor)) }, way, layers, $"a_l[i] = {wrong}");
        yield return Mistake.Way(right => right with { F2 = right.F2.Then(Apply(factor)) }, $"{way}, in the output only", layers, $"a_l[i] = {wrong}");
        yield return Mistake.Way(right => right with { B2 = right.B2.Then(Derive(factor)) }, $"{way}, in the derivative only", layers, $"da_l/dz_l[i,i] as if a_l[i] = {wrong}");
    }

    private static SampleEquation Apply(Func<double, double, double> factor) => (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.a[l][i] = factor(sample.z[l][i], SlopeOf(step, l)) * sample.z[l][i];
        }
    };

    private static SampleEquation Derive(Func<double, double, double> factor) => (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.da_dz[l][i][i] = factor(sample.z[l][i], SlopeOf(step, l));
        }
    };

    // The equations are made for every layer, and taken in those with a slope.
    private static double SlopeOf(CalculatedStep step, int l) => (step.Activation(l) as LeakyRelu)?.Slope ?? 1.0;
}
