using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The parts of a network and of its rule, as they are named on a command line.</summary>
internal static class NetworkChoice
{
    /// <summary>The names of all activations.</summary>
    public static string[] Activations { get; } = [.. Activation.All.Select(activation => activation.Name)];

    /// <summary>The names of the losses that digits can be learnt with: those that compare outputs with targets.</summary>
    public static string[] Losses { get; } = [.. Loss.All.Where(loss => loss.TakesTarget).Select(loss => loss.Name)];

    /// <summary>The names of all activations, for help and messages.</summary>
    public static string ActivationNames => string.Join(", ", Activations);

    /// <summary>The names of the losses that digits can be learnt with, for help and messages.</summary>
    public static string LossNames => string.Join(", ", Losses);

    /// <summary>Reads the activations of the hidden layers.</summary>
    /// <param name="text">One name for all of them, or a list with one for each.</param>
    /// <param name="hiddenLayers">How many there are.</param>
    /// <exception cref="UsageException">A name is unknown, or there are not as many as hidden layers.</exception>
    public static Activation[] HiddenNamed(string text, int hiddenLayers)
    {
        string[] names = text.Split(',', StringSplitOptions.TrimEntries);
        if (names.Length != 1 && names.Length != hiddenLayers)
        {
            throw new UsageException(
                "--hidden names one activation for all hidden layers or one for each; " +
                Invariant($"there are {hiddenLayers} hidden layers and {names.Length} names"));
        }

        return [.. names.Select(name => ActivationNamed(name, "--hidden"))];
    }

    /// <summary>Reads an activation.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="option">The option that gives it, for the message.</param>
    /// <exception cref="UsageException">The name is unknown.</exception>
    public static Activation ActivationNamed(string name, string option)
    {
        return Activation.Named(name) ?? throw new UsageException($"{option} is one of {ActivationNames}, not '{name}'{NearWord.Question(name, Activations)}");
    }

    /// <summary>Gives every leaky ReLU a slope.</summary>
    /// <exception cref="UsageException">No layer has leaky ReLU.</exception>
    public static TrainingPlan WithSlope(TrainingPlan plan, double slope)
    {
        if (!plan.Hidden.Append(plan.Output).Any(activation => activation is LeakyRelu))
        {
            throw new UsageException("--slope is for layers with leaky-relu, and there is none; leave it out, or give --hidden leaky-relu");
        }

        return plan with
        {
            Hidden = [.. plan.Hidden.Select(activation => activation is LeakyRelu ? new LeakyRelu(slope) : activation)],
            Output = plan.Output is LeakyRelu ? new LeakyRelu(slope) : plan.Output,
        };
    }

    /// <summary>Reads a loss.</summary>
    /// <exception cref="UsageException">The name is unknown.</exception>
    public static Loss LossNamed(string name)
    {
        Loss? loss = Loss.Named(name);
        if (loss is { TakesTarget: false })
        {
            throw new UsageException($"the loss {loss} looks at no target, so there is nothing to learn with it; --loss is one of {LossNames}");
        }

        return loss ?? throw new UsageException($"--loss is one of {LossNames}, not '{name}'{NearWord.Question(name, Losses)}");
    }

    /// <summary>Checks that a loss goes with an output layer.</summary>
    /// <exception cref="UsageException">It does not.</exception>
    public static void Check(Loss loss, Activation output)
    {
        if (!loss.Accepts(output))
        {
            string outputs = string.Join(" or ", Activation.All.Where(loss.Accepts));
            string losses = string.Join(", ", Loss.All.Where(other => other.Accepts(output)));
            throw new UsageException(
                $"the loss {loss} goes with {outputs} outputs only, not with {output}; with {output} outputs use one of {losses}");
        }
    }

    /// <summary>The names of the values of an enumeration, as they are written on a command line.</summary>
    public static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => $"{value}".ToLowerInvariant())];

    /// <summary>Reads a value of an enumeration, whose names are written in small letters.</summary>
    /// <param name="name">The name.</param>
    /// <param name="option">The option that gives it, for the message.</param>
    /// <exception cref="UsageException">The name is unknown.</exception>
    public static T Named<T>(string name, string option)
        where T : struct, Enum
    {
        string[] names = Names<T>();
        int index = Array.IndexOf(names, name);
        string choice = names.Length == 2 ? string.Join(" or ", names) : $"one of {string.Join(", ", names)}";
        return index >= 0 ? Enum.GetValues<T>()[index] : throw new UsageException($"{option} is {choice}, not '{name}'{NearWord.Question(name, names)}");
    }
}
