namespace LoopNet.Checking;

/// <summary>Hidden gradients taken through weights that the same step has moved already.</summary>
internal sealed class UpdatedWeights : Mistake
{
    public override string Title => "Hidden gradients through updated weights";

    public override string Equation => "B7";

    public override string Right => "dL/da_(l-1) = W_l^T dL/dz_l";

    public override string Wrong => "dL/da_(l-1) = W_l'^T dL/dz_l";

    public override string Explanation =>
        "The weights of the layer above were updated first, and the gradient was then carried back through the new ones. All gradients of a step belong to the weights before it; the parameters move together, at its end.";

    public override string? SeenIn => "Matt Mazur, A Step by Step Backpropagation Example (2015): its loss after one update, and its outputs after 10,000";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/da1[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (LayerChoice choice in LayerChoice.Of(example, _ => true))
        {
            yield return Variant(choice.Where, inner => new InTheSum(inner, choice));
            yield return Variant($"{choice.Where}, written as dz/da as well", inner => new AsJacobian(inner, choice));
            if (BatchMean.HasBatches(example))
            {
                yield return Variant($"{choice.Where}, moved by each sample for itself", inner => new SampleBySample(inner, choice, addsUp: false));
                yield return Variant($"{choice.Where}, moved by one sample after another", inner => new SampleBySample(inner, choice, addsUp: true));
            }
        }
    }

    // The update of this layer, ahead of its time; it is made again, with the same numbers, at the end of the step.
    private static double[][] Updated(StepEquations inner, Sheet sheet, int s, int l)
    {
        if (s == 0 && sheet.Count > 1)
        {
            inner.M1(sheet, l);
        }

        if (s == 0)
        {
            inner.U1(sheet, l);
        }

        return sheet.W_new[l];
    }

    private sealed class InTheSum(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        private readonly StepEquations _inner = inner;

        public override void B7(Sheet sheet, int s, int l)
        {
            SampleSheet sample = sheet.Samples[s];
            double[][] written = sample.dz_da[l];
            if (layers.Has(l))
            {
                sample.dz_da[l] = Updated(_inner, sheet, s, l);
            }

            base.B7(sheet, s, l);
            sample.dz_da[l] = written;
        }
    }

    // Each sample moves the weights by its own gradient before it goes back: those of the step, or those that the samples before it left.
    private sealed class SampleBySample(StepEquations inner, LayerChoice layers, bool addsUp) : MistakenEquations(inner)
    {
        private double[][] _moved = [];

        public override void B7(Sheet sheet, int s, int l)
        {
            SampleSheet sample = sheet.Samples[s];
            double[][] written = sample.dz_da[l];
            if (layers.Has(l))
            {
                double[][] from = addsUp && s > 0 ? _moved : sheet.W[l];
                double[][] moved = Tensors.Matrix(written.Length, written[0].Length);
                Loops.UpdateWeights(from, sample.dL_dW[l], sheet.WeightRate, moved);
                _moved = moved;
                sample.dz_da[l] = moved;
            }

            base.B7(sheet, s, l);
            sample.dz_da[l] = written;
        }
    }

    private sealed class AsJacobian(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        private readonly StepEquations _inner = inner;

        public override void B7Jacobian(Sheet sheet, int s, int l)
        {
            base.B7Jacobian(sheet, s, l);
            if (layers.Has(l))
            {
                sheet.Samples[s].dz_da[l] = Updated(_inner, sheet, s, l);
            }
        }
    }
}
