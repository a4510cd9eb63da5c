namespace LoopNet.Checking;

/// <summary>The known mistakes.</summary>
public static class Catalogue
{
    /// <summary>All of them, in the order of the equations that go wrong; slips last.</summary>
    public static IReadOnlyList<Mistake> All { get; } =
    [
        BiasForgotten.Mistake,
        ParametersOfFirstStep.Mistake,
        SoftmaxWithoutExp.Mistake,
        Log10ForLn.Mistake,
        LossFactor.Mistake,
        SignReversed.Mistake,
        GradientFactor.Mistake,
        DerivativeAtWrongQuantity.Mistake,
        DeadReluOpen.Mistake,
        SoftmaxDiagonal.Mistake,
        DerivativeTwice.Mistake,
        DerivativeLeftOut.Mistake,
        DerivativeAfterShortcut.Mistake,
        DerivativeOfWrongLayer.Mistake,
        ShortcutMisplaced.Mistake,
        Division.Mistake,
        OuterProductTransposed.Mistake,
        WeightedSumForOutput.Mistake,
        UpdatedWeights.Mistake,
        OneUnitOnly.Mistake,
        WeightsNotTransposed.Mistake,
        MeanForSum.Mistake,
        SumForMean.Mistake,
        MeanTwice.Mistake,
        GradientNotReset.Mistake,
        LearningRateTwice.Mistake,
        LearningRateLeftOut.Mistake,
        UpdateAdded.Mistake,
        BiasesNotUpdated.Mistake,
        BiasesUpdated.Mistake,
        Rounded.Mistake,
        Misplaced.Mistake,
    ];

    /// <summary>The ways in which the mistakes can be made in an example, in the order of the catalogue.</summary>
    /// <param name="example">The example.</param>
    public static IReadOnlyList<Variant> Variants(Example example) => [.. All.SelectMany(mistake => mistake.Variants(example))];

    /// <summary>The equations of a step with mistakes in it.</summary>
    /// <param name="variants">The mistakes, in the order of the catalogue: an equation that is replaced twice is first replaced by the last.</param>
    public static StepEquations Equations(IEnumerable<Variant> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        StepEquations equations = new();
        foreach (Variant variant in variants.Reverse().OrderBy(variant => variant.Mistake.IsOutermost))
        {
            equations = variant.Replace(equations);
        }

        return equations;
    }
}
