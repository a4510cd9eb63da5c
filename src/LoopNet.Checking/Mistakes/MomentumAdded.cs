using System.Globalization;

namespace LoopNet.Checking;

/// <summary>An update that has more in it than the gradient.</summary>
internal static class MomentumAdded
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Momentum or weight decay added",
        Equation = "U1",
        Right = "W_l' = W_l - eta dL/dW_l",
        Wrong = "W_l' = W_l - eta dL/dW_l + 0.9 (W_l - W_l of the step before)",
        Explanation =
            "The update has more in it than the gradient. Momentum adds a part of the last change, weight decay takes a part of the weight away; plain gradient descent does neither.",
        ShownIn = "mazur",
        ShownBy = "2//W1'[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        foreach (double rate in new[] { 0.9, 0.5, 0.99, 0.8 })
        {
            yield return Mistake.Way(right => Momentum(right, rate), $"momentum {Number(rate)}", wrong: $"W_l' = W_l - eta dL/dW_l + {Number(rate)} (W_l - W_l of the step before)");
        }

        foreach (double rate in new[] { 0.01, 0.001, 0.1, 0.0001, 0.0005, 0.005, 0.05 })
        {
            yield return Mistake.Way(right => Decay(right, step => step.Rate * rate), $"weight decay {Number(rate)}", wrong: $"W_l' = W_l - eta (dL/dW_l + {Number(rate)} W_l)");
            yield return Mistake.Way(right => Decay(right, _ => rate), $"weight decay {Number(rate)}, without eta", wrong: $"W_l' = (1 - {Number(rate)}) W_l - eta dL/dW_l");
        }
    }

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static StepEquations Momentum(StepEquations right, double rate) => right with
    {
        U1 = right.U1.Then((step, l) =>
        {
            if (step.Before is not null)
            {
                AddDifference(step.Record.W_new[l], step.Record.W[l], step.Before.Record.W[l], rate);
            }
        }),
        U2 = right.U2.Then((step, l) =>
        {
            if (step.Before is not null && step.Example.Rule.UpdateBiases)
            {
                AddDifference([step.Record.b_new[l]!], [step.Record.b[l]!], [step.Before.Record.b[l]!], rate);
            }
        }),
    };

    private static StepEquations Decay(StepEquations right, Func<CalculatedStep, double> rate) => right with
    {
        U1 = right.U1.Then((step, l) => AddDifference(step.Record.W_new[l], step.Record.W[l], Tensors.Matrix(step.Record.W[l].Length, step.Record.W[l][0].Length), -rate(step))),
    };

    private static void AddDifference(double[][] to, double[][] W, double[][] before, double rate)
    {
        for (int i = 0; i < to.Length; i++)
        {
            for (int k = 0; k < to[i].Length; k++)
            {
                to[i][k] += rate * (W[i][k] - before[i][k]);
            }
        }
    }
}
