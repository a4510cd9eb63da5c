using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What options ask for in place of what a saved model says: one clause for each, for example <c>--batch 7 (there: 5)</c>.</summary>
/// <param name="asked">The plan with the options.</param>
/// <param name="there">The plan of the model.</param>
/// <param name="samples">The samples of an epoch: a batch of more is one of all.</param>
internal sealed class PlanDifferences(TrainingPlan asked, TrainingPlan there, int samples)
{
    private readonly List<string> _found = [];

    /// <summary>Compares the networks.</summary>
    public PlanDifferences OfNetwork()
    {
        Compare("--layers", plan => string.Join('-', plan.Sizes));
        Compare("--hidden", Hidden);
        Compare("--output", plan => plan.Output.Name);
        Compare("--slope", Slopes);
        Compare("--loss", plan => plan.Loss.Name);
        Compare("--init", plan => $"{plan.Init}".ToLowerInvariant());
        Compare("--no-biases", plan => YesOrNo(!plan.Biases));
        return this;
    }

    /// <summary>Compares the rules.</summary>
    public PlanDifferences OfRule()
    {
        Compare("--learning-rate", plan => Invariant($"{plan.LearningRate}"));
        Compare("--batch", plan => Invariant($"{Math.Min(plan.BatchSize ?? int.MaxValue, samples)}"));
        Compare("--output-gradient", plan => $"{plan.OutputGradient}".ToLowerInvariant());
        Compare("--shuffle", plan => YesOrNo(plan.Shuffle));
        Compare("--pixels", plan => plan.RawPixels ? TrainingNote.RawPixels : TrainingNote.ScaledPixels);
        Compare("--seed", plan => Invariant($"{plan.Seed}"));
        return this;
    }

    /// <summary>Compares how the digits are chosen.</summary>
    public PlanDifferences OfDigits()
    {
        Compare("--split", plan => plan.Split?.ToString() ?? "none");
        Compare("--limit", plan => plan.Limit is int limit ? Invariant($"{limit}") : "none");
        return this;
    }

    /// <summary>What was found, in the order of the comparisons.</summary>
    public IReadOnlyList<string> Found => _found;

    private static string YesOrNo(bool truth) => truth ? "yes" : "no";

    private static string Hidden(TrainingPlan plan)
    {
        int layers = plan.Sizes.Length - 2;
        return string.Join(',', plan.Hidden.Length == 1 ? Enumerable.Repeat(plan.Hidden[0], layers) : plan.Hidden);
    }

    private static string Slopes(TrainingPlan plan)
    {
        double[] slopes = [.. plan.Hidden.Append(plan.Output).OfType<LeakyRelu>().Select(activation => activation.Slope).Distinct()];
        return slopes.Length == 0 ? "none" : string.Join(',', slopes.Select(slope => Invariant($"{slope}")));
    }

    private void Compare(string option, Func<TrainingPlan, string> part)
    {
        if (part(asked) != part(there))
        {
            _found.Add($"{option} {part(asked)} (there: {part(there)})");
        }
    }
}
