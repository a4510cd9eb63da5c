namespace LoopNet.Verifying;

/// <summary>Refuses a network or a rule that a trace cannot have (docs/trace-format.md).</summary>
internal static class HeaderRules
{
    private const int LongestName = 64;

    /// <summary>Checks a header.</summary>
    /// <exception cref="TraceFaultException">It contradicts the format, or itself.</exception>
    public static void Check(FileHeader header)
    {
        bool isName = header.Example.Length is >= 1 and <= LongestName && header.Example.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        Require(isName, "\"example\" is no name; expected letters, digits and hyphens, 64 at most");
        Require(header.Activations.Length > 0, "\"activations\" is empty; expected one for each layer");
        Require(
            header.Sizes.Length == header.Activations.Length + 1,
            $"there are {header.Sizes.Length} sizes and {header.Activations.Length} activations; expected one size more than activations");
        Require(header.Sizes.All(size => size > 0), "a size is 0; expected at least 1");
        foreach (string name in header.Activations)
        {
            Require(ActivationRule.All.ContainsKey(name), $"there is no activation \"{JsonLine.Shortened(name)}\"; expected one of {string.Join(", ", ActivationRule.All.Keys)}; a function of one's own cannot be derived again");
        }

        string output = header.Activations[^1];
        CheckSlopes(header);
        CheckLoss(header, output);
        Require(header.Batch >= 1, "\"batch\" is 0; expected at least 1");
        Require(header.Reduction is "mean" or "sum", $"\"reduction\" is \"{JsonLine.Shortened(header.Reduction)}\"; expected \"mean\" or \"sum\"");
        bool isShortcut = header.OutputGradient == "shortcut";
        Require(
            isShortcut || header.OutputGradient == "jacobian",
            $"\"outputGradient\" is \"{JsonLine.Shortened(header.OutputGradient)}\"; expected \"jacobian\" or \"shortcut\"");
        Require(
            !isShortcut || (output, header.Loss) is ("softmax", "cross-entropy") or ("sigmoid", "binary-cross-entropy"),
            $"the shortcut does not hold for {output} with {header.Loss ?? "no loss"}; it holds for softmax with cross-entropy and for sigmoid with binary-cross-entropy only");
    }

    private static void CheckSlopes(FileHeader header)
    {
        bool[] have = [.. header.Activations.Select(ActivationRule.HasSlope)];
        bool hasAny = have.Contains(true);
        Require(hasAny == header.Slopes is not null, hasAny ? "\"slopes\" is missing, and a layer has leaky ReLU" : "\"slopes\" stands there, and no layer has leaky ReLU");
        Require(
            header.Slopes is null || header.Slopes.Select(slope => slope is not null).SequenceEqual(have),
            "\"slopes\" does not fit \"activations\"; expected a number for each layer with leaky ReLU, and null for every other");
        Require(header.Slopes is null || header.Slopes.All(slope => slope is null or (>= 0.0 and <= 1.0)), "a slope is no number from 0 to 1");
    }

    private static void CheckLoss(FileHeader header, string output)
    {
        Require(header.Gradient is null or "given", $"\"gradient\" is \"{JsonLine.Shortened(header.Gradient ?? "")}\"; expected \"given\", or no such key");
        Require(header.LearningRate is not <= 0.0, Invariant($"the learning rate is {header.LearningRate:R}; expected a number over 0"));
        if (header.Loss is null)
        {
            Require(header.GoesBack || header.LearningRate is null, "there is a learning rate, and without a loss or a given gradient nothing moves; expected null");
            return;
        }

        Require(header.Gradient is null, $"\"gradient\" stands beside the loss {JsonLine.Shortened(header.Loss)}; expected one of them");
        Require(LossRule.All.TryGetValue(header.Loss, out LossRule? loss), $"there is no loss \"{JsonLine.Shortened(header.Loss)}\"; expected one of {string.Join(", ", LossRule.All.Keys)}; a loss of one's own cannot be derived again");
        Require(loss!.OutputActivations.Contains(output), $"{header.Loss} does not go with {output} outputs; expected {string.Join(" or ", loss.OutputActivations)}");
    }

    private static void Require(bool holds, string problem) => TraceFaultException.Require(holds, 1, problem);
}
