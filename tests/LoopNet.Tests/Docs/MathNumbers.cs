using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests;

/// <summary>The quantities whose numbers docs/math.md prints, computed again.</summary>
internal static class MathNumbers
{
    private const string Chain = """
        { "name": "chain", "loss": "squared-error", "learningRate": 0.5,
          "layers": [ { "weights": [[FIRST]], "activation": "sigmoid" }, { "weights": [[0.5]], "activation": "sigmoid" } ],
          "samples": [ { "input": [1.5], "target": [1] } ], "steps": 2 }
        """;

    /// <summary>Step 1 of Mazur's network.</summary>
    public static StepTrace Mazur(bool updateBiases) => Steps(MazurExample(updateBiases))[0];

    /// <summary>Every one of them.</summary>
    public static IEnumerable<double> All()
    {
        IEnumerable<double>[] groups =
        [
            Numbers(MazurExample(updateBiases: false)), Numbers(MazurExample(updateBiases: true)), TwoSamples(), ThreeNumbers(),
            Products(), Functions(), SoftmaxNumbers(), Saturated(), UpdatedTooEarly(), Counts(),
        ];
        return groups.SelectMany(group => group);
    }

    private static IEnumerable<double> ThreeNumbers()
    {
        Example example = ExampleFile.Parse(Chain.Replace("FIRST", "0.4", StringComparison.Ordinal), "chain");
        Example moved = ExampleFile.Parse(Chain.Replace("FIRST", "0.401", StringComparison.Ordinal), "chain");
        StepTrace first = Steps(example)[0];
        StepTrace other = Steps(moved)[0];
        IEnumerable<double> moves = first.Records.Select(record => other.Find(record.Symbol, record.Sample)!.Rows[0][0] - record.Rows[0][0]);
        double loss = moves.ElementAt(first.Records.ToList().FindIndex(record => record.Symbol == "L"));
        return [.. Numbers(example), .. moves, loss / 0.001];
    }

    private static IEnumerable<double> TwoSamples()
    {
        Example example = MazurExample(updateBiases: true, """, { "input": [0.1, 0.05], "target": [0.99, 0.01] }""", """ "batch": 2, """);
        return Numbers(example);
    }

    // What the page tells of Mazur's step beside its tensors.
    private static IEnumerable<double> Products()
    {
        Example example = MazurExample(updateBiases: false);
        IReadOnlyList<StepTrace> steps = Steps(example);
        SampleRecord sample = steps[0].Numbers.Samples[0];
        double squares = Enumerable.Range(1, 2).SelectMany(l => sample.dL_dW[l]).SelectMany(row => row).Sum(slope => slope * slope);
        double after = LossOf(MazurExample(updateBiases: true));
        return
        [
            0.5 * Math.Pow(sample.a[2][0] - 0.01, 2), 0.5 * Math.Pow(sample.a[2][1] - 0.99, 2),
            2.0 * sample.L, 2.0 * (sample.a[2][0] - 0.01), 2.0 * (sample.a[2][1] - 0.99),
            -0.5 * squares, steps[1].Numbers.Samples[0].L - sample.L, after, 0.291027924,
        ];
    }

    private static IEnumerable<double> Functions()
    {
        foreach (double z in (double[])[-1.0, 0.0, 1.0, 2.0])
        {
            double sigmoid = new Sigmoid().Value(z);
            double tanh = new Tanh().Value(z);
            yield return sigmoid;
            yield return new Sigmoid().Derivative(z, sigmoid);
            yield return tanh;
            yield return new Tanh().Derivative(z, tanh);
        }

        double a = new Sigmoid().Value(2.0);
        double[] slope = new double[1];
        new BinaryCrossEntropy().Gradient([a], [0.25], slope);
        yield return slope[0];
        yield return a - 0.25;
        yield return CorrectlyRounded.Log(10.0);
        yield return 53.0 * CorrectlyRounded.Log(2.0);
        yield return 0.1 + 0.2 + 0.3;
    }

