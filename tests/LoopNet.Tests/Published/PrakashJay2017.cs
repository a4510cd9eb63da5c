namespace LoopNet.Tests.Published;

/// <summary>Prakash Jay, Back-Propagation is very simple: a forward pass that is nearly right, and a backward pass that is not.</summary>
/// <remarks>Not shipped as an example; the step computed here is the one the article means: softmax with cross-entropy, biases that stay.</remarks>
public sealed class PrakashJay2017 : Publication
{
    public override string FileName => "prakash_jay_2017";

    public override bool RowsAreInputs => true;

    public override Loss Loss => new CrossEntropy();

    public override Example Example() => FromFile(steps: 1, updateBiases: false);

    public override PublishedTable Table(Example example)
    {
        NamedNumbers step = new(example);
        PublishedTable table = new();
        table.Is(step, "h1_in=h1_out", "z1[0]", "z1[1]", "z1[2]");
        table.Is(step, "h2_in", "z2[0]", "z2[1]", "z2[2]");
        table.Is(step, "h2_out", "a2[0]", "a2[1]", "a2[2]");
        table.Is(step, "O_in", "z3[0]", "z3[1]", "z3[2]");
        table.Is(step, "O_out (article, first version)", "a3[0]", "a3[1]", "a3[2]");
        table.Is(step, "O_out (article Edit1)", "a3[0]", "a3[1]", "a3[2]");
        table.Is(step, "Error", "L");
        table.Is(step, "dE/dO_out", "dL/da3[0]", "dL/da3[1]", "dL/da3[2]");
        table.Is(step, "dO_out/dO_in (diagonal only)", "da3/dz3[0,0]", "da3/dz3[1,1]", "da3/dz3[2,2]");
        table.Is(step, "dWkl", "dL/dW3[0,0]", "dL/dW3[1,0]", "dL/dW3[2,0]", "dL/dW3[0,1]", "dL/dW3[1,1]", "dL/dW3[2,1]", "dL/dW3[0,2]", "dL/dW3[1,2]", "dL/dW3[2,2]");
        table.Is(step, "dh2_out/dh2_in", "da2/dz2[0,0]", "da2/dz2[1,1]", "da2/dz2[2,2]");
        table.Is(step, "dE/dh2_out (as used)", "dL/da2[0]", "dL/da2[1]", "dL/da2[2]");
        table.Is(step, "dWjk", "dL/dW2[0,0]", "dL/dW2[1,0]", "dL/dW2[2,0]", "dL/dW2[0,1]", "dL/dW2[1,1]", "dL/dW2[2,1]", "dL/dW2[0,2]", "dL/dW2[1,2]", "dL/dW2[2,2]");
        table.Is(step, "dE/dh1_out", "dL/da1[0]", "dL/da1[1]", "dL/da1[2]");
        table.Is(step, "dWij", "dL/dW1[0,0]", "dL/dW1[1,0]", "dL/dW1[2,0]", "dL/dW1[0,1]", "dL/dW1[1,1]", "dL/dW1[2,1]", "dL/dW1[0,2]", "dL/dW1[1,2]", "dL/dW1[2,2]");
        table.Is(step, "Wij+", "W1'[0,0]", "W1'[1,0]", "W1'[2,0]", "W1'[0,1]", "W1'[1,1]", "W1'[2,1]", "W1'[0,2]", "W1'[1,2]", "W1'[2,2]");
        table.Is(step, "Wjk+", "W2'[0,0]", "W2'[1,0]", "W2'[2,0]", "W2'[0,1]", "W2'[1,1]", "W2'[2,1]", "W2'[0,2]", "W2'[1,2]", "W2'[2,2]");
        table.Is(step, "Wkl+", "W3'[0,0]", "W3'[1,0]", "W3'[2,0]", "W3'[0,1]", "W3'[1,1]", "W3'[2,1]", "W3'[0,2]", "W3'[1,2]", "W3'[2,2]");
        return table;
    }

    // The mistakes that the article's own printed numbers give away, each from the numbers printed before it.
    protected override IReadOnlyDictionary<string, double> Explanations()
    {
        double[] scores = [1.8658, 2.2292, 2.8204];
        double[] softmax = new double[3];
        new Softmax().Value(scores, softmax);
        return new Dictionary<string, double>
        {
            // Shares of the scores themselves: the exponentials are missing.
            ["O_out (article, first version)[0]"] = scores[0] / scores.Sum(),
            ["O_out (article, first version)[2]"] = scores[2] / scores.Sum(),

            // Softmax indeed, but of rounded scores.
            ["O_out (article Edit1)[0]"] = softmax[0],
            ["O_out (article Edit1)[1]"] = softmax[1],
            ["O_out (article Edit1)[2]"] = softmax[2],

            // The slopes of a binary cross-entropy at the wrong outputs, the last two with the wrong sign.
            ["dE/dO_out[0]"] = Cut(-1.0 / 0.2698, 5),
            ["dE/dO_out[1]"] = Cut(-1.0 / (1.0 - 0.3223), 4),
            ["dE/dO_out[2]"] = Cut(-1.0 / (1.0 - 0.4078), 4),

            // Through the diagonal of softmax's Jacobian alone.
            ["dWkl[0,0]"] = Cut(-3.70644 * 0.15911 * 0.938, 4),
            ["dWkl[2,0]"] = Cut(-3.70644 * 0.15911 * 0.98, 6),

            // Back through the one weight whose indices are equal: the sum over the units of the next layer is missing.
            ["dE/dh1_out[0]"] = Cut(-0.8903 * 0.058156 * 0.2, 5),
            ["dE/dh1_out[1]"] = Cut(-0.74218 * 0.0564 * 0.5, 4),
            ["dE/dh1_out[2]"] = Cut(-1.0810 * 0.0196 * 0.8, 4),
        };
    }

    // The article cuts digits off where others round.
    private static double Cut(double number, int decimals) => (double)Math.Round((decimal)number, decimals, MidpointRounding.ToZero);
}
