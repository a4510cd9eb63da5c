namespace LoopNet.Checking;

/// <summary>The weights read by columns on the way forward.</summary>
internal static class TransposedForward
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Weights transposed in the forward pass",
        Equation = "F1",
        Right = "z_l[i] = sum_k W_l[i,k] a_(l-1)[k] + b_l[i]",
        Wrong = "z_l[i] = sum_k W_l[k,i] a_(l-1)[k] + b_l[i]",
        Explanation =
            "The weights were read by columns. Row i of W holds the weights that lead into unit i; where a source writes x W with samples as rows, its matrix has to be turned before it is used as W x.",
        ShownIn = "mazur",
        ShownBy = "z1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> square = l => Alteration.IsSquare(example.Network.Layers[l - 1]);
        yield return Mistake.Way(right => right with { F1 = ThroughColumns(right.F1) }, layers: square);
        yield return Mistake.Way(
            right => right with
            {
                F1 = ThroughColumns(right.F1),
                B5 = right.B5.Then((step, s, l) => Alteration.Transpose(step.Samples[s].dL_dW[l])),
                B7 = (step, s, l) => Alteration.Through(right.B7, Alteration.Transposed(step.dz_da[s][l]), step, s, l),
            },
            "and on the way back too: the matrix is read by its columns throughout",
            square);
    }

    private static SampleEquation ThroughColumns(SampleEquation right) => (step, s, l) =>
    {
        double[][] W = step.Record.W[l];
        step.Record.W[l] = Alteration.Transposed(W);
        right(step, s, l);
        step.Record.W[l] = W;
    };
}
