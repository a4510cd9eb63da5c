namespace LoopNet.Cli;

/// <summary>What the curves show of one epoch.</summary>
/// <param name="Epoch">The epoch, from 1; 0 is before training.</param>
/// <param name="Loss">The mean loss on the training samples.</param>
/// <param name="TrainingAccuracy">The accuracy on the training samples, a fraction.</param>
/// <param name="TestAccuracy">The accuracy on the test samples, a fraction.</param>
public sealed record CurvePoint(int Epoch, double Loss, double TrainingAccuracy, double TestAccuracy)
{
    /// <summary>Takes the figures of the curves out of an epoch's result.</summary>
    internal static CurvePoint Of(EpochResult result)
    {
        return new CurvePoint(result.Epoch, result.Training.Loss, result.Training.Accuracy, result.Test.Accuracy);
    }
}
