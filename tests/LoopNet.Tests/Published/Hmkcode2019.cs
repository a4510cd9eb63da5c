namespace LoopNet.Tests.Published;

/// <summary>hmkcode, Backpropagation Step by Step: no activation function, no biases.</summary>
public sealed class Hmkcode2019 : Publication
{
    public override string FileName => "hmkcode_2019";

    public override string Shipped => "linear";

    public override bool RowsAreInputs => true;

    public override PublishedTable Table(Example example)
    {
        NamedNumbers step = new(example);
        PublishedTable table = new();
        table.Is(step, "h", "a1[0]", "a1[1]");
        table.Is(step, "prediction", "a2[0]");
        table.Is(step, "error", "L");
        table.Is(step, "delta", "dL/dz2[0]");
        table.Follows("lr*dW2", Scaled(step, "dL/dW2[0,0]"), Scaled(step, "dL/dW2[0,1]"));
        table.Is(step, "w5+,w6+", "W2'[0,0]", "W2'[0,1]");
        table.Follows("lr*dW1", Scaled(step, "dL/dW1[0,0]"), Scaled(step, "dL/dW1[1,0]"), Scaled(step, "dL/dW1[0,1]"), Scaled(step, "dL/dW1[1,1]"));
        table.Is(step, "W1+", "W1'[0,0]", "W1'[1,0]", "W1'[0,1]", "W1'[1,1]");
        table.Is(step, "h after", "2/0/a1[0]", "2/0/a1[1]");
        table.Is(step, "prediction after", "2/0/a2[0]");
        table.Is(step, "figure captions 'details' for h after", "2/0/a1[0]", "2/0/a1[1]");
        return table;
    }

    // The hidden outputs of before the update.
    protected override IReadOnlyDictionary<string, double> Explanations()
    {
        NamedNumbers step = new(Example());
        return new Dictionary<string, double>
        {
            ["figure captions 'details' for h after[0]"] = step["a1[0]"],
            ["figure captions 'details' for h after[1]"] = step["a1[1]"],
        };
    }

    private static PublishedTable.Entry Scaled(NamedNumbers step, string name) => new($"0.05 * {name}", 0.05 * step[name]);
}
