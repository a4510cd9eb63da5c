namespace LoopNet.Checking;

/// <summary>An update after each sample of a batch.</summary>
internal static class UpdatedAfterEverySample
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Updated after every sample",
        Equation = "F1",
        Right = "all samples of a batch with the same parameters, then one update",
        Wrong = "each sample with the parameters that the sample before it left behind",
        Explanation =
            "The parameters were moved after every sample. The samples of a batch all use the parameters from before it; their gradients are put together, and there is one update.",
        ShownIn = "xor-batch",
        ShownBy = "1/1/z1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (Alteration.HasBatches(example))
        {
            yield return Mistake.Way(right => new SampleBySample(right).Equations);
        }
    }

    // The samples of a step, each with the parameters that the one before it left behind.
    private sealed class SampleBySample(StepEquations right)
    {
        private readonly Dictionary<(int Sample, int Layer), (double[][] W, double[]? b)> _parameters = [];

        public StepEquations Equations => right with
        {
            Begin = right.Begin.Then((_, _) => _parameters.Clear()),
            F1 = Forward,
            B7Jacobian = right.B7Jacobian.Then((step, s, l) => step.dz_da[s][l] = Parameters(step, s, l).W),
            U1 = (step, l) => step.Record.W_new[l] = Moved(step, step.Count - 1, l).W,
            U2 = (step, l) => Moved(step, step.Count - 1, l).b!.CopyTo(step.Record.b_new[l]!, 0),
        };

        private void Forward(CalculatedStep step, int s, int l)
        {
            if (l == 1 && s > 0)
            {
                MoveAfter(step, s - 1);
            }

            (double[][] W, double[]? b) = (step.Record.W[l], step.Record.b[l]);
            (step.Record.W[l], step.Record.b[l]) = Parameters(step, s, l);
            right.F1(step, s, l);
            (step.Record.W[l], step.Record.b[l]) = (W, b);
        }

        // The way back of a sample, ahead of its time; it is gone again, with the same numbers, in its turn.
        private void MoveAfter(CalculatedStep step, int s)
        {
            for (int l = step.Last; l >= 1; l--)
            {
                right.B2(step, s, l);
                right.B3(step, s, l);
                right.B5(step, s, l);
                if (step.Record.b[l] is not null)
                {
                    right.B6(step, s, l);
                }

                if (l > 1)
                {
                    step.dz_da[s][l] = Parameters(step, s, l).W;
                    right.B7(step, s, l);
                }
            }

            for (int l = 1; l <= step.Last; l++)
            {
                _parameters[(s + 1, l)] = Moved(step, s, l);
            }
        }

        private (double[][] W, double[]? b) Parameters(CalculatedStep step, int s, int l)
        {
            return _parameters.TryGetValue((s, l), out (double[][] W, double[]? b) moved) ? moved : (step.Record.W[l], step.Record.b[l]);
        }

        private (double[][] W, double[]? b) Moved(CalculatedStep step, int s, int l)
        {
            (double[][] W, double[]? b) = Parameters(step, s, l);
            double[][] moved = Tensors.Matrix(W.Length, W[0].Length);
            Loops.UpdateWeights(W, step.Samples[s].dL_dW[l], step.Rate, moved);
            if (b is null || !step.Example.Rule.UpdateBiases)
            {
                return (moved, b);
            }

            double[] movedBiases = new double[b.Length];
            Loops.UpdateBiases(b, step.Samples[s].dL_db[l], step.Rate, movedBiases);
            return (moved, movedBiases);
        }
    }
}
