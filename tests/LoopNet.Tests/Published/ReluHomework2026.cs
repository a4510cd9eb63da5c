namespace LoopNet.Tests.Published;

/// <summary>Homework 1: gradient descent with the ReLU activation function, and its sigmoid variant.</summary>
public sealed class ReluHomework2026 : Publication
{
    public override string FileName => "relu_homework_2026";

    public override string Shipped => "relu-homework";

    public override PublishedTable Table(Example example)
    {
        NamedNumbers step = new(example);
        PublishedTable table = new();
        table.Is(step, "f1", "z1[0]");
        table.Is(step, "h1", "a1[0]");
        table.Is(step, "f2", "z1[1]");
        table.Is(step, "h2", "a1[1]");
        table.Is(step, "f_out", "z2[0]");
        table.Is(step, "h_out", "a2[0]");
        table.Is(step, "E", "L");
        table.Is(step, "dE/dh_out", "dL/da2[0]");
        table.Is(step, "gate_out", "da2/dz2[0,0]");
        table.Is(step, "gate1", "da1/dz1[0,0]");
        table.Is(step, "gate2", "da1/dz1[1,1]");
        table.Is(step, "dw5", "dL/dW2[0,0]");
        table.Is(step, "dw6", "dL/dW2[0,1]");
        table.Is(step, "db3", "dL/db2[0]");
        table.Is(step, "dw1", "dL/dW1[0,0]");
        table.Is(step, "dw2", "dL/dW1[0,1]");
        table.Is(step, "db1", "dL/db1[0]");
        table.Is(step, "dw3", "dL/dW1[1,0]");
        table.Is(step, "dw4", "dL/dW1[1,1]");
        table.Is(step, "db2", "dL/db1[1]");
        table.Is(step, "w1+", "W1'[0,0]");
        table.Is(step, "w2+", "W1'[0,1]");
        table.Is(step, "w3+", "W1'[1,0]");
        table.Is(step, "w4+", "W1'[1,1]");
        table.Is(step, "w5+", "W2'[0,0]");
        table.Is(step, "w6+", "W2'[0,1]");
        table.Is(step, "b1+", "b1'[0]");
        table.Is(step, "b2+", "b1'[1]");
        table.Is(step, "b3+", "b2'[0]");
        table.Is(step, "after f1", "2/0/z1[0]");
        table.Is(step, "after h1", "2/0/a1[0]");
        table.Is(step, "after f2", "2/0/z1[1]");
        table.Is(step, "after h2", "2/0/a1[1]");
        table.Is(step, "after f_out", "2/0/z2[0]");
        table.Is(step, "after h_out", "2/0/a2[0]");
        table.Is(step, "after E", "2/0/L");

        NamedNumbers sigmoid = new(With(example, new Sigmoid(), new Sigmoid()));
        table.Is(sigmoid, "sigmoid h_out", "a2[0]");
        table.Is(sigmoid, "sigmoid E", "L");
        table.Is(sigmoid, "sigmoid dE/dw1", "dL/dW1[0,0]");
        table.Is(sigmoid, "sigmoid E after", "2/0/L");
        return table;
    }

    // Rounded twice: to 0.60865, and then to the even digit, 0.6086.
    protected override IReadOnlyDictionary<string, double> Explanations()
    {
        double right = new NamedNumbers(With(Example(), new Sigmoid(), new Sigmoid()))["a2[0]"];
        double once = Math.Round(right, 5);
        return new Dictionary<string, double> { ["sigmoid h_out"] = (double)Math.Round((decimal)once, 4, MidpointRounding.ToEven) };
    }
}
