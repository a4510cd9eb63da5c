using System.Diagnostics;

namespace LoopNet;

/// <summary>
/// A loss: one number for how far the outputs of a network are from their target (F3) and, side by side, its
/// gradient with respect to the outputs (B1).
/// </summary>
/// <remarks>
/// To add or to alter a loss, derive from this class or from one of those that are there. A loss of one's own is trained, traced and explained by
/// its name, its <see cref="Definition"/> and its values; what would have to read it back refuses it: models and the verifier of traces.
/// </remarks>
public abstract class Loss
{
    /// <summary>The six losses, in the order in which the documentation names them.</summary>
    public static IReadOnlyList<Loss> All { get; } =
        [new CrossEntropy(), new BinaryCrossEntropy(), new SquaredError(), new MeanSquaredError(), new SumOfSquares(), new SumOfOutputs()];

    /// <summary>The name in examples, traces and on the command line, for example <c>cross-entropy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The definition with its exact factor, for example <c>1/2 sum (a - y)^2</c>.</summary>
    public abstract string Definition { get; }

    /// <summary>Whether this is the loss that LoopNet knows by its name, to be explained, checked, saved and read back as that one.</summary>
    /// <remarks>A class of one's own is not, also where it derives from one of the six, unless it says so: that it computes the same loss in another way.</remarks>
    public virtual bool IsStandard => GetType().Assembly == typeof(Loss).Assembly;

    /// <summary>What explanations call it: its name, or, where that is the name of another loss, the name of its class.</summary>
    public string DisplayName => IsStandard || Named(Name) is null ? Name : GetType().Name;

    /// <summary>The definition, as explanations write it: not that of one of the six where a class of one's own has only inherited it.</summary>
    public string DisplayDefinition
    {
        get
        {
            bool isInherited = !IsStandard && All.Any(known => string.Equals(known.Definition, Definition, StringComparison.Ordinal));
            return isInherited ? $"{DisplayName}(a, y)" : Definition;
        }
    }

    /// <summary>Whether a sample has a target; else <c>y</c> is empty.</summary>
    public virtual bool TakesTarget => true;

    /// <summary>Whether a network that ends in <paramref name="output"/> can be measured with this loss.</summary>
    public abstract bool Accepts(Activation output);

    /// <summary>What targets have to be, as a sentence fragment, for example <c>0 to 1</c>; null where any finite number will do.</summary>
    /// <param name="output">The activation of the output layer.</param>
    public virtual string? TargetRule(Activation output) => null;

    /// <summary>Whether <paramref name="y"/> keeps <see cref="TargetRule"/>.</summary>
    /// <param name="output">The activation of the output layer.</param>
    /// <param name="y">The target, n_L finite numbers.</param>
    public virtual bool AcceptsTarget(Activation output, double[] y) => true;

    /// <summary>F3: the loss of one sample.</summary>
    /// <param name="a">Outputs of the network, n_L.</param>
    /// <param name="y">Target, n_L; none where the loss takes none.</param>
    public abstract double Value(double[] a, double[] y);

    /// <summary>B1: the gradient with respect to the outputs.</summary>
    /// <param name="a">Outputs of the network, n_L.</param>
    /// <param name="y">Target, n_L; none where the loss takes none.</param>
    /// <param name="dL_da">Receives the gradient, n_L.</param>
    public abstract void Gradient(double[] a, double[] y, double[] dL_da);

    /// <summary>How far an output may move before the loss has no value, for central differences; infinite where it may go anywhere.</summary>
    /// <param name="a">One output.</param>
    public virtual double DistanceToEdge(double a) => double.PositiveInfinity;

    /// <summary>What takes the place of the loss where one of its logarithms has lost its argument to underflow; null where none has.</summary>
    /// <param name="output">The activation of the output layer.</param>
    /// <param name="a">Outputs of the network, n_L.</param>
    /// <param name="y">Target, n_L.</param>
    [DebuggerStepThrough]
    public virtual SaturatedLoss? WhereSaturated(Activation output, double[] a, double[] y) => null;

    /// <summary>The loss called <paramref name="name"/>, or null where there is none.</summary>
    public static Loss? Named(string name)
    {
        foreach (Loss loss in All)
        {
            if (string.Equals(loss.Name, name, StringComparison.Ordinal))
            {
                return loss;
            }
        }

        return null;
    }

    /// <summary>The name, as in examples and traces.</summary>
    public sealed override string ToString() => Name;
}
