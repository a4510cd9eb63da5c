namespace LoopNet.Tracing;

/// <summary>The box that opens a trace: what has to be settled before two people can compare the numbers of this example, and nothing else.</summary>
internal static class Conventions
{
    private const int Width = FittedLines.StandardWidth - 4;
    private const int LabelWidth = 12;

    /// <summary>The lines of the box.</summary>
    /// <param name="header">The network and its rule.</param>
    /// <param name="names">The names of the text; null for LoopNet's.</param>
    /// <param name="numbers">How numbers are written.</param>
    public static IEnumerable<string> Box(TraceHeader header, OwnNames? names, Numbers numbers)
    {
        string border = $"+{new string('-', Width + 2)}+";
        yield return border;
        foreach ((string label, string text) in Sentences(header, names, numbers))
        {
            foreach (string line in FittedLines.Of(label.PadRight(LabelWidth) + text, Width, new string(' ', LabelWidth)))
            {
                yield return $"| {line.PadRight(Width)} |";
            }
        }

        yield return border;
    }

    public static IEnumerable<(string Label, string Text)> Sentences(TraceHeader header, OwnNames? names, Numbers numbers)
    {
        Layer[] layers = header.Network.Layers;
        bool hasBiases = layers.Any(layer => layer.b is not null);
        yield return ("Network", $"{string.Join('-', header.Network.Sizes())}: {header.Activations}.");
        yield return names?.Layout == WeightLayout.InputUnit
            ? ("Weights", "W1[k,i] goes from input k to unit i: a column holds the weights of one unit.")
            : ("Weights", "W1[i,k] goes from input k to unit i: a row holds the weights of one unit.");
        yield return ("Indexes", "start at 0: samples, units, rows and columns. Layers and steps start at 1; a0 is x.");
        yield return ("Loss", $"{header.LossInWords}.{(header.HasLogarithm ? " ln is the natural logarithm." : "")}");
        foreach ((string Label, string Text) sentence in header.Network.GoesBack ? WayBack(header, hasBiases, numbers) : [])
        {
            yield return sentence;
        }

        // Leaky ReLU is a ReLU with a slope.
        if (layers.Any(layer => layer.Activation is Relu { IsStandard: true }))
        {
            yield return ("ReLU", "max(0, z); its derivative [z > 0] is 1 where that is true, else 0; at z = 0, it is 0.");
        }

        if (layers.Any(layer => layer.Activation is LeakyRelu { IsStandard: true }))
        {
            yield return ("Leaky ReLU", "max(z, slope z); its derivative at z = 0 is the slope.");
        }

        yield return ("Sums", $"start at 0 and run in ascending order{(hasBiases ? "; a bias is added last" : "")}.");
        yield return ("Names", "F1 to U2 are the equations of docs/math.md; 1/0/dL/dW1 is dL/dW1 of step 1, sample 0.");
        yield return ("Numbers", Invariant($"are computed in double precision and shown to {numbers.Digits} significant digits."));
    }

    private static IEnumerable<(string Label, string Text)> WayBack(TraceHeader header, bool hasBiases, Numbers numbers)
    {
        string samples = header.Batch == 1 ? "" : $"; {header.Samples}";
        if (header.Rule.Moves)
        {
            yield return ("Rule", $"learning rate eta = {numbers.Write(header.Rule.LearningRate)}{samples}.");
            if (hasBiases)
            {
                yield return ("Biases", header.Rule.UpdateBiases ? "move like weights." : "stay as they are.");
            }

            yield return ("Update", "all gradients are taken at the old parameters; then all parameters move at once.");
        }
        else
        {
            yield return ("Rule", $"no learning rate, so nothing moves{samples}.");
        }

        yield return ("Jacobians", "da/dz[i,j] is da_i/dz_j; every activation has one, also where it is diagonal. ^T is the transpose.");
        if (header.Rule.OutputGradient == OutputGradient.Shortcut)
        {
            yield return ("Output", "dL/dz of the last layer is the shortcut a - y (B3s), without a Jacobian.");
        }

        yield return ("Brackets", "[i = j] is 1 where that is true and 0 where it is not; diag(v) is a matrix with v on its diagonal.");
    }
}
