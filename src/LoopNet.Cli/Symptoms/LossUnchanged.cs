using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The loss of a network that recognises less than half of its digits does not move.</summary>
internal static class LossUnchanged
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "The loss does not move";

    private const int Epochs = 3;
    private const double Still = 1e-3;
    private const double Learned = 0.5;

    /// <summary>Looks for it in the last epochs.</summary>
    /// <param name="history">What was measured before training and after each epoch.</param>
    public static Symptom? In(IReadOnlyList<EpochFigures> history)
    {
        if (history.Count <= Epochs || history[^1].TrainingAccuracy >= Learned)
        {
            return null;
        }

        double[] losses = [.. history.TakeLast(Epochs + 1).Select(figures => figures.TrainingLoss)];
        return losses.Max() - losses.Min() <= Still * losses[^1]
            ? new Symptom(Heading, Invariant($"the training loss has moved from {losses[0]:G6} to {losses[^1]:G6} in {Epochs} epochs"))
            : null;
    }

    /// <summary>Looks for it at the end of a run of few updates, which may just have been too few.</summary>
    /// <param name="history">What was measured before training and after each epoch.</param>
    /// <param name="updates">How many updates there were.</param>
    public static Symptom? AfterFew(IReadOnlyList<EpochFigures> history, long updates)
    {
        const double hardly = 0.05;
        EpochFigures first = history[0];
        EpochFigures last = history[^1];
        return last.TrainingAccuracy < Learned && Math.Abs(last.TrainingLoss - first.TrainingLoss) <= hardly * first.TrainingLoss
            ? new Symptom(Heading, $"after {NumberText.Count(updates, "update")} the training loss has moved from {Shown(first)} to {Shown(last)}; a smaller --batch, more --epochs or a larger --learning-rate may be enough")
            : null;
    }

    private static string Shown(EpochFigures figures) => Invariant($"{figures.TrainingLoss:G6}");
}
