using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The training loss is more than before training, or has risen and stays up.</summary>
internal static class LossGrowing
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "The loss grows";

    private const double More = 1.01;
    private const double Learned = 0.5;
    private const double Much = 2.0;
    private const double Lost = 0.01;
    private const int FewestEpochs = 3;

    /// <summary>Looks for a loss over the one before training, of a network that recognises less than half of its digits.</summary>
    /// <param name="history">What was measured before training and after each epoch.</param>
    public static Symptom? OverTheFirst(IReadOnlyList<EpochFigures> history)
    {
        EpochFigures last = history[^1];
        return history.Count > 1 && last.TrainingAccuracy < Learned && last.TrainingLoss > More * history[0].TrainingLoss
            ? new Symptom(Heading, Invariant($"the training loss is {last.TrainingLoss:G6}, more than the {history[0].TrainingLoss:G6} before training"))
            : null;
    }

    /// <summary>Looks for a loss that has been twice its lowest for long, while the accuracy has fallen: one that jumps and comes back is none.</summary>
    /// <param name="history">What was measured before training and after each epoch.</param>
    /// <param name="updatesPerEpoch">How many updates an epoch has.</param>
    public static Symptom? OverTheLowest(IReadOnlyList<EpochFigures> history, long updatesPerEpoch)
    {
        int epochs = (int)Math.Max(FewestEpochs, (Symptom.FewestUpdates + updatesPerEpoch - 1) / updatesPerEpoch);
        double lowest = history.Min(figures => figures.TrainingLoss);
        bool isUp = history.Count > epochs && history.TakeLast(epochs).All(figures => figures.TrainingLoss > Much * lowest);
        bool isLost = history[^1].TrainingAccuracy < history.Max(figures => figures.TrainingAccuracy) - Lost;
        return isUp && isLost
            ? new Symptom(Heading, Invariant($"the training loss has been over twice its lowest, {lowest:G6}, for {epochs} epochs, and is {history[^1].TrainingLoss:G6}"))
            : null;
    }
}
