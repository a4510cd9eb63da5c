namespace LoopNet.Cli;

/// <summary>Sigmoid or tanh units of hidden layers whose outputs lie at the ends of their range, where their derivative is next to 0.</summary>
internal static class SaturatedUnits
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "Saturated units";

    private const double Near = 1e-3;
    private const double Most = 0.4;
    private const int MostSamples = 500;

    /// <summary>Looks for them.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="samples">Samples, of which the first are taken.</param>
    public static IEnumerable<Symptom> In(Network network, ISampleSource samples)
    {
        double[] shares = Shares(network, samples);
        for (int l = 1; l < network.Layers.Length; l++)
        {
            if (shares[l] >= Most)
            {
                string ends = network.Layers[l - 1].Activation is Tanh ? "-1 or 1" : "0 or 1";
                yield return new Symptom(
                    Heading, Invariant($"layer {l}: {NumberText.Percent(shares[l])} of the {network.Layers[l - 1].Activation} outputs are within 0.001 of {ends}, where the derivative is next to 0"));
            }
        }
    }

    /// <summary>The share of saturated outputs of each hidden layer, from index 1; 0 for other activations.</summary>
    internal static double[] Shares(Network network, ISampleSource samples)
    {
        int[] counts = new int[network.Layers.Length + 1];
        int taken = Math.Min(samples.Count, MostSamples);
        SampleRecord record = new(network, gradients: false, inputGradient: false);
        for (int s = 0; s < taken; s++)
        {
            samples.Read(s, record.x, record.y);
            ForwardPass.Run(network, record);
            for (int l = 1; l < network.Layers.Length; l++)
            {
                Activation activation = network.Layers[l - 1].Activation;
                counts[l] += record.a[l].Count(output => IsAtAnEnd(output, activation));
            }
        }

        return [.. counts.Select((count, l) => l == 0 ? 0.0 : (double)count / ((long)taken * network.Layers[l - 1].Size))];
    }

    private static bool IsAtAnEnd(double output, Activation activation)
    {
        return activation switch
        {
            Sigmoid => output <= Near || output >= 1.0 - Near,
            Tanh => Math.Abs(output) >= 1.0 - Near,
            _ => false,
        };
    }
}
