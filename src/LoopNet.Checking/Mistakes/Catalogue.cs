namespace LoopNet.Checking;

/// <summary>The known mistakes.</summary>
public static class Catalogue
{
    /// <summary>All of them, in the order of the equations that go wrong; slips last.</summary>
    public static IReadOnlyList<Mistake> All { get; } =
    [
        BiasForgotten.Mistake,
        TransposedForward.Mistake,
        ParametersOfFirstStep.Mistake,
        BiasesOfStepBefore.Mistake,
        UpdatedAfterEverySample.Mistake,
        ActivationForgotten.Mistake,
        AnotherActivation.Mistake,
        SlopeMisplaced.Mistake,
        SignInExponent.Mistake,
        SoftmaxWithoutExp.Mistake,
        SoftmaxWithoutDenominator.Mistake,
        Log10ForLn.Mistake,
        LossFactor.Mistake,
        MeanOverOutputs.Mistake,
        LossSign.Mistake,
        ErrorForLoss.Mistake,
        SecondTermLeftOut.Mistake,
        SecondTermSign.Mistake,
        SignReversed.Mistake,
        GradientFactor.Mistake,
        WrongDerivative.Mistake,
        DerivativeAtWrongQuantity.Mistake,
        DeadReluOpen.Mistake,
        SoftmaxDiagonal.Mistake,
        DerivativeTwice.Mistake,
        DerivativeLeftOut.Mistake,
        DerivativeAfterShortcut.Mistake,
        DerivativeOfWrongLayer.Mistake,
        ReluOnGradient.Mistake,
        GradientDropped.Mistake,
        ShortcutMisplaced.Mistake,
        Division.Mistake,
        OuterProductTransposed.Mistake,
        WeightedSumForOutput.Mistake,
        WrongInput.Mistake,
        BiasGradientSummed.Mistake,
        BiasFromWeights.Mistake,
        UpdatedWeights.Mistake,
        OneUnitOnly.Mistake,
        WeightsNotTransposed.Mistake,
        WeightsLeftOut.Mistake,
        RawErrorsSentBack.Mistake,
        ErrorsSplit.Mistake,
        MeanForSum.Mistake,
        SumForMean.Mistake,
        MeanTwice.Mistake,
        OneSampleCounted.Mistake,
        ProductOfMeans.Mistake,
        GradientNotReset.Mistake,
        LearningRateTwice.Mistake,
        LearningRateLeftOut.Mistake,
        UpdateAdded.Mistake,
        OnlySomeUpdated.Mistake,
        MomentumAdded.Mistake,
        BiasesNotUpdated.Mistake,
        BiasesUpdated.Mistake,
        Rounded.Mistake,
        Misplaced.Mistake,
    ];

    /// <summary>The ways in which the mistakes can be made in an example, in every place, in the order of the catalogue.</summary>
    /// <param name="example">The example.</param>
    public static IReadOnlyList<Edit> Edits(Example example) => [.. All.SelectMany(mistake => mistake.Edits(example))];
}
