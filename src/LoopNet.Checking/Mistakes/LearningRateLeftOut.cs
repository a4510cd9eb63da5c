namespace LoopNet.Checking;

/// <summary>An update by the whole gradient.</summary>
internal sealed class LearningRateLeftOut : Mistake
{
    public override string Title => "Learning rate left out";

    public override string Equation => "U1, U2";

    public override string Right => "W' = W - eta dL/dW";

    public override string Wrong => "W' = W - dL/dW";

    public override string Explanation =>
        "The whole gradient was taken off the parameters. It has to be multiplied by the learning rate eta first.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "W2'[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        double eta = example.Rule.LearningRate;
        return ChangedRates.Choices(example)
            .Select(way => Variant(way.Where, inner => new ChangedRates(inner, rate => rate / eta, way.Weights, way.Biases)));
    }
}
