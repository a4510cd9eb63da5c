namespace LoopNet;

/// <summary>An activation for whole vectors: its value (F2) and, side by side, the product with its Jacobian (B2 and B3 in one).</summary>
/// <remarks>
/// The literal B3 adds every element of a column of the Jacobian, most of them 0; a product with 0 adds exactly nothing, so
/// what is left of an element-wise function is one product. Numbers that are not finite are no matter here: a pass that meets one
/// is done again by the literal loops.
/// </remarks>
/// <param name="size">The units of the layer, n_l.</param>
internal abstract unsafe class LaneFunction<V>(int size)
    where V : struct, ILanes<V>
{
    /// <summary>The units of the layer.</summary>
    protected int Size { get; } = size;

    /// <summary>The units, filled up to whole vectors.</summary>
    protected int Stride { get; } = Rows.Padded(size);

    /// <summary>F2: the outputs; what fills them up stays 0.</summary>
    public abstract void Value(double* z, double* a);

    /// <summary>B3: the gradient carried back through the activation; what fills it up stays 0.</summary>
    public abstract void ThroughActivation(double* z, double* a, double* dL_da, double* dL_dz);

    /// <summary>The function for a layer: one of the six, or, for any other, a call of the function itself.</summary>
    public static LaneFunction<V> For(Activation activation, int size)
    {
        // A class that derives from one of the six may have altered it.
        Type type = activation.GetType();
        if (type == typeof(Sigmoid))
        {
            return new SigmoidLanes<V>(size);
        }

        if (type == typeof(Relu))
        {
            return new ReluLanes<V>(size);
        }

        if (type == typeof(LeakyRelu))
        {
            return new LeakyReluLanes<V>(((LeakyRelu)activation).Slope, size);
        }

        if (type == typeof(Tanh))
        {
            return new TanhLanes<V>(size);
        }

        if (type == typeof(Identity))
        {
            return new IdentityLanes<V>(size);
        }

        return type == typeof(Softmax) ? new SoftmaxLanes<V>(size) : new CalledFunction<V>(activation, size);
    }
}
