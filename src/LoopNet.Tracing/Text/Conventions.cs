namespace LoopNet.Tracing;

/// <summary>The box that opens a trace: what has to be settled before two people can compare numbers.</summary>
internal static class Conventions
{
    /// <summary>The lines of the box.</summary>
    /// <param name="header">The network and its rule.</param>
    /// <param name="names">The names of the text; null for LoopNet's.</param>
    /// <param name="numbers">How numbers are written.</param>
    public static IEnumerable<string> Box(TraceHeader header, OwnNames? names, Numbers numbers)
    {
        string[] lines = [.. Sentences(header, names, numbers)];
        int width = lines.Max(line => line.Length);
        string border = $"+{new string('-', width + 2)}+";
        yield return border;
        foreach (string line in lines)
        {
            yield return $"| {line.PadRight(width)} |";
        }

        yield return border;
    }

    private static IEnumerable<string> Sentences(TraceHeader header, OwnNames? names, Numbers numbers)
    {
        yield return $"Network     {string.Join('-', header.Network.Sizes())}: {header.Activations}.";
        yield return names?.Layout == WeightLayout.InputUnit
            ? "Weights     W1[k,i] goes from input k to unit i: a column holds the weights of one unit."
            : "Weights     W1[i,k] goes from input k to unit i: a row holds the weights of one unit.";
        yield return "Indexes     start at 0: samples, units, rows and columns. Layers and steps start at 1; a0 is x.";
        yield return $"Loss        {header.LossInWords}.{(header.Network.HasLoss ? " ln is the natural logarithm." : "")}";
        foreach (string sentence in header.Network.GoesBack ? WayBack(header, numbers) : [])
        {
            yield return sentence;
        }

        yield return "Brackets    [i = j] and [z > 0] are 1 where that is true and 0 where it is not; diag(v) is a matrix with v on its diagonal.";
        yield return "ReLU        max(0, z); its derivative at z = 0 is 0.";
        if (header.Network.Layers.Any(layer => layer.Activation is LeakyRelu))
        {
            yield return "Leaky ReLU  max(z, slope z); its derivative at z = 0 is the slope.";
        }

        yield return "Sums        start at 0 and run in ascending order; a bias is added last.";
        yield return "Names       F1 to U2 are the equations of docs/math.md; 1/0/dL/dW1 is dL/dW1 of step 1, sample 0.";
        yield return Invariant($"Numbers     are computed in double precision and shown to {numbers.Digits} significant digits.");
    }

    private static IEnumerable<string> WayBack(TraceHeader header, Numbers numbers)
    {
        if (header.Rule.Moves)
        {
            yield return $"Rule        learning rate eta = {numbers.Write(header.Rule.LearningRate)}; {header.Samples}.";
            yield return $"Biases      {(header.Rule.UpdateBiases ? "where a layer has them, move like weights" : "stay as they are")}.";
            yield return "Update      all gradients are taken at the old parameters; then all parameters move at once.";
        }
        else
        {
            yield return $"Rule        no learning rate, so nothing moves; {header.Samples}.";
        }

        yield return "Jacobians   da/dz[i,j] is da_i/dz_j; every activation has one, also where it is diagonal. ^T is the transpose.";
        if (header.Rule.OutputGradient == OutputGradient.Shortcut)
        {
            yield return "Output      dL/dz of the last layer is the shortcut a - y (B3s), without a Jacobian.";
        }
    }
}
