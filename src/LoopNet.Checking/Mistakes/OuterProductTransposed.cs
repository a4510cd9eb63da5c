namespace LoopNet.Checking;

/// <summary>The gradient of the weights with rows and columns exchanged.</summary>
internal static class OuterProductTransposed
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Outer product transposed",
        Equation = "B5",
        Right = "dL/dW[j,k] = dL/dz[j] a[k]",
        Wrong = "dL/dW[j,k] = a[j] dL/dz[k]",
        Explanation =
            "Rows and columns of the gradient of the weights are exchanged. Row j belongs to unit j of this layer and column k to input k, as in W itself.",
        ShownIn = "mazur",
        ShownBy = "dL/dW2[0,1]",
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return LayerChoice.Of(example, l => Alteration.IsSquare(example.Network.Layers[l - 1]))
            .Select(choice => new Variant(Mistake, choice.Where, right => right with { B5 = choice.After(right.B5, Transpose) }));
    }

    private static void Transpose(CalculatedStep step, int s, int l)
    {
        double[][] dL_dW = step.Samples[s].dL_dW[l];
        for (int j = 0; j < dL_dW.Length; j++)
        {
            for (int k = 0; k < j; k++)
            {
                (dL_dW[j][k], dL_dW[k][j]) = (dL_dW[k][j], dL_dW[j][k]);
            }
        }
    }
}
