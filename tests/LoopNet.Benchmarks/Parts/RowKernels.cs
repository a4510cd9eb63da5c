namespace LoopNet.Benchmarks;

/// <summary>The two loops that do everything in the twin, on the first layer of document 000's network and one digit.</summary>
internal abstract class RowKernels
{
    /// <summary>For vectors of a width.</summary>
    public static RowKernels In(LaneCount lanes)
    {
        return lanes switch
        {
            LaneCount.Eight => new RowKernels<Lanes8>(),
            LaneCount.Four => new RowKernels<Lanes4>(),
            LaneCount.Two => new RowKernels<Lanes2>(),
            _ => new RowKernels<Lane1>(),
        };
    }

    /// <summary>F1: the weighted sums of the units.</summary>
    public abstract void Sum();

    /// <summary>U1: the weights move.</summary>
    public abstract void Move();
}

/// <summary>The same for one kind of lanes.</summary>
internal sealed unsafe class RowKernels<V> : RowKernels
    where V : struct, ILanes<V>
{
    private const int Inputs = 784;
    private const int Units = 32;
    private const int InkCount = 150; // a digit of MNIST has ink in about as many pixels
    private const int FirstInk = 150;
    private const int InkStep = 3;

    private readonly Rows _weights = new(Inputs, Units);
    private readonly Rows _biases = new(1, Units);
    private readonly Rows _sums = new(1, Units);
    private readonly Rows _slopes = new(1, Units);
    private readonly Rows _values = new(1, InkCount);
    private readonly int[] _ink = GC.AllocateUninitializedArray<int>(InkCount, pinned: true);

    public RowKernels()
    {
        for (int place = 0; place < InkCount; place++)
        {
            _ink[place] = FirstInk + (InkStep * place);
            _values.Start[place] = 0.5;
        }

        for (int i = 0; i < Units; i++)
        {
            // So small that no number of repetitions takes the weights out of the ordinary.
            _slopes.Start[i] = 1e-12;
        }
    }

    /// <inheritdoc/>
    public override void Sum()
    {
        fixed (int* ink = _ink)
        {
            RowSums<V>.Add(_biases.Start, _weights.Start, _weights.Stride, ink, _values.Start, 1, InkCount, _sums.Start);
        }
    }

    /// <inheritdoc/>
    public override void Move()
    {
        fixed (int* ink = _ink)
        {
            RowUpdates<V>.Move(_weights.Start, _weights.Stride, ink, _values.Start, InkCount, _slopes.Start, 0.01);
        }
    }
}
