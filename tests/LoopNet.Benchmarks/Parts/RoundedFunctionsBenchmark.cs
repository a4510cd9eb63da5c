using BenchmarkDotNet.Attributes;

namespace LoopNet.Benchmarks;

/// <summary>The correctly rounded functions beside those of the platform, one number at a time and in vectors; the time is that of one number.</summary>
public class RoundedFunctionsBenchmark
{
    private const int Count = 1024;

    private readonly double[] _x = new double[Count];
    private readonly double[] _positive = new double[Count];
    private readonly double[] _values = new double[Count];
    private RoundedKernels _vectors = null!;

    [GlobalSetup]
    public void Setup()
    {
        _vectors = RoundedKernels.In(LaneCounts.Most);
        SeededRandom random = new(1, "benchmark");
        for (int i = 0; i < Count; i++)
        {
            // Weighted sums of a network.
            _x[i] = 3.0 * random.NextNormal();
            _positive[i] = Math.Abs(_x[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void MathExp()
    {
        for (int i = 0; i < Count; i++)
        {
            _values[i] = Math.Exp(_x[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Exp()
    {
        for (int i = 0; i < Count; i++)
        {
            _values[i] = CorrectlyRounded.Exp(_x[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void ExpInVectors() => _vectors.Exp(_x, _values);

    [Benchmark(OperationsPerInvoke = Count)]
    public void MathTanh()
    {
        for (int i = 0; i < Count; i++)
        {
            _values[i] = Math.Tanh(_x[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Tanh()
    {
        for (int i = 0; i < Count; i++)
        {
            _values[i] = CorrectlyRounded.Tanh(_x[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void TanhInVectors() => _vectors.Tanh(_x, _values);

    [Benchmark(OperationsPerInvoke = Count)]
    public void MathLog()
    {
        for (int i = 0; i < Count; i++)
        {
            _values[i] = Math.Log(_positive[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Log()
    {
        for (int i = 0; i < Count; i++)
        {
            _values[i] = CorrectlyRounded.Log(_positive[i]);
        }
    }
}
