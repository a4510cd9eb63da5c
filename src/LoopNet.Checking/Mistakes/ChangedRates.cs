namespace LoopNet.Checking;

/// <summary>A step that moves weights, biases or both by another multiple of the gradient.</summary>
internal sealed class ChangedRates(StepEquations inner, Func<double, double> change, bool weights, bool biases) : MistakenEquations(inner)
{
    private static readonly (bool Weights, bool Biases, string Where)[] Ways =
    [
        (true, true, "for all parameters"),
        (true, false, "for the weights"),
        (false, true, "for the biases"),
    ];

    /// <summary>For everything that moves, for the weights alone, for the biases alone.</summary>
    /// <param name="example">The example.</param>
    public static IEnumerable<(bool Weights, bool Biases, string Where)> Choices(Example example)
    {
        bool biasesMove = example.Rule.UpdateBiases && example.Network.Layers.Any(layer => layer.b is not null);
        return biasesMove ? Ways : [(true, true, "")];
    }

    public override void Rates(Sheet sheet)
    {
        base.Rates(sheet);
        sheet.WeightRate = weights ? change(sheet.WeightRate) : sheet.WeightRate;
        sheet.BiasRate = biases ? change(sheet.BiasRate) : sheet.BiasRate;
    }
}
