namespace LoopNet.Checking;

/// <summary>The gradient of a bias taken from those of the weights.</summary>
internal static class BiasFromWeights
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Bias gradient from the weight gradient",
        Equation = "B6",
        Right = "dL/db_l[i] = dL/dz_l[i]",
        Wrong = "dL/db_l[i] = sum_k dL/dW_l[i,k]",
        Explanation =
            "The gradient of the bias was taken from the gradients of the weights. A bias is a weight whose input is always 1, so its gradient is dL/dz itself.",
        ShownIn = "tiny",
        ShownBy = "dL/db1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = l => example.Network.Layers[l - 1].b is not null;
        yield return Mistake.Way(right => Taken(right, row => row.Sum()), "the sum of its row", layers, "dL/db_l[i] = sum_k dL/dW_l[i,k]");
        yield return Mistake.Way(right => Taken(right, row => row[0]), "the first of its row", layers, "dL/db_l[i] = dL/dW_l[i,0]");
        yield return Mistake.Way(right => Taken(right, row => row[^1]), "the last of its row", layers, "dL/db_l[i] = the last dL/dW_l[i,k]");
        yield return Mistake.Way(right => Taken(right, row => row.Average()), "the mean of its row", layers, "dL/db_l[i] = mean_k dL/dW_l[i,k]");
    }

    private static StepEquations Taken(StepEquations right, Func<double[], double> bias) => right with
    {
        B6 = right.B6.Then((step, s, l) =>
        {
            SampleRecord sample = step.Samples[s];
            for (int i = 0; i < sample.dL_db[l].Length; i++)
            {
                sample.dL_db[l][i] = bias(sample.dL_dW[l][i]);
            }
        }),
    };
}
