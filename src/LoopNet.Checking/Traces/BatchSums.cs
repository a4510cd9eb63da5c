using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Adds up the gradients of the samples of a step, in order and from 0.0, so that no sample has to be kept.</summary>
internal sealed class BatchSums
{
    private readonly Dictionary<string, double[]> _sums = new(StringComparer.Ordinal);

    /// <summary>Begins with 0.0 everywhere.</summary>
    public BatchSums(TraceHeader header, bool[] hasBiases)
    {
        for (int l = 1; l <= header.Activations.Length; l++)
        {
            _sums[$"W{l}"] = [];
            if (hasBiases[l])
            {
                _sums[$"b{l}"] = [];
            }
        }
    }

    /// <summary>The sum of the gradients of a parameter, <c>W1</c> or <c>b1</c>.</summary>
    public double[] this[string parameter] => _sums[parameter];

    /// <summary>Adds the gradients of one more sample.</summary>
    public void Add(SampleWalk sample)
    {
        foreach (string parameter in _sums.Keys)
        {
            double[] gradient = sample.Tensors[$"dL/d{parameter}"].Values;
            double[] before = _sums[parameter];
            double[] sum = before.Length == 0 ? new double[gradient.Length] : before;
            for (int place = 0; place < sum.Length; place++)
            {
                sum[place] += gradient[place];
            }

            _sums[parameter] = sum;
        }
    }
}
