namespace LoopNet.Tests.Published;

/// <summary>Steven Miller, Mind: a backward pass that divides where the chain rule multiplies.</summary>
/// <remarks>Not shipped as an example. Its "delta" is a change, so that it has the sign of minus the gradient.</remarks>
public sealed class StevenMiller2015 : Publication
{
    public override string FileName => "stevenmiller_mind_2015";

    public override Example Example() => FromFile(steps: 1, updateBiases: false);

    public override PublishedTable Table(Example example)
    {
        NamedNumbers step = new(example);
        PublishedTable table = new();
        table.Is(step, "hidden sums", "z1[0]", "z1[1]", "z1[2]");
        table.Is(step, "hidden results", "a1[0]", "a1[1]", "a1[2]");
        table.Is(step, "output sum", "z2[0]");
        table.Is(step, "output", "a2[0]");
        table.Follows("delta output sum", Minus(step, "dL/dz2[0]"));
        table.Follows("delta weights w7..w9", Minus(step, "dL/dW2[0,0]"), Minus(step, "dL/dW2[0,1]"), Minus(step, "dL/dW2[0,2]"));
        table.Is(step, "w7+..w9+", "W2'[0,0]", "W2'[0,1]", "W2'[0,2]");
        table.Follows("delta hidden sum", Minus(step, "dL/dz1[0]"), Minus(step, "dL/dz1[1]"), Minus(step, "dL/dz1[2]"));
        table.Is(step, "w1+..w6+", "W1'[0,0]", "W1'[1,0]", "W1'[2,0]", "W1'[0,1]", "W1'[1,1]", "W1'[2,1]");
        return table;
    }

    protected override IReadOnlyDictionary<string, double> Explanations()
    {
        // Hidden results rounded to two digits, and the target's error of 0 - 0.77.
        double sum = (0.3 * 0.73) + (0.5 * 0.79) + (0.9 * 0.69);
        double delta = SlopeAt(sum) * -0.77;
        return new Dictionary<string, double>
        {
            ["output sum"] = sum,
            ["output"] = new Sigmoid().Value(sum),
            ["delta output sum"] = delta,

            // Divided by the hidden results; the third one by a misprint of 0.68997.
            ["delta weights w7..w9[0]"] = -0.1344 / 0.73106,
            ["delta weights w7..w9[1]"] = -0.1344 / 0.78583,
            ["delta weights w7..w9[2]"] = -0.1344 / 0.69997,

            // Divided by the weights.
            ["delta hidden sum[0]"] = -0.1344 / 0.3 * SlopeAt(1.0),
            ["delta hidden sum[1]"] = -0.1344 / 0.5 * SlopeAt(1.3),
            ["delta hidden sum[2]"] = -0.1344 / 0.9 * SlopeAt(0.8),
        };
    }

    private static double SlopeAt(double z)
    {
        Sigmoid sigmoid = new();
        return sigmoid.Derivative(z, sigmoid.Value(z));
    }

    private static PublishedTable.Entry Minus(NamedNumbers step, string name) => new($"-{name}", -step[name]);
}
