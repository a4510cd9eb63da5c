using System.Diagnostics;

namespace LoopNet;

/// <summary>
/// Every tensor of one step of gradient descent: the parameters before it, the record of each sample, the gradients
/// over the batch, and the parameters after it.
/// </summary>
/// <remarks>
/// The index is that of the layer: <c>W[1]</c> is W1; index 0 is empty. A record for training is used again by every step: it
/// has one <see cref="SampleRecord"/> for all samples, and the parameters move in place. A record for tracing is used
/// once: it keeps every sample, and the parameters after the step stand in arrays of their own.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(RecordView))]
public sealed class StepRecord
{
    /// <summary>Weights before the step, n_l x n_(l-1).</summary>
    public readonly double[][][] W;

    /// <summary>Biases before the step, n_l; null where a layer has none.</summary>
    public readonly double[]?[] b;

    /// <summary>M1: the sum or the mean of dL/dW over the samples, n_l x n_(l-1); used where a step has more than one sample.</summary>
    public readonly double[][][] batch_dL_dW;

    /// <summary>M2: the sum or the mean of dL/db over the samples, n_l; used where a step has more than one sample.</summary>
    public readonly double[][] batch_dL_db;

    /// <summary>M3: the sum or the mean of L over the samples; used where a step has more than one sample.</summary>
    public double batch_L;

    /// <summary>U1: weights after the step, n_l x n_(l-1), equal to those before it where nothing moves.</summary>
    public readonly double[][][] W_new;

    /// <summary>U2: biases after the step, n_l, equal to those before it where biases do not move; null where a layer has none.</summary>
    public readonly double[]?[] b_new;

    /// <summary>The records of the samples: one for each, or one that every sample uses in turn.</summary>
    public readonly SampleRecord[] Samples;

    /// <summary>How many samples the step had.</summary>
    public int Count;

    private readonly Network _network;
    private readonly int _room;
    private readonly bool _keeps;

    [DebuggerStepThrough]
    private StepRecord(Network network, int samples, bool keeps)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        int last = network.Layers.Length;
        bool batch = samples > 1;
        _network = network;
        _room = samples;
        _keeps = keeps;
        Samples = new SampleRecord[keeps ? samples : 1];
        for (int s = 0; s < Samples.Length; s++)
        {
            Samples[s] = new SampleRecord(network, gradients: true, inputGradient: keeps);
        }

        W = new double[last + 1][][];
        b = new double[]?[last + 1];
        batch_dL_dW = new double[last + 1][][];
        batch_dL_db = new double[last + 1][];
        W_new = new double[last + 1][][];
        b_new = new double[]?[last + 1];
        W[0] = [];
        W_new[0] = [];
        batch_dL_dW[0] = [];
        batch_dL_db[0] = [];
        for (int l = 1; l <= last; l++)
        {
            Layer layer = network.Layers[l - 1];
            W[l] = layer.W;
            b[l] = layer.b;
            batch_dL_dW[l] = batch ? Tensors.Matrix(layer.Size, layer.InputSize) : [];
            batch_dL_db[l] = batch && layer.b is not null ? new double[layer.Size] : [];
            W_new[l] = keeps ? [.. layer.W.Select(row => (double[])[.. row])] : layer.W;
            b_new[l] = keeps && layer.b is not null ? [.. layer.b] : layer.b;
        }
    }

    /// <summary>A record that every step of a training run uses again.</summary>
    /// <param name="network">The network to train; its parameters move in place.</param>
    /// <param name="batchSize">The largest number of samples of one step, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    public static StepRecord ForTraining(Network network, int batchSize)
    {
        return new StepRecord(network, batchSize, keeps: false);
    }

    /// <summary>A record that keeps every tensor of one step, dL/dx and the new parameters among them.</summary>
    /// <param name="network">The network before the step; after it, the network has the record's new parameters.</param>
    /// <param name="samples">The largest number of samples of the step, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="samples"/> is less than 1.</exception>
    public static StepRecord ForTracing(Network network, int samples)
    {
        return new StepRecord(network, samples, keeps: true);
    }

    /// <summary>The record that holds the tensors of sample <paramref name="s"/>: its own, or the one that every sample uses in turn.</summary>
    [DebuggerStepThrough]
    internal SampleRecord Sample(int s) => Samples[_keeps ? s : 0];

    /// <summary>The gradient that moves the weights of layer <paramref name="l"/>: the batch's, or that of its only sample.</summary>
    /// <param name="l">The layer, from 1.</param>
    [DebuggerStepThrough]
    public double[][] dL_dW(int l) => Count > 1 ? batch_dL_dW[l] : Samples[0].dL_dW[l];

    /// <summary>The gradient that moves the biases of layer <paramref name="l"/>: the batch's, or that of its only sample.</summary>
    /// <param name="l">The layer, from 1.</param>
    [DebuggerStepThrough]
    public double[] dL_db(int l) => Count > 1 ? batch_dL_db[l] : Samples[0].dL_db[l];

    /// <summary>Opens a step: checks all that it takes, and lets the sums of M1, M2 and M3 start at 0.0.</summary>
    /// <param name="network">The network that the record was made for.</param>
    /// <param name="batch">The samples of the step.</param>
    /// <param name="rule">How the parameters move.</param>
    /// <exception cref="ArgumentException">The network is another one, the record has no room, or network, samples and rule do not fit each other.</exception>
    [DebuggerStepThrough]
    internal void Open(Network network, Batch batch, UpdateRule rule)
    {
        CheckPlace(network, batch.Count);
        SampleFit.Check(network, batch.Source);
        SampleFit.CheckRule(network, rule);
        Count = batch.Count;
        batch_L = 0.0;
        for (int l = 1; l < W.Length; l++)
        {
            foreach (double[] row in batch_dL_dW[l])
            {
                Array.Clear(row);
            }

            Array.Clear(batch_dL_db[l]);
        }
    }

    /// <summary>The step in a line.</summary>
    public override string ToString()
    {
        return Count switch
        {
            0 => "step not begun",
            1 => $"1 sample: {Samples[0]}",
            _ => $"{Count} samples, the last: {Sample(Count - 1)}",
        };
    }

    [DebuggerStepThrough]
    private void CheckPlace(Network network, int count)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!ReferenceEquals(_network, network))
        {
            throw new ArgumentException("The record was made for another network; make one for this network.", nameof(network));
        }

        if (count < 1 || count > _room)
        {
            throw new ArgumentException(Invariant($"The record has room for 1 to {_room} samples, and the batch has {count}."), nameof(count));
        }

        // A step puts new arrays into the network where its record keeps the old ones.
        if (_keeps && !ReferenceEquals(W[1], network.Layers[0].W))
        {
            throw new ArgumentException("A record for tracing belongs to the one step before which it was made; make another for this step.", nameof(network));
        }
    }
}
