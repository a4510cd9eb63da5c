namespace LoopNet.Checking;

/// <summary>The gradient of a hidden output from one unit of the next layer alone.</summary>
internal sealed class OneUnitOnly : Mistake
{
    private const int SameIndex = -1;
    private const int MostUnitsNamed = 8;

    public override string Title => "Only one unit of the next layer counted";

    public override string Equation => "B7";

    public override string Right => "dL/da[k] = sum_i W[i,k] dL/dz[i]";

    public override string Wrong => "dL/da[k] = W[i,k] dL/dz[i] for one i";

    public override string Explanation =>
        "The gradient of an output was taken from a single unit of the next layer. An output feeds every unit of the next layer, so what comes back from all of them is added.";

    public override string? SeenIn => "Prakash Jay, Back-Propagation is very simple (2017): only the weight whose two indices are equal";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/da1[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (LayerChoice choice in LayerChoice.Of(example, l => example.Network.Layers[l - 1].Size > 1))
        {
            int units = choice.Layers.Min(l => example.Network.Layers[l - 1].Size);
            foreach (int unit in Enumerable.Range(0, Math.Min(units, MostUnitsNamed)))
            {
                yield return Variant($"unit {unit}, {choice.Where}", inner => new Steps(inner, choice, unit));
            }

            if (choice.Layers.All(l => example.Network.Layers[l - 1].Size >= example.Network.Layers[l - 1].InputSize))
            {
                yield return Variant($"the unit of the same index, {choice.Where}", inner => new Steps(inner, choice, SameIndex));
            }
        }
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers, int unit) : MistakenEquations(inner)
    {
        public override void B7(Sheet sheet, int s, int l)
        {
            base.B7(sheet, s, l);
            SampleSheet sample = sheet.Samples[s];
            for (int k = 0; k < sample.a[l - 1].Length && layers.Has(l); k++)
            {
                int i = unit == SameIndex ? k : unit;
                sample.dL_da[l - 1][k] = sample.dz_da[l][i][k] * sample.dL_dz[l][i];
            }
        }
    }
}
