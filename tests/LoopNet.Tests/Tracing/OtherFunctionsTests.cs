using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>A library's own activation and loss: they are written by name, and with their values alone.</summary>
public sealed class OtherFunctionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_OfFunctionsThatLoopNetDoesNotKnow_NamesThem()
    {
        Network network = new([new Layer([[2.0], [3.0]], null, new Doubled())], new Difference());
        Example example = new("other", network, new SampleList([[1.0]], [[1.0, 1.0]]), new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null);

        new TraceFiles(_folder.Path, ["txt"], new TextOptions()).Write(example);

        string text = File.ReadAllText(Path.Combine(_folder.Path, "other.trace.txt"));
        Assert.Contains("a1[0] = doubled(z1[0]) = doubled(2) = 4", text, StringComparison.Ordinal);
        Assert.Contains("da1/dz1[1,1] = doubled'(z1[1]) = doubled'(3) = 2", text, StringComparison.Ordinal);
        Assert.Contains("F3  L = the sum of a - y", text, StringComparison.Ordinal);
        Assert.Contains("the gradient of difference at a1", text, StringComparison.Ordinal);
        Assert.Matches(@"F3  L = the sum of a - y.*\n(.*\n)*?.* = 8\n", text);
    }

    private sealed class Doubled : ElementwiseActivation
    {
        public override string Name => "doubled";

        public override double Value(double z) => 2.0 * z;

        public override double Derivative(double z, double a) => 2.0;

        public override bool IsSmoothBetween(double z1, double z2) => true;
    }

    private sealed class Difference : Loss
    {
        public override string Name => "difference";

        public override string Definition => "the sum of a - y";

        public override bool Accepts(Activation output) => true;

        public override double Value(double[] a, double[] y) => a[0] - y[0] + a[1] - y[1];

        public override void Gradient(double[] a, double[] y, double[] dL_da) => Array.Fill(dL_da, 1.0);
    }
}
