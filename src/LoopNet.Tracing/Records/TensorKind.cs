namespace LoopNet.Tracing;

/// <summary>The tensors of a step, by the names that the code gives them.</summary>
public enum TensorKind
{
    /// <summary>Weights before the step.</summary>
    W,

    /// <summary>Biases before the step.</summary>
    b,

    /// <summary>Outputs of a layer; of layer 0, the input x.</summary>
    a,

    /// <summary>Weighted sums.</summary>
    z,

    /// <summary>The target.</summary>
    y,

    /// <summary>The loss.</summary>
    L,

    /// <summary>Gradient with respect to outputs; of layer 0, dL/dx.</summary>
    dL_da,

    /// <summary>Jacobian of an activation.</summary>
    da_dz,

    /// <summary>Gradient with respect to weighted sums.</summary>
    dL_dz,

    /// <summary>How weighted sums depend on their weights.</summary>
    dz_dW,

    /// <summary>Gradient of weights.</summary>
    dL_dW,

    /// <summary>Gradient of biases.</summary>
    dL_db,

    /// <summary>How weighted sums depend on the outputs of the layer before.</summary>
    dz_da,

    /// <summary>The loss over a batch.</summary>
    batch_L,

    /// <summary>Gradient of weights over a batch.</summary>
    batch_dL_dW,

    /// <summary>Gradient of biases over a batch.</summary>
    batch_dL_db,

    /// <summary>Weights after the step.</summary>
    W_new,

    /// <summary>Biases after the step.</summary>
    b_new,
}
