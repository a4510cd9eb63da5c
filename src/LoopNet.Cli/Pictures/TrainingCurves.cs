namespace LoopNet.Cli;

/// <summary>The course of a training in two plots: the loss over the epochs, and the accuracy, each on the training and on the test digits.</summary>
internal static class TrainingCurves
{
    private static readonly int[] AccuracyTicks = [0, 20, 40, 60, 80, 100];

    /// <summary>Makes the plots.</summary>
    /// <param name="results">The epochs so far, ascending; one with a number that is infinite or none is left out.</param>
    /// <returns>The plot of the loss, then that of the accuracy.</returns>
    /// <exception cref="ArgumentException">There is no epoch to draw.</exception>
    public static CurvePlot[] Of(IReadOnlyList<EpochResult> results)
    {
        EpochResult[] sound = [.. results.Where(IsFinite)];
        if (sound.Length == 0)
        {
            throw new ArgumentException("There is no epoch to draw.", nameof(results));
        }

        EpochAxis epochs = new(sound[0].Epoch, sound[^1].Epoch);
        double[] places = [.. sound.Select(result => epochs.Fraction(result.Epoch))];
        return [Loss(sound, epochs, places), Accuracy(sound, epochs, places)];
    }

    private static CurvePlot Loss(EpochResult[] results, EpochAxis epochs, double[] places)
    {
        double[] training = [.. results.Select(result => result.TrainingLoss)];
        double[] test = [.. results.Select(result => result.TestLoss)];
        LossAxis axis = LossAxis.Of([.. training, .. test]);
        Curve ofTraining = Curve.Of("training", training, axis.Fraction, NumberText.Loss);
        Curve ofTest = Curve.Of("test", test, axis.Fraction, NumberText.Loss);
        return new CurvePlot("loss", axis.Title, axis.Ticks, epochs, places, [ofTraining, ofTest]);
    }

    private static CurvePlot Accuracy(EpochResult[] results, EpochAxis epochs, double[] places)
    {
        (double, string)[] ticks = [.. AccuracyTicks.Select(percent => (percent / 100.0, Invariant($"{percent}")))];
        Curve training = OfAccuracy("training", results, result => result.TrainingAccuracy);
        Curve test = OfAccuracy("test", results, result => result.TestAccuracy);
        return new CurvePlot("accuracy", "accuracy in %", ticks, epochs, places, [training, test]);
    }

    private static Curve OfAccuracy(string name, EpochResult[] results, Func<EpochResult, double> accuracy)
    {
        return Curve.Of(name, [.. results.Select(accuracy)], value => value, value => NumberText.Percent(value));
    }

    private static bool IsFinite(EpochResult result)
    {
        double[] figures = [result.TrainingLoss, result.TrainingAccuracy, result.TestLoss, result.TestAccuracy];
        return figures.All(double.IsFinite);
    }
}
