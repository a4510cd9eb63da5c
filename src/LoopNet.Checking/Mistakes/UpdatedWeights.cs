namespace LoopNet.Checking;

/// <summary>Hidden gradients taken through weights that the same step has moved already.</summary>
internal static class UpdatedWeights
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Hidden gradients through updated weights",
        Equation = "B7",
        Right = "dL/da_(l-1) = W_l^T dL/dz_l",
        Wrong = "dL/da_(l-1) = W_l'^T dL/dz_l",
        Explanation =
            "The weights of the layer above were updated first, and the gradient was then carried back through the new ones. All gradients of a step belong to the weights before it; the parameters move together, at its end.",
        SeenIn = "Matt Mazur, A Step by Step Backpropagation Example (2015): its loss after one update, and its outputs after 10,000",
        ShownIn = "mazur",
        ShownBy = "dL/da1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { B7 = (step, s, l) => Alteration.Through(right.B7, Updated(right, step, s, l), step, s, l) }, layers: _ => true);
        yield return Mistake.Way(
            right => right with { B7Jacobian = right.B7Jacobian.Then((step, s, l) => step.dz_da[s][l] = Updated(right, step, s, l)) },
            "written as dz/da as well",
            _ => true);
        if (Alteration.HasBatches(example))
        {
            yield return Mistake.Way(right => SampleBySample(right, addsUp: false), "moved by each sample for itself", _ => true);
            yield return Mistake.Way(right => SampleBySample(right, addsUp: true), "moved by one sample after another", _ => true);
        }
    }

    // The update of this layer, ahead of its time; it is made again, with the same numbers, at the end of the step.
    private static double[][] Updated(StepEquations right, CalculatedStep step, int s, int l)
    {
        if (s == 0 && step.Count > 1)
        {
            right.M1(step, l);
        }

        if (s == 0)
        {
            right.U1(step, l);
        }

        return step.Record.W_new[l];
    }

    // Each sample moves the weights by its own gradient before it goes back: those of the step, or those that the samples before it left.
    private static StepEquations SampleBySample(StepEquations right, bool addsUp)
    {
        Dictionary<int, double[][]> moved = [];
        return right with
        {
            B7 = (step, s, l) =>
            {
                double[][] from = addsUp && s > 0 && moved.TryGetValue(l, out double[][]? before) ? before : step.Record.W[l];
                moved[l] = Tensors.Matrix(from.Length, from[0].Length);
                Loops.UpdateWeights(from, step.Samples[s].dL_dW[l], step.Rate, moved[l]);
                Alteration.Through(right.B7, moved[l], step, s, l);
            },
        };
    }
}
