using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>Measures a network in vectors and on several cores: bit for bit what <see cref="Evaluation"/> measures, much sooner.</summary>
public static class VectorizedEvaluation
{
    /// <summary>Passes every sample through a network.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="samples">The samples, at least one, of the network's sizes.</param>
    /// <param name="hardware">Lanes and threads; null for all that the machine has. They change the speed, and no bit.</param>
    /// <param name="cancellation">Ends the evaluation between two samples.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, there is none, or the network's loss takes no target.</exception>
    /// <exception cref="NonFiniteException">A number of z or L is not finite.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was ended.</exception>
    public static Evaluation Of(Network network, VectorizedSamples samples, Hardware? hardware = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        SampleFit.CheckMeasurable(network, samples.Source);
        hardware ??= new Hardware();
        Evaluation? evaluation = samples.AreOrdinary && samples.Count > 0
            ? hardware.Lanes switch
            {
                LaneCount.Eight => Measure<Lanes8>(network, samples, hardware.Threads, cancellation),
                LaneCount.Four => Measure<Lanes4>(network, samples, hardware.Threads, cancellation),
                LaneCount.Two => Measure<Lanes2>(network, samples, hardware.Threads, cancellation),
                _ => Measure<Lane1>(network, samples, hardware.Threads, cancellation),
            }
            : null;

        // What is not ordinary is measured literally: the numbers, or the exception, are those of the literal loops.
        return evaluation ?? Evaluation.Of(network, samples.Source, cancellation);
    }

    private static Evaluation? Measure<V>(Network network, VectorizedSamples samples, int threads, CancellationToken cancellation)
        where V : struct, ILanes<V>
    {
        LayerParameters[] parameters = LayerParameters.Of(network);
        for (int l = 1; l < parameters.Length; l++)
        {
            if (!parameters[l].Load(network.Layers[l - 1]))
            {
                return null;
            }
        }

        double[] losses = new double[samples.Count];
        int[] predictions = new int[samples.Count];
        int parts = Math.Min(threads, samples.Count);
        bool[] ordinary = new bool[parts];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
        Parallel.For(0, parts, options, part =>
        {
            int from = (int)((long)samples.Count * part / parts);
            int to = (int)((long)samples.Count * (part + 1) / parts);
            SamplePass<V> pass = new(network, parameters, OutputGradient.Jacobian);
            ordinary[part] = Pass(pass, new PassRows(network.Sizes(), samples: 1), samples, from, to, losses, predictions, cancellation);
        });
        cancellation.ThrowIfCancellationRequested();
        return ordinary.Contains(false) ? null : Gather(network, samples, losses, predictions);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Pass<V>(
        SamplePass<V> pass, PassRows rows, VectorizedSamples samples, int from, int to, double[] losses, int[] predictions, CancellationToken cancellation)
        where V : struct, ILanes<V>
    {
        for (int s = from; s < to && !cancellation.IsCancellationRequested; s++)
        {
            if (!pass.Forward(samples, s, rows, 0))
            {
                return false;
            }

            losses[s] = pass.L;
            predictions[s] = Evaluation.LargestIndex(pass.Output);
        }

        // The pass reads the rows through pointers, which keep nothing alive.
        GC.KeepAlive(rows);
        return true;
    }

    private static Evaluation Gather(Network network, VectorizedSamples samples, double[] losses, int[] predictions)
    {
        int[][] confusion = new int[network.OutputSize][];
        for (int target = 0; target < confusion.Length; target++)
        {
            confusion[target] = new int[network.OutputSize];
        }

        double sum = 0.0;
        for (int s = 0; s < samples.Count; s++)
        {
            sum += losses[s];
            confusion[Evaluation.LargestIndex(samples.Target(s))][predictions[s]]++;
        }

        return new Evaluation(samples.Count, sum / samples.Count, confusion);
    }
}
