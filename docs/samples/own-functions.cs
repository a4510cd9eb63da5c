#:project ../../src/LoopNet.Tracing/LoopNet.Tracing.csproj

// An activation and a loss of one's own, without a change in LoopNet: trained, checked by differences, traced and explained.
//
//     dotnet run docs/samples/own-functions.cs

using LoopNet;
using LoopNet.Tracing;

Layer hidden = new([[0.5, -1.0], [1.5, 0.25]], [0.0, 0.5], new Softsign());
Layer output = new([[2.0, -0.5]], [0.25], new Identity());
Network network = new([hidden, output], new Huber(delta: 1.0));
SampleList samples = new([[1.0, 2.0]], [[3.0]]);
Example example = new("softsign-huber", network, samples, new UpdateRule(learningRate: 0.1), BatchSize: 1, Steps: 1, Source: null);

foreach (TensorCheck check in GradientCheck.Of(example))
{
    Console.WriteLine($"{check.Symbol}: {(check.Passed ? "right" : "wrong")}, by central differences");
}

// Any TextWriter or Stream takes a trace; the formats are those of TraceFiles.Formats.
Console.WriteLine();
new TraceWriter("txt", new TextOptions { Only = "a1" }).Write(Console.Out, example);

Explanation explanation = Explanation.Of(example, NumberName.Parse("dL/dW1[0,1]"));
Console.WriteLine();
foreach (string line in new ExplanationText(new Numbers(6)).Lines(explanation))
{
    Console.WriteLine(line);
}

/// <summary>z / (1 + |z|): between -1 and 1, as tanh is, and slower on its way there.</summary>
internal sealed class Softsign : ElementwiseActivation
{
    public override string Name => "softsign";

    public override string Definition => "z / (1 + |z|)";

    public override double Value(double z) => z / (1.0 + Math.Abs(z));

    public override double Derivative(double z, double a) => (1.0 - Math.Abs(a)) * (1.0 - Math.Abs(a));
}

/// <summary>Huber's loss: squared near the target, straight beyond a distance from it.</summary>
internal sealed class Huber(double delta) : Loss
{
    public override string Name => "huber";

    public override string Definition => FormattableString.Invariant($"sum [1/2 e^2 if |e| <= {delta} else {delta} |e| - {0.5 * delta * delta}], e = a - y");

    public override bool Accepts(Activation output) => true;

    public override double Value(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double e = Math.Abs(a[i] - y[i]);
            sum += e <= delta ? 0.5 * e * e : (delta * e) - (0.5 * delta * delta);
        }

        return sum;
    }

    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dL_da[i] = Math.Clamp(a[i] - y[i], -delta, delta);
        }
    }
}
