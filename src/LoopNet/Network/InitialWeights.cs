namespace LoopNet;

/// <summary>How the weights of a layer with n inputs are drawn before training. Biases start at 0.</summary>
public enum InitialWeights
{
    /// <summary>N(0,1) / sqrt(n): keeps the spread of the weighted sums that of the inputs.</summary>
    Scaled,

    /// <summary>N(0,1) sqrt(2/n): the same for ReLU, which lets half of the spread through (He and others, 2015).</summary>
    He,

    /// <summary>Uniform on [-0.5, 0.5).</summary>
    Uniform,

    /// <summary>0.01 N(0,1).</summary>
    Small,

    /// <summary>N(0,1), as many write it first: over 784 inputs the weighted sums are so large that sigmoids saturate.</summary>
    Normal,

    /// <summary>0: all units of a layer are the same, and stay so.</summary>
    Zero,
}
