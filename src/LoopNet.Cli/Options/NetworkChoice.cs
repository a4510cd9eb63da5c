namespace LoopNet.Cli;

/// <summary>The functions of a network, as they are named on a command line.</summary>
internal static class NetworkChoice
{
    /// <summary>The names of all activations, for help and messages.</summary>
    public static string ActivationNames => string.Join(", ", Activation.All);

    /// <summary>The names of all losses, for help and messages.</summary>
    public static string LossNames => string.Join(", ", Loss.All);

    /// <summary>Reads f_1, ..., f_L.</summary>
    /// <param name="hidden">One name for all hidden layers, or a list with one for each.</param>
    /// <param name="output">The name of the output layer's activation.</param>
    /// <param name="layers">L.</param>
    /// <exception cref="UsageException">A name is unknown, or there are not as many as hidden layers.</exception>
    public static Activation[] Activations(string hidden, string output, int layers)
    {
        string[] names = hidden.Split(',', StringSplitOptions.TrimEntries);
        int hiddenLayers = layers - 1;
        if (names.Length != 1 && names.Length != hiddenLayers)
        {
            throw new UsageException(
                "--hidden names one activation for all hidden layers or one for each; " +
                $"there are {hiddenLayers} hidden layers and {names.Length} names");
        }

        Activation[] activations = new Activation[layers];
        for (int index = 0; index < names.Length; index++)
        {
            Activation activation = ActivationNamed(names[index], "--hidden");
            int last = names.Length == 1 ? hiddenLayers : index + 1;
            Array.Fill(activations, activation, index, last - index);
        }

        activations[^1] = ActivationNamed(output, "--output");
        return activations;
    }

    /// <summary>Reads a loss that goes with an output layer.</summary>
    /// <param name="name">The name of the loss.</param>
    /// <param name="output">The activation of the output layer.</param>
    /// <exception cref="UsageException">The name is unknown, or the loss does not go with the output.</exception>
    public static Loss LossFor(string name, Activation output)
    {
        Loss? loss = Loss.Named(name);
        if (loss is null)
        {
            throw new UsageException($"--loss is one of {LossNames}, not '{name}'");
        }

        if (!loss.Accepts(output))
        {
            string outputs = string.Join(" or ", Activation.All.Where(loss.Accepts));
            string losses = string.Join(", ", Loss.All.Where(other => other.Accepts(output)));
            throw new UsageException(
                $"the loss {loss} goes with {outputs} outputs only, not with {output}; with {output} outputs use one of {losses}");
        }

        return loss;
    }

    /// <summary>Reads how weights are drawn.</summary>
    /// <exception cref="UsageException">The name is unknown.</exception>
    public static InitialWeights WeightsNamed(string name)
    {
        return name switch
        {
            "scaled" => InitialWeights.Scaled,
            "he" => InitialWeights.He,
            "uniform" => InitialWeights.Uniform,
            "small" => InitialWeights.Small,
            _ => throw new UsageException($"--init is one of scaled, he, uniform, small, not '{name}'"),
        };
    }

    /// <summary>Reads how the output gradient is computed.</summary>
    /// <exception cref="UsageException">The name is unknown.</exception>
    public static OutputGradient OutputGradientNamed(string name)
    {
        return name switch
        {
            "jacobian" => OutputGradient.Jacobian,
            "shortcut" => OutputGradient.Shortcut,
            _ => throw new UsageException($"--output-gradient is jacobian or shortcut, not '{name}'"),
        };
    }

    private static Activation ActivationNamed(string name, string option)
    {
        return Activation.Named(name) ?? throw new UsageException($"{option} is one of {ActivationNames}, not '{name}'");
    }
}
