using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The loss of softmax outputs that are the same for every digit: ln 10, as by chance.</summary>
internal static class LossOfChance
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "The loss stays at ln 10";

    // The outputs of a network that has learned nothing but how frequent each digit is: 2.3012 on MNIST.
    private const double Margin = 0.007;

    /// <summary>Looks for it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="figures">What was measured after the epoch.</param>
    public static Symptom? In(Network network, EpochFigures figures)
    {
        double chance = Math.Log(DigitSet.ClassCount);
        bool isLogarithm = network.Output is Softmax && network.Loss is CrossEntropy;
        return isLogarithm && Math.Abs(figures.TrainingLoss - chance) <= Margin
            ? new Symptom(Heading, Invariant($"the training loss is {figures.TrainingLoss:F5}, and ln 10 = {chance:F5} is that of ten equal outputs, as by chance"))
            : null;
    }
}
