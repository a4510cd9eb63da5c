namespace LoopNet.Checking;

/// <summary>The mean gradient times the mean input.</summary>
internal static class ProductOfMeans
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Product of the means",
        Equation = "M1",
        Right = "mean dL/dW_l[i,k] = mean of dL/dz_l[i] a_(l-1)[k]",
        Wrong = "mean dL/dW_l[i,k] = (mean dL/dz_l[i]) (mean a_(l-1)[k])",
        Explanation =
            "The means of the gradients and of the inputs were multiplied. The mean of products is another number than the product of the means: multiply for each sample, then take the mean.",
        ShownIn = "xor-batch",
        ShownBy = "mean dL/dW1[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (Alteration.HasBatches(example))
        {
            yield return Mistake.Way(right => right with { M1 = right.M1.Then(Multiply) }, layers: _ => true);
        }
    }

    private static void Multiply(CalculatedStep step, int l)
    {
        double[][] batch = step.Record.batch_dL_dW[l];
        double count = step.Example.Rule.Reduction == Reduction.Mean ? step.Count * step.Count : step.Count;
        for (int i = 0; i < batch.Length; i++)
        {
            for (int k = 0; k < batch[i].Length; k++)
            {
                double gradients = 0.0;
                double inputs = 0.0;
                for (int s = 0; s < step.Count; s++)
                {
                    gradients += step.Samples[s].dL_dz[l][i];
                    inputs += step.Samples[s].a[l - 1][k];
                }

                batch[i][k] = gradients * inputs / count;
            }
        }
    }
}
