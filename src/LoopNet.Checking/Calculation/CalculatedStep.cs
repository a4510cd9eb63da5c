using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>A step as somebody calculates it: its record, and beside it what a mistake may use in place of the right numbers.</summary>
public sealed class CalculatedStep
{
    internal CalculatedStep(Example example)
    {
        int samples = Math.Min(example.BatchSize, example.Samples.Count);
        Example = example;
        Last = example.Network.Layers.Length;
        Record = StepRecord.ForTracing(example.Network, samples);
        dz_dW = new double[samples][][][];
        dz_da = new double[samples][][][];
        for (int s = 0; s < samples; s++)
        {
            dz_dW[s] = new double[Last + 1][][];
            dz_da[s] = new double[Last + 1][][];
        }
    }

    /// <summary>The example; its network has the parameters before step 1.</summary>
    public Example Example { get; }

    /// <summary>The number of layers.</summary>
    public int Last { get; }

    /// <summary>The number of the step, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The step before; null in step 1.</summary>
    public CalculatedStep? Before { get; private set; }

    /// <summary>The tensors of the step.</summary>
    public StepRecord Record { get; }

    /// <summary>The samples, of which the first <see cref="Count"/> are used.</summary>
    public SampleRecord[] Samples => Record.Samples;

    /// <summary>How many samples the step has.</summary>
    public int Count => Record.Count;

    /// <summary>B4, by sample and layer: n_l n_l rows of n_(l-1) numbers; null where nobody asks, since it is the outputs of the layer before, spread out.</summary>
    public double[][]?[][] dz_dW { get; }

    /// <summary>B7, by sample and layer: what the gradient is carried back through, n_l x n_(l-1), which are the weights.</summary>
    public double[][][][] dz_da { get; }

    /// <summary>The learning rate eta.</summary>
    public double Rate => Example.Rule.LearningRate;

    /// <summary>The activation of a layer.</summary>
    /// <param name="l">The layer, from 1.</param>
    public Activation Activation(int l) => Example.Network.Layers[l - 1].Activation;

    /// <summary>The derivative of one unit of an activation: the diagonal of its Jacobian.</summary>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    /// <param name="i">The unit.</param>
    public double Derivative(int s, int l, int i)
    {
        SampleRecord sample = Samples[s];
        double a = sample.a[l][i];
        switch (Activation(l))
        {
            case ElementwiseActivation elementwise:
                return elementwise.Derivative(sample.z[l][i], a);

            case Softmax { IsStandard: true }:
                return a * (1.0 - a);

            default:
                double[][] jacobian = Tensors.Matrix(sample.z[l].Length, sample.z[l].Length);
                Activation(l).Jacobian(sample.z[l], sample.a[l], jacobian);
                return jacobian[i][i];
        }
    }

    /// <summary>Whether the gradient at the output layer is the shortcut a - y.</summary>
    public bool HasShortcut => Example.Rule.OutputGradient == OutputGradient.Shortcut;

    /// <summary>Whether dL/dz of a layer is a - y of a sample, without a Jacobian.</summary>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public bool IsDifference(int s, int l) => l == Last && (HasShortcut || Samples[s].Saturated);

    /// <summary>The rows of a tensor, as <see cref="Tensor.Rows"/> has them.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <remarks>For reading: weights, biases and dz/da may be shared with other steps.</remarks>
    public double[][] Rows(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.Kind switch
        {
            TensorKind.dz_dW => dz_dW[tensor.Sample!.Value][tensor.Layer]!,
            TensorKind.dz_da => dz_da[tensor.Sample!.Value][tensor.Layer],
            _ => tensor.Rows(Record),
        };
    }

    /// <summary>Changes numbers of a tensor, and of no other that shares its arrays.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="change">Changes its rows.</param>
    internal void Rewrite(Tensor tensor, Action<double[][]> change)
    {
        int l = tensor.Layer;
        double[][] rows = Rows(tensor);
        if (tensor.Kind is TensorKind.W or TensorKind.b or TensorKind.dz_da)
        {
            rows = [.. rows.Select(row => (double[])[.. row])];
        }

        change(rows);
        switch (tensor.Kind)
        {
            case TensorKind.W:
                Record.W[l] = rows;
                break;
            case TensorKind.b:
                Record.b[l] = rows[0];
                break;
            case TensorKind.dz_da:
                dz_da[tensor.Sample!.Value][l] = rows;
                break;
            case TensorKind.batch_L:
                Record.batch_L = rows[0][0];
                break;
            case TensorKind.L:
                Samples[tensor.Sample!.Value].L = rows[0][0];
                break;
        }
    }

    /// <summary>Whether the step is read when the calculation has gone on, so that no later step may take its arrays.</summary>
    internal bool IsKept { get; set; }

    /// <summary>Begins a step with its samples.</summary>
    internal void Begin(int number, Batch batch, CalculatedStep? before)
    {
        Number = number;
        Before = before;
        Record.Count = batch.Count;
        for (int s = 0; s < batch.Count; s++)
        {
            batch.Source.Read(batch.IndexOf(s), Samples[s].x, Samples[s].y);
            Array.Clear(dz_dW[s]);
        }
    }
}
