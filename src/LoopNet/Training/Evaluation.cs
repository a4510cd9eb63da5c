using System.Diagnostics;

namespace LoopNet;

/// <summary>How a network does on samples that it does not learn from.</summary>
[DebuggerDisplay("loss {Loss}, accuracy {Accuracy}, {Count} samples")]
public sealed class Evaluation
{
    /// <summary>Makes an evaluation from what was counted.</summary>
    /// <param name="count">The number of samples.</param>
    /// <param name="loss">The mean of their losses.</param>
    /// <param name="confusion">How often each class was taken for each.</param>
    internal Evaluation(int count, double loss, int[][] confusion)
    {
        Count = count;
        Loss = loss;
        Confusion = confusion;
        for (int target = 0; target < confusion.Length; target++)
        {
            Correct += confusion[target][target];
        }
    }

    /// <summary>The number of samples, at least 1.</summary>
    public int Count { get; }

    /// <summary>The mean of the samples' losses.</summary>
    public double Loss { get; }

    /// <summary>How many samples have their largest output where their largest target is.</summary>
    public int Correct { get; }

    /// <summary>The fraction of such samples, 0 to 1.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>How often each class was taken for each: <c>Confusion[target][predicted]</c>, n_L x n_L counts.</summary>
    public int[][] Confusion { get; }

    /// <summary>Passes every sample of a source through a network.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="source">The samples, at least one, of the network's sizes.</param>
    /// <param name="cancellation">Ends the evaluation between two samples.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, there is none, or the network's loss takes no target.</exception>
    /// <exception cref="NonFiniteException">A number of z or L is not finite.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was ended.</exception>
    public static Evaluation Of(Network network, ISampleSource source, CancellationToken cancellation = default)
    {
        SampleFit.CheckMeasurable(network, source);
        if (source.Count == 0)
        {
            throw new ArgumentException("There is no sample to evaluate on.", nameof(source));
        }

        SampleRecord sample = new(network, gradients: false, inputGradient: false);
        int[][] confusion = new int[network.OutputSize][];
        for (int target = 0; target < confusion.Length; target++)
        {
            confusion[target] = new int[network.OutputSize];
        }

        double sum = 0.0;
        for (int s = 0; s < source.Count; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            source.Read(s, sample.x, sample.y);
            ForwardPass.Run(network, sample);
            FiniteCheck.Outputs(sample, s);
            sum += sample.L;
            confusion[LargestIndex(sample.y)][LargestIndex(sample.Output)]++;
        }

        return new Evaluation(source.Count, sum / source.Count, confusion);
    }

    /// <summary>The index of the largest number: the class that an output or a target stands for. The first of several.</summary>
    /// <param name="vector">At least one number.</param>
    public static int LargestIndex(ReadOnlySpan<double> vector)
    {
        int largest = 0;
        for (int i = 1; i < vector.Length; i++)
        {
            if (vector[i] > vector[largest])
            {
                largest = i;
            }
        }

        return largest;
    }
}
