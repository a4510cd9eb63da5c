namespace LoopNet.Cli;

/// <summary>ReLU units that give 0 for every training digit.</summary>
internal static class DeadReluUnits
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "Dead units";

    // A few dead units are found in many networks that learn well.
    private const double Most = 0.25;

    /// <summary>Counts them in each hidden layer, and names those of which a quarter or more are dead.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="samples">All training digits.</param>
    /// <param name="cancellation">Ends the count.</param>
    public static IEnumerable<Symptom> In(Network network, ISampleSource samples, CancellationToken cancellation)
    {
        int[] dead = DeadUnits.Count(network, samples, cancellation);
        for (int l = 1; l < dead.Length; l++)
        {
            if (dead[l] >= Most * network.Layers[l - 1].Size && dead[l] > 0)
            {
                yield return new Symptom(Heading, Sentence(l, dead[l], network.Layers[l - 1].Size));
            }
        }
    }

    private static string Sentence(int l, int dead, int units)
    {
        string which = dead == units ? Invariant($"all {units} ReLU units are dead") : Invariant($"{dead} of {units} ReLU units {(dead == 1 ? "is" : "are")} dead");
        string what = dead == units
            ? "they give 0 for every training digit, so the output is the same for every digit, and no update moves this layer or one before"
            : "0 for every training digit, so no update moves their weights";
        return Invariant($"layer {l}: {which}: {what}; a smaller --learning-rate or --init he may help");
    }
}
