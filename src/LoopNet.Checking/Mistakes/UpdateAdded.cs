namespace LoopNet.Checking;

/// <summary>An update that goes uphill.</summary>
internal sealed class UpdateAdded : Mistake
{
    public override string Title => "Update added";

    public override string Equation => "U1, U2";

    public override string Right => "W' = W - eta dL/dW";

    public override string Wrong => "W' = W + eta dL/dW";

    public override string Explanation =>
        "The update was added to the parameters. The gradient points to where the loss grows, so the step goes the other way.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "W2'[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return ChangedRates.Choices(example)
            .Select(way => Variant(way.Where, inner => new ChangedRates(inner, rate => -rate, way.Weights, way.Biases)));
    }
}
