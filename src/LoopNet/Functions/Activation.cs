namespace LoopNet;

/// <summary>
/// An activation function f of a whole layer: its value (F2) and, side by side, its Jacobian (B2).
/// </summary>
/// <remarks>To add or to alter a function, derive from this class or from one of those that are there.</remarks>
public abstract class Activation
{
    /// <summary>The six functions, in the order in which the documentation names them.</summary>
    public static IReadOnlyList<Activation> All { get; } = [new Sigmoid(), new Relu(), new LeakyRelu(), new Tanh(), new Identity(), new Softmax()];

    /// <summary>The name in examples, traces and on the command line, for example <c>sigmoid</c>.</summary>
    public abstract string Name { get; }

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
