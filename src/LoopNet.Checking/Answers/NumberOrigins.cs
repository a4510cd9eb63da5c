using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Tells where the numbers of a calculation come from.</summary>
internal static class NumberOrigins
{
    /// <summary>The origin of one element of a tensor.</summary>
    /// <param name="example">The example.</param>
    /// <param name="name">The element.</param>
    /// <param name="tensor">Its tensor.</param>
    public static NumberOrigin Of(Example example, NumberName name, Tensor tensor)
    {
        int l = tensor.Layer;
        return tensor.Kind switch
        {
            TensorKind.W or TensorKind.b when IsFirst(example, name) => NumberOrigin.Given,
            TensorKind.y => NumberOrigin.Given,
            TensorKind.a when l == 0 => NumberOrigin.Given,
            TensorKind.dL_da when tensor.Equation is null => NumberOrigin.Given,
            TensorKind.dz_da when IsFirst(example, name) => NumberOrigin.ByPlace,
            TensorKind.dz_dW when l == 1 || name.Index[0] != name.Index[1] => NumberOrigin.ByPlace,
            TensorKind.da_dz when IsSlope(example.Network.Layers[l - 1].Activation) || IsZeroByPlace(example.Network, tensor, name.Index) => NumberOrigin.ByPlace,
            _ => NumberOrigin.Calculated,
        };
    }

    /// <summary>Whether a number is 0 by its place: off the diagonal of the Jacobian of an element-wise activation there is nothing to compute.</summary>
    /// <param name="network">The network.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="index">One number for each dimension.</param>
    public static bool IsZeroByPlace(Network network, Tensor tensor, IReadOnlyList<int> index)
    {
        return tensor.Kind == TensorKind.da_dz && network.Layers[tensor.Layer - 1].Activation is ElementwiseActivation && index[0] != index[1];
    }

    // Whether the parameters of its step are those of the example.
    private static bool IsFirst(Example example, NumberName name) => name.Step == 1 || !example.Rule.Moves;

    // The derivative of ReLU, leaky ReLU and the identity is 0, 1 or the slope everywhere.
    private static bool IsSlope(Activation activation) => activation is (Relu or LeakyRelu or Identity) and { IsStandard: true };
}
