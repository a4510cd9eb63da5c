using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The sentences that every form of a worksheet has.</summary>
internal static class WorksheetWords
{
    /// <summary>What has to be settled before anything is computed.</summary>
    public static IEnumerable<string> Conventions(Worksheet worksheet)
    {
        TraceHeader header = worksheet.Header;
        string weight = worksheet.Names.Layout == WeightLayout.InputUnit ? "W1[k,i]" : "W1[i,k]";
        string samples = header.Batch == 1 ? "" : $"; {header.Samples}";
        yield return $"Network {string.Join('-', header.Network.Sizes())}: {header.Activations}. {weight} goes from input k to unit i; indexes start at 0.";
        yield return $"Loss {header.LossInWords}{(header.HasLogarithm ? "; ln is the natural logarithm" : "")}.";
        if (header.Rule.Moves)
        {
            bool hasBiases = header.Network.Layers.Any(layer => layer.b is not null);
            string biases = header.Rule.UpdateBiases ? " Biases move like weights." : " Biases stay as they are.";
            yield return Invariant($"Learning rate eta = {header.Rule.LearningRate:R}{samples}.{(hasBiases ? biases : "")}");
            yield return "All gradients are taken at the old parameters; then all parameters move at once.";
        }
        else if (header.Network.GoesBack)
        {
            yield return $"There is no learning rate, so nothing moves{samples}.";
        }
    }

    /// <summary>That the samples come again; null where the form does not go that far.</summary>
    public static string? Repetition(Worksheet worksheet)
    {
        return worksheet.RepeatsFrom is int step ? Invariant($"Step {step} begins the samples again, in the same order.") : null;
    }

    /// <summary>A shape in words.</summary>
    public static string Shape(IReadOnlyList<int> shape) => shape.Count == 0 ? "one number" : string.Join(" x ", shape);
}
