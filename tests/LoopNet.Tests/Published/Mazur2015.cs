namespace LoopNet.Tests.Published;

/// <summary>Matt Mazur, A Step by Step Backpropagation Example.</summary>
public sealed class Mazur2015 : Publication
{
    public override string FileName => "mazur_2015";

    public override string Shipped => "mazur";

    public override PublishedTable Table(Example example)
    {
        NamedNumbers step = new(example);
        PublishedTable table = new();
        table.Is(step, "net_h1", "z1[0]");
        table.Is(step, "out_h1", "a1[0]");
        table.Is(step, "out_h2", "a1[1]");
        table.Is(step, "net_o1", "z2[0]");
        table.Is(step, "out_o1", "a2[0]");
        table.Is(step, "out_o2", "a2[1]");
        table.Follows("E_o1", LossOfOutput(step, 0));
        table.Follows("E_o2", LossOfOutput(step, 1));
        table.Is(step, "E_total", "L");
        table.Is(step, "dE_total/dout_o1", "dL/da2[0]");
        table.Is(step, "dout_o1/dnet_o1", "da2/dz2[0,0]");
        table.Is(step, "dE_total/dw5", "dL/dW2[0,0]");
        table.Is(step, "dE_o1/dnet_o1 (delta_o1)", "dL/dz2[0]");
        table.Is(step, "w5+", "W2'[0,0]");
        table.Is(step, "w6+", "W2'[0,1]");
        table.Is(step, "w7+", "W2'[1,0]");
        table.Is(step, "w8+", "W2'[1,1]");
        table.Follows("dE_o1/dout_h1", new PublishedTable.Entry("dL/dz2[0] * W2[0,0]", step["dL/dz2[0]"] * step["W2[0,0]"]));
        table.Follows("dE_o2/dout_h1", new PublishedTable.Entry("dL/dz2[1] * W2[1,0]", step["dL/dz2[1]"] * step["W2[1,0]"]));
        table.Is(step, "dE_total/dout_h1", "dL/da1[0]");
        table.Is(step, "dout_h1/dnet_h1", "da1/dz1[0,0]");
        table.Is(step, "dE_total/dw1", "dL/dW1[0,0]");
        table.Is(step, "w1+", "W1'[0,0]");
        table.Is(step, "w2+", "W1'[0,1]");
        table.Is(step, "w3+", "W1'[1,0]");
        table.Is(step, "w4+", "W1'[1,1]");
        table.Is(step, "E_total after 1 update", "2/0/L");

        NamedNumbers trained = new(example with { Steps = 10_001 });
        table.Is(trained, "E_total after 10000 updates", "10001/0/L");
        table.Is(trained, "out_o1 after 10000", "10001/0/a2[0]");
        table.Is(trained, "out_o2 after 10000", "10001/0/a2[1]");

        NamedNumbers moving = new(example with { Rule = example.Rule with { UpdateBiases = true } });
        table.Is(moving, "b1+[0]", "b1'[0]");
        table.Is(moving, "b1+[1]", "b1'[1]");
        table.Is(moving, "b2+[0]", "b2'[0]");
        table.Is(moving, "b2+[1]", "b2'[1]");
        return table;
    }

    protected override IReadOnlyDictionary<string, double> Explanations()
    {
        SampleRecord once = AfterMistakenUpdates(1);
        SampleRecord often = AfterMistakenUpdates(10_000);
        return new Dictionary<string, double>
        {
            // Half of the rounded dE_o2/dnet_o2.
            ["dE_o2/dout_h1"] = -0.038098237 * 0.5,
            ["E_total after 1 update"] = once.L,
            // The right rule, one update earlier.
            ["E_total after 10000 updates"] = new NamedNumbers(Example() with { Steps = 10_000 })["10000/0/L"],
            ["out_o1 after 10000"] = often.Output[0],
            ["out_o2 after 10000"] = often.Output[1],
        };
    }

    // The mistake: W2 moves first, and the gradient of the hidden layer is then taken through the new W2.
    private SampleRecord AfterMistakenUpdates(int updates)
    {
        Example example = Example() with { Steps = 1 };
        for (int update = 0; update < updates; update++)
        {
            StepRecord record = ExampleRun.Records(example)[0];
            SampleRecord sample = record.Samples[0];
            double[] dL_da1 = new double[2];
            Loops.ThroughWeights(record.W_new[2], sample.dL_dz[2], dL_da1);
            double[] dL_dz1 = new double[2];
            Loops.ThroughActivation(sample.da_dz[1], dL_da1, dL_dz1);
            double[][] dL_dW1 = Tensors.Matrix(2, 2);
            Loops.WeightGradient(dL_dz1, sample.x, dL_dW1);
            double[][] W1 = Tensors.Matrix(2, 2);
            Loops.UpdateWeights(record.W[1], dL_dW1, example.Rule.LearningRate, W1);
            Layer hidden = new(W1, record.b[1], new Sigmoid());
            Layer output = new(record.W_new[2], record.b[2], new Sigmoid());
            example = example with { Network = new Network([hidden, output], Loss) };
        }

        return ExampleRun.Records(example)[0].Samples[0];
    }

    private static PublishedTable.Entry LossOfOutput(NamedNumbers step, int i)
    {
        double error = step[$"a2[{i}]"] - step[$"y[{i}]"];
        return new PublishedTable.Entry($"1/2 (a2[{i}] - y[{i}])^2", 0.5 * error * error);
    }
}
