namespace LoopNet.Checking;

/// <summary>The gradient of the steps before, still in the gradient of this one.</summary>
internal sealed class GradientNotReset : Mistake
{
    public override string Title => "Gradient of the previous step not reset";

    public override string Equation => "U1, U2";

    public override string Right => "step 2: W'' = W' - eta dL/dW of step 2";

    public override string Wrong => "step 2: W'' = W' - eta (dL/dW of step 1 + dL/dW of step 2)";

    public override string Explanation =>
        "The gradients of the steps before were still in the sum. Every step starts its gradients at 0; in a program, they have to be cleared before the backward pass.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "2//W2'[0,0]";

    public override bool IsOutermost => true;

    public override IEnumerable<Variant> Variants(Example example)
    {
        yield return Variant("in dL/dW and dL/db", inner => new InTheGradient(inner));
        yield return Variant("in the update", inner => new InTheUpdate(inner));
    }

    private static void Add(double[][] more, double[][] sum)
    {
        Loops.AddWeightGradient(more, sum);
    }

    private sealed class InTheGradient(StepEquations inner) : MistakenEquations(inner)
    {
        public override void B5(Sheet sheet, int s, int l)
        {
            base.B5(sheet, s, l);
            if (sheet.Before is not null && sheet.Count == 1)
            {
                Add(sheet.Before.dL_dW(l), sheet.Samples[s].dL_dW[l]);
            }
        }

        public override void B6(Sheet sheet, int s, int l)
        {
            base.B6(sheet, s, l);
            if (sheet.Before is not null && sheet.Count == 1)
            {
                Loops.AddBiasGradient(sheet.Before.dL_db(l), sheet.Samples[s].dL_db[l]);
            }
        }

        public override void M1(Sheet sheet, int l)
        {
            base.M1(sheet, l);
            if (sheet.Before is not null)
            {
                Add(sheet.Before.dL_dW(l), sheet.batch_dL_dW[l]);
            }
        }

        public override void M2(Sheet sheet, int l)
        {
            base.M2(sheet, l);
            if (sheet.Before is not null)
            {
                Loops.AddBiasGradient(sheet.Before.dL_db(l), sheet.batch_dL_db[l]);
            }
        }
    }

    private sealed class InTheUpdate(StepEquations inner) : MistakenEquations(inner)
    {
        private double[][][] _weights = [];
        private double[][] _biases = [];

        public override void Rates(Sheet sheet)
        {
            base.Rates(sheet);
            if (sheet.Before is null)
            {
                _weights = [.. sheet.W_new.Select(W => W is null ? [] : Tensors.Matrix(W.Length, W[0].Length))];
                _biases = [.. sheet.b_new.Select(b => new double[b?.Length ?? 0])];
            }
        }

        public override void U1(Sheet sheet, int l)
        {
            Add(sheet.dL_dW(l), _weights[l]);
            Loops.UpdateWeights(sheet.W[l], _weights[l], sheet.WeightRate, sheet.W_new[l]);
        }

        public override void U2(Sheet sheet, int l)
        {
            base.U2(sheet, l);
            if (sheet.Rule.UpdateBiases)
            {
                Loops.AddBiasGradient(sheet.dL_db(l), _biases[l]);
                Loops.UpdateBiases(sheet.b[l]!, _biases[l], sheet.BiasRate, sheet.b_new[l]!);
            }
        }
    }
}
