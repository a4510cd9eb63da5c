namespace LoopNet.Checking;

/// <summary>The gradient of the weights with rows and columns exchanged.</summary>
internal sealed class OuterProductTransposed : Mistake
{
    public override string Title => "Outer product transposed";

    public override string Equation => "B5";

    public override string Right => "dL/dW[j,k] = dL/dz[j] a[k]";

    public override string Wrong => "dL/dW[j,k] = a[j] dL/dz[k]";

    public override string Explanation =>
        "Rows and columns of the gradient of the weights are exchanged. Row j belongs to unit j of this layer and column k to input k, as in W itself.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/dW2[0,1]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return LayerChoice.Of(example, l => IsSquare(example.Network.Layers[l - 1])).Select(choice => Variant(choice.Where, inner => new Steps(inner, choice)));
    }

    private static bool IsSquare(Layer layer) => layer.Size == layer.InputSize && layer.Size > 1;

    private sealed class Steps(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B5(Sheet sheet, int s, int l)
        {
            base.B5(sheet, s, l);
            double[][] dL_dW = sheet.Samples[s].dL_dW[l];
            for (int j = 0; j < dL_dW.Length && layers.Has(l); j++)
            {
                for (int k = 0; k < j; k++)
                {
                    (dL_dW[j][k], dL_dW[k][j]) = (dL_dW[k][j], dL_dW[j][k]);
                }
            }
        }
    }
}