    private static IEnumerable<double> SoftmaxNumbers()
    {
        double[] z = [1.0, 2.0, 3.0];
        double[] soft = [0.7, 0.2, 0.1];
        StepTrace mazur = Mazur(updateBiases: false);
        double[] mazurZ = mazur.Numbers.Samples[0].z[2];
        return [.. z.Select(number => Math.Exp(number - 3.0)), z.Sum(number => Math.Exp(number - 3.0)), .. SoftmaxOf(z, soft), .. SoftmaxOf(mazurZ, [0.0, 1.0])];
    }

    private static IEnumerable<double> SoftmaxOf(double[] z, double[] y)
    {
        double[] a = new double[z.Length];
        double[] slope = new double[z.Length];
        double[][] jacobian = [.. z.Select(_ => new double[z.Length])];
        new Softmax().Value(z, a);
        new Softmax().Jacobian(z, a, jacobian);
        new CrossEntropy().Gradient(a, y, slope);
        return [.. a, .. slope, .. jacobian.SelectMany(row => row), .. a.Zip(y, (output, target) => output - target), new CrossEntropy().Value(a, y)];
    }

    private static IEnumerable<double> Saturated()
    {
        double sum = Math.Exp(-800.0) + 1.0 + Math.Exp(-10.0);
        double loss = new SaturatedCrossEntropy().Value([800.0, 0.0, 790.0], [0.25, 0.5, 0.25]);
        return [sum, Math.Log(sum), 800.0 + Math.Log(sum), 10.0 + Math.Log(sum), loss, Math.ScaleB(1.0, 1022)];
    }

    // dL/da1 through the weights of layer 2 that have already moved, and what follows from it.
    private static IEnumerable<double> UpdatedTooEarly()
    {
        StepTrace step = Mazur(updateBiases: false);
        SampleRecord sample = step.Numbers.Samples[0];
        double[][] W2 = step.Numbers.W_new[2];
        double[][] W1 = [.. step.Numbers.W[1].Select(row => row.ToArray())];
        for (int i = 0; i < 2; i++)
        {
            double gradient = (W2[0][i] * sample.dL_dz[2][0]) + (W2[1][i] * sample.dL_dz[2][1]);
            for (int k = 0; k < 2; k++)
            {
                double slope = gradient * sample.da_dz[1][i][i] * sample.x[k];
                W1[i][k] -= 0.5 * slope;
                yield return slope;
            }

            yield return gradient;
        }

        yield return W1[0][0];
        Network network = new([new Layer(W1, [0.35, 0.35], new Sigmoid()), new Layer(W2, [0.6, 0.6], new Sigmoid())], new SquaredError());
        SampleRecord after = new(network, gradients: false, inputGradient: false);
        sample.x.CopyTo(after.x, 0);
        sample.y.CopyTo(after.y, 0);
        ForwardPass.Run(network, after);
        yield return after.L;
    }

    private static double[] Counts()
    {
        int[] sizes = [784, 32, 32, 10];
        double parameters = Enumerable.Range(1, 3).Sum(l => (sizes[l] * sizes[l - 1]) + sizes[l]);
        return [parameters, 2.0 * parameters, 32.0 * 32.0 * 784.0];
    }

    private static Example MazurExample(bool updateBiases, string samples = "", string batch = "")
    {
        string text = Repository.Read("docs/examples/mazur.json");
        text = text.Replace("\"updateBiases\": false", $"{batch}\"updateBiases\": {(updateBiases ? "true" : "false")}", StringComparison.Ordinal);
        text = samples.Length == 0 ? text : text.Insert(text.LastIndexOf(']'), samples);
        return ExampleFile.Parse(text, "mazur");
    }

    private static double LossOf(Example example) => Steps(example)[1].Numbers.Samples[0].L;

    private static IReadOnlyList<StepTrace> Steps(Example example)
    {
        IReadOnlyList<StepRecord> records = ExampleRun.Records(example, example.Steps);
        return [.. records.Select((record, index) => new StepTrace(TraceHeader.Of(example), index + 1, record))];
    }

    private static IEnumerable<double> Numbers(Example example) => Steps(example).SelectMany(step => step.Records).SelectMany(record => record.Rows).SelectMany(row => row);
}
