using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The sentences that both forms of a worksheet have.</summary>
internal static class WorksheetWords
{
    /// <summary>What has to be settled before anything is computed.</summary>
    public static IEnumerable<string> Conventions(TraceHeader header)
    {
        yield return $"Network {string.Join('-', header.Network.Sizes())}: {header.Activations}. W1[i,k] goes from input k to unit i; indexes start at 0.";
        yield return $"Loss {header.LossInWords}{(header.Network.HasLoss ? "; ln is the natural logarithm" : "")}.";
        if (header.Rule.Moves)
        {
            yield return Invariant($"Learning rate eta = {header.Rule.LearningRate:R}; {header.Samples}. {(header.Rule.UpdateBiases ? "Biases move like weights." : "Biases stay as they are.")}");
            yield return "All gradients are taken at the old parameters; then all parameters move at once.";
        }
        else if (header.Network.GoesBack)
        {
            yield return $"There is no learning rate, so nothing moves; {header.Samples}.";
        }
    }

    /// <summary>That the samples come again; null where the form does not go that far.</summary>
    public static string? Repetition(Worksheet worksheet)
    {
        return worksheet.RepeatsFrom is int step ? Invariant($"Step {step} begins the samples again, in the same order.") : null;
    }

    /// <summary>Where a record stands: step, sample, phase.</summary>
    public static string Place(TraceRecord record)
    {
        string sample = record.Sample is int number ? Invariant($", sample {number}") : "";
        return Invariant($"Step {record.Step}{sample}: {record.Tensor.Phase}");
    }

    /// <summary>A shape in words.</summary>
    public static string Shape(IReadOnlyList<int> shape) => shape.Count == 0 ? "one number" : string.Join(" x ", shape);
}
