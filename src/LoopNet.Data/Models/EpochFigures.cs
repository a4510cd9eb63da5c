namespace LoopNet.Data;

/// <summary>How a network does after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1; 0 is before training.</param>
/// <param name="TrainingLoss">The mean loss on the training digits.</param>
/// <param name="TrainingAccuracy">The accuracy on the training digits, a fraction.</param>
/// <param name="TestLoss">The mean loss on the test digits.</param>
/// <param name="TestAccuracy">The accuracy on the test digits, a fraction.</param>
public record EpochFigures(int Epoch, double TrainingLoss, double TrainingAccuracy, double TestLoss, double TestAccuracy);
