namespace LoopNet.Tracing;

/// <summary>The loss of a step's own samples before the step and after it: whether it fell.</summary>
internal static class LossAfter
{
    /// <summary>The line; null where there is no loss, where nothing moves, and where a loss is not finite.</summary>
    /// <param name="step">A step that came to its end.</param>
    /// <param name="numbers">How numbers are written.</param>
    public static string? Line(StepTrace step, Numbers numbers)
    {
        if (!step.Header.Network.HasLoss || !step.Header.Rule.Moves)
        {
            return null;
        }

        Network after = After(step);
        double old = 0.0;
        double now = 0.0;
        foreach (SampleRecord before in step.Numbers.Samples)
        {
            SampleRecord sample = new(after, gradients: false, inputGradient: false);
            before.x.CopyTo(sample.x, 0);
            before.y.CopyTo(sample.y, 0);
            ForwardPass.Run(after, sample);
            old += before.L;
            now += sample.L;
        }

        string symbol = "L";
        int count = step.Numbers.Count;
        if (count > 1)
        {
            bool mean = step.Header.Rule.Reduction == Reduction.Mean;
            symbol = mean ? "mean L" : "sum L";
            old = mean ? old / count : old;
            now = mean ? now / count : now;
        }

        string written = $"    {symbol} = {numbers.Write(old)} at the old parameters, {numbers.Write(now)} at the new ones";
        return double.IsFinite(old) && double.IsFinite(now) ? written : null;
    }

    private static Network After(StepTrace step)
    {
        Layer[] layers = [.. step.Header.Network.Layers.Select((layer, index) => new Layer(step.Numbers.W_new[index + 1], step.Numbers.b_new[index + 1], layer.Activation))];
        return new Network(layers, step.Header.Loss);
    }
}
