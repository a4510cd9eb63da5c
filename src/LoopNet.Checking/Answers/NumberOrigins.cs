namespace LoopNet.Checking;

/// <summary>Tells where the numbers of a calculation come from.</summary>
internal static class NumberOrigins
{
    /// <summary>The origin of one element of a tensor.</summary>
    /// <param name="example">The example.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="element">The place in the tensor, row by row from 0.</param>
    public static NumberOrigin Of(Example example, int step, TensorPlace tensor, int element)
    {
        int l = tensor.Slot.Layer;
        int row = element / tensor.RowLength;
        int column = element % tensor.RowLength;
        return tensor.Slot.Kind switch
        {
            TensorKind.W or TensorKind.b when step == 1 => NumberOrigin.Given,
            TensorKind.y => NumberOrigin.Given,
            TensorKind.a when l == 0 => NumberOrigin.Given,
            TensorKind.dz_da when step == 1 => NumberOrigin.ByPlace,
            TensorKind.dz_dW when l == 1 || row != column / tensor.Shape[2] => NumberOrigin.ByPlace,
            TensorKind.da_dz when IsByPlace(example.Network.Layers[l - 1].Activation, row, column) => NumberOrigin.ByPlace,
            _ => NumberOrigin.Calculated,
        };
    }

    // An element-wise activation has nothing off the diagonal; the derivative of ReLU and of the identity is 0 or 1 everywhere.
    private static bool IsByPlace(Activation activation, int row, int column)
    {
        return activation is Relu or Identity || (activation is not Softmax && row != column);
    }
}
