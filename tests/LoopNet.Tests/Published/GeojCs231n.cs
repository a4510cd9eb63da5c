namespace LoopNet.Tests.Published;

/// <summary>g-eoj, cs231n two-layer backprop mathematics example: one hidden unit is dead.</summary>
public sealed class GeojCs231n : Publication
{
    public override string FileName => "geoj_cs231n_two_layer";

    public override string Shipped => "dead-relu";

    public override bool RowsAreInputs => true;

    public override Loss Loss => new CrossEntropy();

    // 16 times a rounded number: the rounding error of dh1 is multiplied, too.
    public override int LastDigitUnits(string name) => name == "dW1[0,0]" ? 3 : 1;

    public override PublishedTable Table(Example example)
    {
        NamedNumbers step = new(example);
        PublishedTable table = new();
        table.Is(step, "pre_h1", "z1[0]", "z1[1]");
        table.Is(step, "h1", "a1[0]", "a1[1]");
        table.Is(step, "scores", "z2[0]", "z2[1]", "z2[2]");
        table.Is(step, "loss", "L");
        table.Is(step, "loss (network print)", "L");
        table.Is(step, "dscores", "dL/dz2[0]", "dL/dz2[1]", "dL/dz2[2]");
        table.Is(step, "dW2", "dL/dW2[0,0]", "dL/dW2[1,0]", "dL/dW2[2,0]", "dL/dW2[0,1]", "dL/dW2[1,1]", "dL/dW2[2,1]");
        table.Is(step, "db2", "dL/db2[0]", "dL/db2[1]", "dL/db2[2]");
        table.Is(step, "dh1", "dL/da1[0]", "dL/da1[1]");
        table.Is(step, "dh1_masked", "dL/dz1[0]", "dL/dz1[1]");
        table.Is(step, "dW1", "dL/dW1[0,0]", "dL/dW1[1,0]", "dL/dW1[0,1]", "dL/dW1[1,1]");
        table.Is(step, "db1", "dL/db1[0]", "dL/db1[1]");
        return table;
    }

    // Each is the product of numbers that had been rounded to 12 decimals.
    protected override IReadOnlyDictionary<string, double> Explanations()
    {
        return new Dictionary<string, double>
        {
            ["dW2[0,0]"] = 2.28 * 0.429052723714,
            ["dW2[0,1]"] = 2.28 * 0.221490524653,
            ["dW1[0,0]"] = 16.0 * -0.005683359796,
            ["dW1[1,0]"] = -6.0 * -0.005683359796,
        };
    }
}
