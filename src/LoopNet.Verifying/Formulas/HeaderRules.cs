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
            Require(ActivationRule.All.ContainsKey(name), $"there is no activation \"{JsonLine.Shortened(name)}\"; expected one of {string.Join(", ", ActivationRule.All.Keys)}");
        }

        string output = header.Activations[^1];
        Require(LossRule.All.TryGetValue(header.Loss, out LossRule? loss), $"there is no loss \"{JsonLine.Shortened(header.Loss)}\"; expected one of {string.Join(", ", LossRule.All.Keys)}");
        Require(loss!.OutputActivations.Contains(output), $"{header.Loss} does not go with {output} outputs; expected {string.Join(" or ", loss.OutputActivations)}");
        Require(header.LearningRate > 0.0, Invariant($"the learning rate is {header.LearningRate:R}; expected a number over 0"));
        Require(header.Batch >= 1, "\"batch\" is 0; expected at least 1");
        Require(header.Reduction is "mean" or "sum", $"\"reduction\" is \"{JsonLine.Shortened(header.Reduction)}\"; expected \"mean\" or \"sum\"");
        bool isShortcut = header.OutputGradient == "shortcut";
        Require(
            isShortcut || header.OutputGradient == "jacobian",
            $"\"outputGradient\" is \"{JsonLine.Shortened(header.OutputGradient)}\"; expected \"jacobian\" or \"shortcut\"");
        Require(
            !isShortcut || (output == "softmax" && header.Loss == "cross-entropy"),
            $"the shortcut does not hold for {output} with {header.Loss}; it holds for softmax with cross-entropy only");
    }

    private static void Require(bool holds, string problem) => TraceFaultException.Require(holds, 1, problem);
}
