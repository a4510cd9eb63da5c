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
        IsOutermost = true,
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return [
            new Variant(Mistake, "in dL/dW and dL/db", InTheGradient),
            new Variant(Mistake, "in the update", InTheUpdate),
        ];
    }

    private static StepEquations InTheGradient(StepEquations right) => right with
    {
        B5 = (step, s, l) =>
        {
            right.B5(step, s, l);
            if (step.Before is not null && step.Count == 1)
            {
                Loops.AddWeightGradient(step.Before.Record.dL_dW(l), step.Samples[s].dL_dW[l]);
            }
        },
        B6 = (step, s, l) =>
        {
            right.B6(step, s, l);
            if (step.Before is not null && step.Count == 1)
            {
                Loops.AddBiasGradient(step.Before.Record.dL_db(l), step.Samples[s].dL_db[l]);
            }
        },
        M1 = (step, l) =>
        {
            right.M1(step, l);
            if (step.Before is not null)
            {
                Loops.AddWeightGradient(step.Before.Record.dL_dW(l), step.Record.batch_dL_dW[l]);
            }
        },
        M2 = (step, l) =>
        {
            right.M2(step, l);
            if (step.Before is not null)
            {
                Loops.AddBiasGradient(step.Before.Record.dL_db(l), step.Record.batch_dL_db[l]);
            }
        },
    };

    private static StepEquations InTheUpdate(StepEquations right)
    {
        double[][][] weights = [];
        double[][] biases = [];
        return right with
        {
            Rates = step =>
            {
                right.Rates(step);
                if (step.Before is null)
                {
                    Layer[] layers = step.Example.Network.Layers;
                    weights = [[], .. layers.Select(layer => Tensors.Matrix(layer.Size, layer.InputSize))];
                    biases = [[], .. layers.Select(layer => new double[layer.Size])];
                }
            },
            U1 = (step, l) =>
            {
                Loops.AddWeightGradient(step.Record.dL_dW(l), weights[l]);
                Loops.UpdateWeights(step.Record.W[l], weights[l], step.WeightRate, step.Record.W_new[l]);
            },
            U2 = (step, l) =>
            {
                right.U2(step, l);
                if (step.Example.Rule.UpdateBiases)
                {
                    Loops.AddBiasGradient(step.Record.dL_db(l), biases[l]);
                    Loops.UpdateBiases(step.Record.b[l]!, biases[l], step.BiasRate, step.Record.b_new[l]!);
                }
            },
        };
    }
}
