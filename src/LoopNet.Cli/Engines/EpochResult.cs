namespace LoopNet.Cli;

/// <summary>How a network does after an epoch.</summary>
/// <param name="Epoch">The epoch, from 1; 0 is before training.</param>
/// <param name="Training">On the training digits.</param>
/// <param name="Test">On the test digits.</param>
/// <param name="Seconds">How long the epoch's training took, without these measurements.</param>
internal sealed record EpochResult(int Epoch, Evaluation Training, Evaluation Test, double Seconds)
{
    /// <summary>The result in a line.</summary>
    public override string ToString()
    {
        string when = Seconds == 0.0 ? "before training" : $"{Seconds:F1} s";
        return $"epoch {Epoch}   training {Figures(Training)}   test {Figures(Test)}   {when}";
    }

    private static string Figures(Evaluation evaluation)
    {
        const double Largest = 1e6;
        string loss = evaluation.Loss < Largest ? $"{evaluation.Loss:F5}" : $"{evaluation.Loss:E3}";
        return $"accuracy {evaluation.Accuracy * 100.0,6:F2} %, loss {loss,8}";
    }
}
