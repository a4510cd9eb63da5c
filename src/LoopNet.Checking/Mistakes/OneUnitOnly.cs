namespace LoopNet.Checking;

/// <summary>The gradient of a hidden output from one unit of the next layer alone.</summary>
internal static class OneUnitOnly
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Only one unit of the next layer counted",
        Equation = "B7",
        Right = "dL/da[k] = sum_i W[i,k] dL/dz[i]",
        Wrong = "dL/da[k] = W[i,k] dL/dz[i] for one i",
        Explanation =
            "The gradient of an output was taken from a single unit of the next layer. An output feeds every unit of the next layer, so what comes back from all of them is added.",
        SeenIn = "Prakash Jay, Back-Propagation is very simple (2017): only the weight whose two indices are equal",
        ShownIn = "mazur",
        ShownBy = "dL/da1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> several = l => example.Network.Layers[l - 1].Size > 1;
        int units = example.Network.Layers.Max(layer => layer.Size);
        for (int unit = 0; unit < Math.Min(units, MostUnitsNamed); unit++)
        {
            int counted = unit;
            yield return Way(Invariant($"unit {unit}"), counted, l => several(l) && counted < example.Network.Layers[l - 1].Size);
        }

        yield return Way("the unit of the same index", SameIndex, l => several(l) && example.Network.Layers[l - 1].Size >= example.Network.Layers[l - 1].InputSize);
    }

    private const int SameIndex = -1;
    private const int MostUnitsNamed = 8;

    private static Edit Way(string what, int unit, Func<int, bool> layers)
    {
        return Mistake.Way(right => right with { B7 = right.B7.Then((step, s, l) => FromOneUnit(step, s, l, unit)) }, what, layers);
    }

    private static void FromOneUnit(CalculatedStep step, int s, int l, int unit)
    {
        SampleRecord sample = step.Samples[s];
        for (int k = 0; k < sample.a[l - 1].Length; k++)
        {
            int i = unit == SameIndex ? k : unit;
            sample.dL_da[l - 1][k] = step.dz_da[s][l][i][k] * sample.dL_dz[l][i];
        }
    }
}
