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
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return LayerChoice.Of(example, _ => true).SelectMany(choice => In(choice, example));
    }

    private static IEnumerable<Variant> In(LayerChoice choice, Example example)
    {
        yield return new Variant(Mistake, choice.Where, right => right with
        {
            B7 = choice.Instead(right.B7, (step, s, l) => Through(Updated(right, step, s, l), right, step, s, l)),
        });
        yield return new Variant(Mistake, $"{choice.Where}, written as dz/da as well", right => right with
        {
            B7Jacobian = choice.After(right.B7Jacobian, (step, s, l) => step.dz_da[s][l] = Updated(right, step, s, l)),
        });
        if (Alteration.HasBatches(example))
        {
            yield return new Variant(Mistake, $"{choice.Where}, moved by each sample for itself", right => SampleBySample(right, choice, addsUp: false));
            yield return new Variant(Mistake, $"{choice.Where}, moved by one sample after another", right => SampleBySample(right, choice, addsUp: true));
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
    private static StepEquations SampleBySample(StepEquations right, LayerChoice choice, bool addsUp)
    {
        double[][] moved = [];
        return right with
        {
            B7 = choice.Instead(right.B7, (step, s, l) =>
            {
                double[][] from = addsUp && s > 0 ? moved : step.Record.W[l];
                moved = Tensors.Matrix(from.Length, from[0].Length);
                Loops.UpdateWeights(from, step.Samples[s].dL_dW[l], step.WeightRate, moved);
                Through(moved, right, step, s, l);
            }),
        };
    }

    private static void Through(double[][] W, StepEquations right, CalculatedStep step, int s, int l)
    {
        double[][] written = step.dz_da[s][l];
        step.dz_da[s][l] = W;
        right.B7(step, s, l);
        step.dz_da[s][l] = written;
    }
}
