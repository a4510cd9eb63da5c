namespace LoopNet.Checking;

/// <summary>Parameters that were not carried over to the next step.</summary>
internal static class ParametersOfFirstStep
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Parameters of step 1 used in step 2",
        Equation = "F1, B7, U1, U2",
        Right = "step 2: z1 = W1' x + b1', with the parameters after step 1",
        Wrong = "step 2: z1 = W1 x + b1, with the parameters before step 1",
        Explanation =
            "A later step was calculated with the parameters that step 1 began with. Each step begins where the step before it ended: W of step 2 is W' of step 1.",
        ShownIn = "mazur",
        ShownBy = "2/0/L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { Begin = right.Begin.Then(TakeFirst) }, "throughout");
        yield return Mistake.Way(right => right with { F1 = WithFirst(right.F1) }, "in the forward pass");
        yield return Mistake.Way(right => right with { F1 = WithFirst(right.F1), B7Jacobian = WithFirst(right.B7Jacobian) }, "in both passes");
        yield return Mistake.Way(right => right with { B7Jacobian = WithFirst(right.B7Jacobian) }, "in the backward pass");
        yield return Mistake.Way(right => right with { U1 = WithFirst(right.U1), U2 = WithFirst(right.U2) }, "in the update");
    }

    private static SampleEquation WithFirst(SampleEquation right) => (step, s, l) => WithFirst(step, l, () => right(step, s, l));

    private static LayerEquation WithFirst(LayerEquation right) => (step, l) => WithFirst(step, l, () => right(step, l));

    private static void WithFirst(CalculatedStep step, int l, Action equation)
    {
        (double[][] W, double[]? b) = (step.Record.W[l], step.Record.b[l]);
        TakeFirst(step, l);
        equation();
        step.Record.W[l] = W;
        step.Record.b[l] = b;
    }

    private static void TakeFirst(CalculatedStep step, int l)
    {
        Layer first = step.Example.Network.Layers[l - 1];
        step.Record.W[l] = first.W;
        step.Record.b[l] = first.b;
    }
}
