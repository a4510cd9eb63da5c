namespace LoopNet.Checking;

/// <summary>An update by the square of the learning rate.</summary>
internal sealed class LearningRateTwice : Mistake
{
    public override string Title => "Learning rate applied twice";

    public override string Equation => "U1, U2";

    public override string Right => "W' = W - eta dL/dW";

    public override string Wrong => "W' = W - eta eta dL/dW";

    public override string Explanation =>
        "The gradient was multiplied by the learning rate two times. dL/dW has no eta in it; the update multiplies by it once.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "W2'[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        double eta = example.Rule.LearningRate;
        foreach ((bool weights, bool biases, string where) in ChangedRates.Choices(example))
        {
            yield return Variant(where, inner => new ChangedRates(inner, rate => rate * eta, weights, biases));
        }

        yield return Variant("once in dL/dW already", inner => new InTheGradient(inner, eta));
    }

    private sealed class InTheGradient(StepEquations inner, double eta) : MistakenEquations(inner)
    {
        public override void B5(Sheet sheet, int s, int l)
        {
            base.B5(sheet, s, l);
            Scale(sheet.Samples[s].dL_dW[l], eta);
        }

        public override void B6(Sheet sheet, int s, int l)
        {
            base.B6(sheet, s, l);
            Scale(sheet.Samples[s].dL_db[l], eta);
        }
    }
}
