using System.Diagnostics;

namespace LoopNet;

/// <summary>A fully connected network: its layers, first to last, and the loss that measures its outputs.</summary>
/// <remarks>
/// The input <c>x</c> = <c>a0</c> is no layer: layer <c>l</c> of the equations, 1 to L, is <c>Layers[l - 1]</c>. The network shares the layers that it is
/// given, in an array of its own: a step that moves its parameters moves theirs. <see cref="Copy"/> makes one that shares nothing; the arrays of numbers
/// are copied where a <see cref="Layer"/> is made.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Network
{
    /// <summary>Joins layers and a loss.</summary>
    /// <param name="layers">At least one layer; each takes as many inputs as the one before has units. The layers are shared, their array is copied.</param>
    /// <param name="loss">A loss that accepts the activation of the last layer.</param>
    /// <exception cref="ArgumentException">There is no layer, one is missing or stands there twice, two layers do not fit, or the loss does not fit the output layer.</exception>
    public Network(Layer[] layers, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(loss);
        if (layers.Length == 0)
        {
            throw new ArgumentException("A network has at least one layer.", nameof(layers));
        }

        int missing = Array.IndexOf(layers, null);
        if (missing >= 0)
        {
            throw new ArgumentException(Invariant($"Layer {missing + 1} is missing."), nameof(layers));
        }

        for (int l = 2; l <= layers.Length; l++)
        {
            if (Array.IndexOf(layers, layers[l - 1]) < l - 1)
            {
                throw new ArgumentException(Invariant($"Layer {l} stands in the network already, and would move with every layer that it is; give a copy of it."), nameof(layers));
            }

            if (layers[l - 1].InputSize != layers[l - 2].Size)
            {
                throw new ArgumentException(Invariant($"Layer {l} takes {layers[l - 1].InputSize} inputs, but layer {l - 1} has {layers[l - 2].Size} units."), nameof(layers));
            }
        }

        Activation output = layers[^1].Activation;
        if (!loss.Accepts(output))
        {
            throw new ArgumentException($"The loss {loss.Name} does not go with {output.Name} outputs.", nameof(loss));
        }

        Layers = [.. layers];
        Loss = loss;
    }

    /// <summary>The layers 1 to L, at indexes 0 to L - 1.</summary>
    public Layer[] Layers { get; }

    /// <summary>The loss.</summary>
    public Loss Loss { get; }

    /// <summary>The number of inputs, n_0.</summary>
    public int InputSize => Layers[0].InputSize;

    /// <summary>The number of outputs, n_L.</summary>
    public int OutputSize => Layers[^1].Size;

    /// <summary>The length of <c>y</c> of a sample: n_L, or 0 where the loss takes no target.</summary>
    public int TargetSize => Loss.TakesTarget ? OutputSize : 0;

    /// <summary>Whether there is a loss to compute; else each sample gives its gradient, or there is a forward pass only.</summary>
    public bool HasLoss => Loss is not (GivenGradient or NoLoss);

    /// <summary>Whether there is a gradient to go back from: that of the loss, or a given one.</summary>
    public bool GoesBack => Loss is not NoLoss;

    /// <summary>The activation of the output layer, f_L.</summary>
    public Activation Output => Layers[^1].Activation;

    /// <summary>The sizes n_0, n_1, ..., n_L.</summary>
    public int[] Sizes()
    {
        int[] sizes = new int[Layers.Length + 1];
        sizes[0] = InputSize;
        for (int l = 1; l <= Layers.Length; l++)
        {
            sizes[l] = Layers[l - 1].Size;
        }

        return sizes;
    }

    /// <summary>The outputs for one input: the forward pass without a target (F1, F2).</summary>
    /// <param name="x">The input, n_0 finite numbers; it is copied, and -0.0 becomes 0.0.</param>
    /// <returns>The outputs <c>a_L</c>, n_L, in an array of their own; not finite where a weighted sum overflows.</returns>
    /// <exception cref="ArgumentException">There are more or fewer numbers than inputs, or one is not finite.</exception>
    public double[] Predict(double[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length != InputSize)
        {
            throw new ArgumentException(Invariant($"The network takes {InputSize} inputs, not {x.Length}."), nameof(x));
        }

        double[] a = FiniteCopy.Of(x, "input");
        for (int l = 1; l <= Layers.Length; l++)
        {
            Layer layer = Layers[l - 1];
            double[] z = new double[layer.Size];
            double[] output = new double[layer.Size];
            Loops.WeightedSums(layer.W, a, layer.b, z);
            layer.Activation.Value(z, output);
            a = output;
        }

        return a;
    }

    /// <summary>A network with the same numbers in arrays of its own.</summary>
    public Network Copy()
    {
        Layer[] layers = new Layer[Layers.Length];
        for (int index = 0; index < layers.Length; index++)
        {
            layers[index] = Layers[index].Copy();
        }

        return new Network(layers, Loss);
    }

    /// <summary>The network in a line, for example <c>784-32-32-10, sigmoid, sigmoid, softmax, cross-entropy</c>.</summary>
    public override string ToString()
    {
        string sizes = string.Join('-', Sizes());
        string activations = string.Join(", ", Layers.Select(layer => layer.Activation.DisplayName));
        return $"{sizes}, {activations}, {Loss.DisplayName}";
    }
}
