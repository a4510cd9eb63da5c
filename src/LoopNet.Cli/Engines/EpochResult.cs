using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>How a network does after an epoch, and how long the epoch took.</summary>
/// <param name="Epoch">The epoch, from 1; 0 is before training.</param>
/// <param name="TrainingLoss">The mean loss on the training digits.</param>
/// <param name="TrainingAccuracy">The accuracy on the training digits, a fraction.</param>
/// <param name="TestLoss">The mean loss on the test digits.</param>
/// <param name="TestAccuracy">The accuracy on the test digits, a fraction.</param>
/// <param name="Seconds">How long the epoch's training took, without the measurements; 0 where that is not known.</param>
internal sealed record EpochResult(
    int Epoch, double TrainingLoss, double TrainingAccuracy, double TestLoss, double TestAccuracy, double Seconds)
    : EpochFigures(Epoch, TrainingLoss, TrainingAccuracy, TestLoss, TestAccuracy)
{
    /// <summary>Adds the seconds to the figures of an epoch.</summary>
    public EpochResult(EpochFigures figures, double seconds)
        : this(figures.Epoch, figures.TrainingLoss, figures.TrainingAccuracy, figures.TestLoss, figures.TestAccuracy, seconds)
    {
    }
}
