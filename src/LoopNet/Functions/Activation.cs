namespace LoopNet;

/// <summary>
/// An activation function f of a whole layer: its value (F2) and, side by side, its Jacobian (B2).
/// </summary>
/// <remarks>
/// To add or to alter a function, derive from this class or from one of those that are there. A function of one's own is trained, traced and
/// explained by its name, its <see cref="Definition"/> and its values; what would have to read it back refuses it: models and the verifier of traces.
/// </remarks>
public abstract class Activation
{
    /// <summary>The six functions, in the order in which the documentation names them.</summary>
    public static IReadOnlyList<Activation> All { get; } = [new Sigmoid(), new Relu(), new LeakyRelu(), new Tanh(), new Identity(), new Softmax()];

    /// <summary>The name in examples, traces and on the command line, for example <c>sigmoid</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The definition of one output of a function of one's own, for example <c>z / (1 + |z|)</c>, for explanations; null where there is none.</summary>
    /// <remarks>The six need none: explanations write their arithmetic out.</remarks>
    public virtual string? Definition => null;

    /// <summary>Whether this is the function that LoopNet knows by its name, to be explained, checked, saved and read back as that one.</summary>
    /// <remarks>A class of one's own is not, also where it derives from one of the six, unless it says so: that it computes the same function in another way.</remarks>
    public virtual bool IsStandard => GetType().Assembly == typeof(Activation).Assembly;

    /// <summary>What explanations call it: its name, or, where that is the name of another function, the name of its class.</summary>
    public string DisplayName => IsStandard || Named(Name) is null ? Name : GetType().Name;

    /// <summary>F2: <c>a = f(z)</c>.</summary>
    /// <param name="z">Weighted sums, n_l.</param>
    /// <param name="a">Receives the outputs, n_l.</param>
    public abstract void Value(double[] z, double[] a);

    /// <summary>B2: the Jacobian, <c>da_dz[i][j]</c> = da_i/dz_j.</summary>
    /// <param name="z">Weighted sums, n_l.</param>
    /// <param name="a">Outputs at <paramref name="z"/>, n_l.</param>
    /// <param name="da_dz">Receives the matrix, n_l x n_l; every element is overwritten.</param>
    public abstract void Jacobian(double[] z, double[] a, double[][] da_dz);

    /// <summary>Whether the function has a derivative everywhere between two values of one weighted sum.</summary>
    /// <remarks>Central differences mean nothing across a kink; the gradient check leaves those elements out.</remarks>
    public virtual bool IsSmoothBetween(double z1, double z2) => true;

    /// <summary>The function called <paramref name="name"/>, or null where there is none.</summary>
    public static Activation? Named(string name)
    {
        foreach (Activation activation in All)
        {
            if (string.Equals(activation.Name, name, StringComparison.Ordinal))
            {
                return activation;
            }
        }

        return null;
    }

    /// <summary>The name, as in examples and traces.</summary>
    public sealed override string ToString() => Name;
}
