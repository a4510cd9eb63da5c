namespace LoopNet.Checking;

/// <summary>The gradient of the steps before, still in the gradient of this one.</summary>
internal static class GradientNotReset
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Gradient of the previous step not reset",
        Equation = "U1, U2",
        Right = "step 2: W'' = W' - eta dL/dW of step 2",
        Wrong = "step 2: W'' = W' - eta (dL/dW of step 1 + dL/dW of step 2)",
        Explanation =
            "The gradients of the steps before were still in the sum. Every step starts its gradients at 0; in a program, they have to be cleared before the backward pass.",
        ShownIn = "mazur",
        ShownBy = "2//W2'[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(InTheGradient, "in dL/dW and dL/db") with { IsOutermost = true };
        yield return Mistake.Way(InTheUpdate, "in the update") with { IsOutermost = true };
    }

    private static StepEquations InTheGradient(StepEquations right) => right with
    {
        B5 = right.B5.Then((step, s, l) =>
        {
            if (step.Before is not null && step.Count == 1)
            {
                Loops.AddWeightGradient(step.Before.Record.dL_dW(l), step.Samples[s].dL_dW[l]);
            }
        }),
        B6 = right.B6.Then((step, s, l) =>
        {
            if (step.Before is not null && step.Count == 1)
            {
                Loops.AddBiasGradient(step.Before.Record.dL_db(l), step.Samples[s].dL_db[l]);
            }
        }),
        M1 = right.M1.Then((step, l) =>
        {
            if (step.Before is not null)
            {
                Loops.AddWeightGradient(step.Before.Record.dL_dW(l), step.Record.batch_dL_dW[l]);
            }
        }),
        M2 = right.M2.Then((step, l) =>
        {
            if (step.Before is not null)
            {
                Loops.AddBiasGradient(step.Before.Record.dL_db(l), step.Record.batch_dL_db[l]);
            }
        }),
    };

    private static StepEquations InTheUpdate(StepEquations right)
    {
        Dictionary<int, double[][]> weights = [];
        Dictionary<int, double[]> biases = [];
        return right with
        {
            U1 = (step, l) =>
            {
                double[][] W = step.Record.W[l];
                double[][] sum = step.Before is not null && weights.TryGetValue(l, out double[][]? before) ? before : Tensors.Matrix(W.Length, W[0].Length);
                Loops.AddWeightGradient(step.Record.dL_dW(l), sum);
                Loops.UpdateWeights(W, sum, step.Rate, step.Record.W_new[l]);
                weights[l] = sum;
            },
            U2 = right.U2.Then((step, l) =>
            {
                if (step.Example.Rule.UpdateBiases)
                {
                    double[] b = step.Record.b[l]!;
                    double[] sum = step.Before is not null && biases.TryGetValue(l, out double[]? before) ? before : new double[b.Length];
                    Loops.AddBiasGradient(step.Record.dL_db(l), sum);
                    Loops.UpdateBiases(b, sum, step.Rate, step.Record.b_new[l]!);
                    biases[l] = sum;
                }
            }),
        };
    }
}
