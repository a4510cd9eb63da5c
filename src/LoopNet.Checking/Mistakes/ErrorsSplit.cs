namespace LoopNet.Checking;

/// <summary>The error of a unit shared out among its inputs, as their weights are.</summary>
internal static class ErrorsSplit
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Errors split in proportion to the weights",
        Equation = "B7",
        Right = "dL/da_(l-1)[k] = sum_i W_l[i,k] dL/dz_l[i]",
        Wrong = "dL/da_(l-1)[k] = sum_i W_l[i,k] / (sum_m W_l[i,m]) dL/dz_l[i]",
        Explanation =
            "Each error was shared out among the inputs in proportion to their weights. That is a picture of the way back, not the derivative: the weight itself is the factor, and nothing is divided by the sum.",
        SeenIn = "Tariq Rashid, Make Your Own Neural Network (2016), before it leaves the division out",
        ShownIn = "mazur",
        ShownBy = "dL/da1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { B7 = right.B7.Then((step, s, l) => Split(step, s, l, step.Samples[s].dL_da[l])) }, "of dL/da", _ => true, "dL/da_(l-1)[k] = sum_i W_l[i,k] / (sum_m W_l[i,m]) dL/da_l[i]");
        yield return Mistake.Way(right => right with { B7 = right.B7.Then((step, s, l) => Split(step, s, l, step.Samples[s].dL_dz[l])) }, "of dL/dz", _ => true);
    }

    private static void Split(CalculatedStep step, int s, int l, double[] error)
    {
        double[] back = step.Samples[s].dL_da[l - 1];
        Array.Clear(back);
        for (int i = 0; i < error.Length; i++)
        {
            double[] weights = step.dz_da[s][l][i];
            double sum = weights.Sum();
            for (int k = 0; k < back.Length && sum != 0.0; k++)
            {
                back[k] += weights[k] / sum * error[i];
            }
        }
    }
}
