using System.Diagnostics;
using System.Globalization;

namespace LoopNet;

/// <summary>Whether samples and a rule fit a network.</summary>
[DebuggerStepThrough]
internal static class SampleFit
{
    /// <summary>Compares sizes.</summary>
    /// <exception cref="ArgumentException">Inputs or targets have another length than the network's.</exception>
    public static void Check(Network network, ISampleSource source)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        if (source.InputSize != network.InputSize || source.TargetSize != network.TargetSize)
        {
            throw new ArgumentException(
                Invariant($"The samples have {source.InputSize} inputs and {source.TargetSize} targets, the network takes {network.InputSize} and {network.TargetSize}."),
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

    /// <summary>Checks that the shortcut holds where it is asked for, and that there is a gradient where parameters are to move.</summary>
    /// <exception cref="ArgumentException">The shortcut does not hold for the network, or parameters are to move without a gradient.</exception>
    public static void CheckRule(Network network, UpdateRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        CheckOutputGradient(network, rule.OutputGradient);
        if (rule.Moves && !network.GoesBack)
        {
            throw new ArgumentException("A network without a loss has no gradient to move its parameters by; leave the learning rate out.", nameof(rule));
        }
    }

    /// <summary>Checks that there are a loss and a learning rate to train with.</summary>
    /// <exception cref="ArgumentException">One of them is missing.</exception>
    public static void CheckTrainable(Network network, UpdateRule rule)
    {
        if (!network.HasLoss)
        {
            throw new ArgumentException("Training needs a loss, and this network has none.", nameof(network));
        }

        if (!rule.Moves)
        {
            throw new ArgumentException("Training needs a learning rate, and this rule has none.", nameof(rule));
        }
    }

    /// <summary>Compares sizes, and checks that outputs can be compared with targets.</summary>
    /// <exception cref="ArgumentException">Sizes differ, or the network's loss takes no target.</exception>
    public static void CheckMeasurable(Network network, ISampleSource source)
    {
        Check(network, source);
        if (!network.HasLoss || !network.Loss.TakesTarget)
        {
            throw new ArgumentException($"An evaluation compares outputs with targets, and a network with {network.Loss} has none.", nameof(network));
        }
    }

    /// <summary>Looks at one target.</summary>
    /// <param name="network">The network, whose loss takes it or not.</param>
    /// <param name="y">The target, n_L.</param>
    /// <param name="s">The sample, for the message.</param>
    /// <exception cref="ArgumentException">The target is none that the loss takes.</exception>
    public static void CheckTarget(Network network, double[] y, int s)
    {
        if (!network.Loss.AcceptsTarget(network.Output, y))
        {
            throw NoTarget(Invariant($"The target of sample {s}"), network, nameof(y));
        }
    }

    /// <summary>Checks that a record can take a forward pass: it was made for the network, and the loss takes its target.</summary>
    /// <exception cref="ArgumentException">It was made for another network, or the loss does not take the target.</exception>
    public static void CheckForward(Network network, SampleRecord sample)
    {
        CheckRecord(network, sample);
        if (!network.Loss.AcceptsTarget(network.Output, sample.y))
        {
            string numbers = string.Join(", ", sample.y.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
            throw NoTarget($"The target ({numbers})", network, nameof(sample));
        }
    }

    /// <summary>Checks that a record can take a backward pass: it was made for the network, and has room for gradients.</summary>
    /// <exception cref="ArgumentException">It cannot, or the shortcut does not hold for the network.</exception>
    public static void CheckBackward(Network network, OutputGradient outputGradient, SampleRecord sample)
    {
        CheckRecord(network, sample);
        CheckOutputGradient(network, outputGradient);
        if (!network.GoesBack)
        {
            throw new ArgumentException("A network without a loss has no gradient to go back from.", nameof(network));
        }

        if (sample.dL_dz[^1].Length == 0)
        {
            throw new ArgumentException("The record was made without room for gradients; make one with it.", nameof(sample));
        }
    }

    private static void CheckRecord(Network network, SampleRecord sample)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(sample);
        if (!sample.IsOf(network))
        {
            throw new ArgumentException("The record was made for another network; make one for this network.", nameof(sample));
        }
    }

    private static void CheckOutputGradient(Network network, OutputGradient outputGradient)
    {
        if (outputGradient == OutputGradient.Shortcut && !UpdateRule.AllowsShortcut(network))
        {
            throw new ArgumentException($"The shortcut a - y holds for {UpdateRule.ShortcutPairs} only.", nameof(outputGradient));
        }
    }

    private static ArgumentException NoTarget(string target, Network network, string argument)
    {
        return new ArgumentException(
            $"{target} does not go with {network.Loss} and {network.Output} outputs, which take {network.Loss.TargetRule(network.Output)}.", argument);
    }
}
