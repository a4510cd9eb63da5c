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
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { B5 = right.B5.Then((step, s, l) => Alteration.Transpose(step.Samples[s].dL_dW[l])) }, layers: l => Alteration.IsSquare(example.Network.Layers[l - 1]));
    }
}
