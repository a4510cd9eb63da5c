using LoopNet.Checking;

namespace LoopNet.Tests.Checking.Exercises;

/// <summary>Ten kinds of exercises, of every activation and of most losses.</summary>
public static class ExercisePlans
{
    public static IReadOnlyDictionary<string, ExercisePlan> All { get; } = new Dictionary<string, ExercisePlan>(StringComparer.Ordinal)
    {
        ["2-2-1 sigmoid"] = Of([2, 2, 1], ["sigmoid", "sigmoid"], "squared-error"),
        ["2-3-2 sigmoid, two steps"] = Of([2, 3, 2], ["sigmoid", "sigmoid"], "mean-squared-error") with { Steps = 2 },
        ["3-1 sigmoid"] = Of([3, 1], ["sigmoid"], "squared-error"),
        ["3-2-3 tanh, softmax, exact"] = Of([3, 2, 3], ["tanh", "softmax"], "cross-entropy") with { IsExact = true },
        ["4-3-2 relu, softmax, three samples"] = Of([4, 3, 2], ["relu", "softmax"], "cross-entropy") with { Samples = 3, BatchSize = 3 },
        ["2-2-1 relu, a dead layer"] = Of([2, 2, 1], ["relu", "identity"], "squared-error") with { HasDeadLayer = true },
        ["2-3-1 leaky ReLU, six digits"] = Of([2, 3, 1], ["leaky-relu", "identity"], "sum-of-squares") with { Digits = 6 },
        ["2-2-1 sigmoid, two samples"] = Of([2, 2, 1], ["sigmoid", "sigmoid"], "binary-cross-entropy") with { Samples = 2 },
        ["2-3-1 relu"] = Of([2, 3, 1], ["relu", "identity"], "mean-squared-error"),
        ["2-2-2-1 tanh, rounded on the way"] = Of([2, 2, 2, 1], ["tanh", "tanh", "identity"], "squared-error") with { Carry = 4 },
    };

    /// <summary>Their names; the last need hundreds of draws for an exercise, and minutes.</summary>
    public static TheoryData<string> Names => [.. All.Keys.Take(FullRun.Count(usual: 6, full: 10))];

    public static ExercisePlan Of(int[] sizes, string[] activations, string loss)
    {
        return new ExercisePlan(sizes, [.. activations.Select(name => Activation.Named(name)!)], Loss.Named(loss)!);
    }

    public static IReadOnlyList<GivenAnswer> Key(Exercise exercise) => [.. exercise.Key.Select((number, i) => new GivenAnswer(number.Name.ToString(), number.Text, $"key: $[{i}]"))];
}
