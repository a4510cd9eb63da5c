using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace LoopNet;

/// <summary>
/// The samples of a source, read once: of each input only the numbers that are not 0, with their places.
/// </summary>
/// <remarks>An image of a digit has ink in about 150 of its 784 pixels; the others would add exactly nothing to any sum.</remarks>
[DebuggerDisplay("{Count} samples, {InputSize} -> {TargetSize}")]
public sealed unsafe class VectorizedSamples
{
    private const int SamplesPerBlock = 1024;

    private readonly List<Array> _blocks = [];
    private readonly nint[] _index;
    private readonly nint[] _values;
    private readonly int[] _counts;
    private readonly double[][] _targets;
    private readonly List<double[]> _distinctTargets = [];

    /// <summary>Reads every sample of a source.</summary>
    /// <param name="source">The samples; what it gives must not change afterwards.</param>
    /// <param name="threads">The threads that read, at least 1; more than one for a source that several may read at a time, as all of LoopNet's.</param>
    public VectorizedSamples(ISampleSource source, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Source = source;
        _index = new nint[source.Count];
        _values = new nint[source.Count];
        _counts = new int[source.Count];
        _targets = new double[source.Count][];
        AreOrdinary = true;
        if (threads == 1)
        {
            Read(0, source.Count);
            return;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            Read((int)((long)source.Count * part / threads), (int)((long)source.Count * (part + 1) / threads));
        });
    }

    /// <summary>Where the samples come from.</summary>
    public ISampleSource Source { get; }

    /// <summary>The number of samples.</summary>
    public int Count => Source.Count;

    /// <summary>The length of every input <c>x</c>.</summary>
    public int InputSize => Source.InputSize;

    /// <summary>The length of every target <c>y</c>.</summary>
    public int TargetSize => Source.TargetSize;

    /// <summary>Whether every number of every sample is one that the twin treats itself.</summary>
    internal bool AreOrdinary { get; private set; }

    /// <summary>How many numbers of an input are not 0.</summary>
    internal int NonZeroCount(int sample) => _counts[sample];

    /// <summary>Their places, ascending.</summary>
    internal int* Index(int sample) => (int*)_index[sample];

    /// <summary>The numbers.</summary>
    internal double* Values(int sample) => (double*)_values[sample];

    /// <summary>A sample's target, n_L.</summary>
    internal double[] Target(int sample) => _targets[sample];

    private void Read(int from, int to)
    {
        Block block = new(Math.Min(SamplesPerBlock, to - from) * InputSize);
        double[] x = new double[InputSize];
        double[] y = new double[TargetSize];
        int first = from;
        bool ordinary = true;
        for (int s = from; s < to; s++)
        {
            Source.Read(s, x, y);
            _counts[s] = block.Add(x);
            _targets[s] = Shared(y);
            ordinary = ordinary && Ordinary.Are(block.Last(_counts[s]), Ordinary.Limit) && Ordinary.Are(y, Ordinary.Limit);
            if (s - first == SamplesPerBlock - 1 || s == to - 1)
            {
                Keep(block, first, s);
                block.Clear();
                first = s + 1;
            }
        }

        lock (_blocks)
        {
            AreOrdinary = AreOrdinary && ordinary;
        }
    }

    // Classes are few and samples many: equal targets share an array, which then stays in the nearest cache.
    private double[] Shared(double[] y)
    {
        const int Most = 32;
        lock (_distinctTargets)
        {
            foreach (double[] target in _distinctTargets)
            {
                if (target.AsSpan().SequenceEqual(y))
                {
                    return target;
                }
            }

            double[] copy = [.. y];
            if (_distinctTargets.Count < Most)
            {
                _distinctTargets.Add(copy);
            }

            return copy;
        }
    }

    private void Keep(Block block, int first, int last)
    {
        int[] index = GC.AllocateUninitializedArray<int>(block.Count, pinned: true);
        double[] values = GC.AllocateUninitializedArray<double>(block.Count, pinned: true);
        block.CopyTo(index, values);
        lock (_blocks)
        {
            _blocks.Add(index);
            _blocks.Add(values);
        }

        fixed (int* firstIndex = index)
        {
            fixed (double* firstValue = values)
            {
                int place = 0;
                for (int s = first; s <= last; s++)
                {
                    _index[s] = (nint)(firstIndex + place);
                    _values[s] = (nint)(firstValue + place);
                    place += _counts[s];
                }
            }
        }
    }

    /// <summary>Gathers the lists of a run of samples.</summary>
    private sealed class Block(int capacity)
    {
        // Most inputs of a digit are paper, and paper comes in runs.
        private const int AtOnce = 4;

        private readonly int[] _index = new int[capacity + 1];
        private readonly double[] _values = new double[capacity + 1];

        public int Count { get; private set; }

        public int Add(double[] x)
        {
            int before = Count;
            int place = Count;
            for (int first = 0; first < x.Length; first += AtOnce)
            {
                int end = Math.Min(first + AtOnce, x.Length);
                if (end - first == AtOnce && Vector256.EqualsAll(Vector256.LoadUnsafe(ref x[first]), Vector256<double>.Zero))
                {
                    continue;
                }

                for (int k = first; k < end; k++)
                {
                    // Always written, kept only where it counts: a branch on ink or paper would be guessed wrong too often.
                    _index[place] = k;
                    _values[place] = x[k];
                    place += x[k] != 0.0 ? 1 : 0;
                }
            }

            Count = place;
            return place - before;
        }

        public ReadOnlySpan<double> Last(int count) => _values.AsSpan(Count - count, count);

        public void Clear() => Count = 0;

        public void CopyTo(int[] index, double[] values)
        {
            Array.Copy(_index, index, Count);
            Array.Copy(_values, values, Count);
        }
    }
}
