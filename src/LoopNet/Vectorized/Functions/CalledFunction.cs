namespace LoopNet;

/// <summary>Any other activation: calls the function itself, with its whole Jacobian, as the literal step does.</summary>
internal sealed unsafe class CalledFunction<V>(Activation activation, int size) : LaneFunction<V>(size)
    where V : struct, ILanes<V>
{
    private readonly double[] _z = new double[size];
    private readonly double[] _a = new double[size];
    private readonly double[] _dL_da = new double[size];
    private readonly double[] _dL_dz = new double[size];
    private readonly double[][] _da_dz = Tensors.Matrix(size, size);

    /// <inheritdoc/>
    public override void Value(double* z, double* a)
    {
        new Span<double>(z, Size).CopyTo(_z);
        activation.Value(_z, _a);
        _a.CopyTo(new Span<double>(a, Size));
    }

    /// <inheritdoc/>
    public override void ThroughActivation(double* z, double* a, double* dL_da, double* dL_dz)
    {
        new Span<double>(z, Size).CopyTo(_z);
        new Span<double>(a, Size).CopyTo(_a);
        new Span<double>(dL_da, Size).CopyTo(_dL_da);
        activation.Jacobian(_z, _a, _da_dz);
        Loops.ThroughActivation(_da_dz, _dL_da, _dL_dz);
        _dL_dz.CopyTo(new Span<double>(dL_dz, Size));
    }
}
