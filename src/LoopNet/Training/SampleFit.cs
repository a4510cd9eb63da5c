namespace LoopNet;

/// <summary>Whether samples and a rule fit a network.</summary>
internal static class SampleFit
{
    /// <summary>Compares sizes.</summary>
    /// <exception cref="ArgumentException">Inputs or targets have another length than the network's.</exception>
    public static void Check(Network network, ISampleSource source)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        if (source.InputSize != network.InputSize || source.TargetSize != network.OutputSize)
        {
            throw new ArgumentException(
                Invariant($"The samples have {source.InputSize} inputs and {source.TargetSize} targets, the network takes {network.InputSize} and gives {network.OutputSize}."),
                nameof(source));
        }
    }

    /// <summary>Compares sizes, looks at every target, and checks that the shortcut holds where it is asked for.</summary>
    /// <exception cref="ArgumentException">Sizes differ, a target is none that the loss takes, or the shortcut does not hold for the network.</exception>
    public static void Check(Network network, ISampleSource source, UpdateRule rule)
    {
        Check(network, source);
        CheckRule(network, rule);
        double[] x = new double[source.InputSize];
        double[] y = new double[source.TargetSize];
        for (int s = 0; s < source.Count; s++)
        {
            source.Read(s, x, y);
            CheckTarget(network, y, s);
        }
    }

    /// <summary>Checks that the shortcut holds where it is asked for.</summary>
    /// <exception cref="ArgumentException">The shortcut does not hold for the network.</exception>
    public static void CheckRule(Network network, UpdateRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.OutputGradient == OutputGradient.Shortcut && !UpdateRule.AllowsShortcut(network))
        {
            throw new ArgumentException("The shortcut a - y holds for softmax with cross-entropy only.", nameof(rule));
        }
    }

    /// <summary>Looks at one target.</summary>
    /// <exception cref="ArgumentException">The target is none that the loss takes.</exception>
    public static void CheckTarget(Network network, double[] y, int s)
    {
        if (!network.Loss.AcceptsTarget(network.Output, y))
        {
            throw new ArgumentException(
                Invariant($"The target of sample {s} does not go with {network.Loss} and {network.Output} outputs, which take {network.Loss.TargetRule(network.Output)}."),
                nameof(y));
        }
    }
}
