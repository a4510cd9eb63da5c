using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>An equation of a sample: fills a tensor of its record from those before it.</summary>
/// <param name="step">The step.</param>
/// <param name="s">The sample, from 0.</param>
/// <param name="l">The layer, from 1.</param>
public delegate void SampleEquation(CalculatedStep step, int s, int l);

/// <summary>An equation of the whole step: fills a tensor of its record from those before it.</summary>
/// <param name="step">The step.</param>
/// <param name="l">The layer, from 1.</param>
public delegate void LayerEquation(CalculatedStep step, int l);

/// <summary>
/// The equations of a step, each of which can be replaced: <c>equations with { B6 = ... }</c>. As they stand here, they are those of
/// docs/math.md, done by the literal loops; a mistake replaces one or two of them.
/// </summary>
public sealed record StepEquations
{
    /// <summary>What the weights and biases of a layer are when a step begins: those after the step before.</summary>
    public LayerEquation Begin { get; init; } = (step, l) =>
    {
        Layer first = step.Example.Network.Layers[l - 1];
        step.Record.W[l] = step.Before is null ? first.W : step.Before.Record.W_new[l];
        step.Record.b[l] = step.Before is null ? first.b : step.Before.Record.b_new[l];
    };

    /// <summary>The weighted sums of a layer.</summary>
    public SampleEquation F1 { get; init; } = (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        Loops.WeightedSums(step.Record.W[l], sample.a[l - 1], step.Record.b[l], sample.z[l]);
    };

    /// <summary>The outputs of a layer.</summary>
    public SampleEquation F2 { get; init; } = (step, s, l) => step.Activation(l).Value(step.Samples[s].z[l], step.Samples[s].a[l]);

    /// <summary>The loss.</summary>
    public SampleEquation F3 { get; init; } = (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        Network network = step.Example.Network;
        SaturatedLoss? saturated = network.Loss.WhereSaturated(network.Output, sample.a[l], sample.y);
        sample.Saturated = saturated is not null;
        sample.L = saturated is null ? network.Loss.Value(sample.a[l], sample.y) : saturated.Value(sample.z[l], sample.y);
    };

    /// <summary>The gradient of the loss with respect to the outputs.</summary>
    public SampleEquation B1 { get; init; } = (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        Network network = step.Example.Network;
        SaturatedLoss? saturated = sample.Saturated ? network.Loss.WhereSaturated(network.Output, sample.a[l], sample.y) : null;
        if (saturated is null)
        {
            network.Loss.Gradient(sample.a[l], sample.y, sample.dL_da[l]);
        }
        else
        {
            saturated.Gradient(sample.a[l], sample.y, sample.dL_da[l]);
        }
    };

    /// <summary>The Jacobian of an activation.</summary>
    public SampleEquation B2 { get; init; } = (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        step.Activation(l).Jacobian(sample.z[l], sample.a[l], sample.da_dz[l]);
    };

    /// <summary>The gradient with respect to the weighted sums; at the output layer, a - y where it is asked for (B3s) or saturated.</summary>
    public SampleEquation B3 { get; init; } = (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        if (step.IsDifference(s, l))
        {
            Loops.Shortcut(sample.a[l], sample.y, sample.dL_dz[l]);
        }
        else
        {
            Loops.ThroughActivation(sample.da_dz[l], sample.dL_da[l], sample.dL_dz[l]);
        }
    };

    /// <summary>The gradient of the weights: through the whole of B4 where it stands in somebody's answers.</summary>
    public SampleEquation B5 { get; init; } = (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        if (step.dz_dW[s][l] is double[][] dz_dW)
        {
            ThroughWeightJacobian(sample.dL_dz[l], dz_dW, sample.dL_dW[l]);
        }
        else
        {
            Loops.WeightGradient(sample.dL_dz[l], sample.a[l - 1], sample.dL_dW[l]);
        }
    };

    /// <summary>The gradient of the biases.</summary>
    public SampleEquation B6 { get; init; } = (step, s, l) => Loops.BiasGradient(step.Samples[s].dL_dz[l], step.Samples[s].dL_db[l]);

    /// <summary>B7, its first half: what the gradient is carried back through, which are the weights before the step.</summary>
    public SampleEquation B7Jacobian { get; init; } = (step, s, l) => step.dz_da[s][l] = step.Record.W[l];

    /// <summary>The gradient with respect to the outputs of the layer before, back through the weights of layer l.</summary>
    public SampleEquation B7 { get; init; } = (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        Loops.ThroughWeights(step.dz_da[s][l], sample.dL_dz[l], sample.dL_da[l - 1]);
    };

    /// <summary>The gradient of the weights over a batch.</summary>
    public LayerEquation M1 { get; init; } = (step, l) =>
    {
        double[][] batch = step.Record.batch_dL_dW[l];
        foreach (double[] row in batch)
        {
            Array.Clear(row);
        }

        for (int s = 0; s < step.Count; s++)
        {
            Loops.AddWeightGradient(step.Samples[s].dL_dW[l], batch);
        }

        for (int j = 0; j < batch.Length && step.Example.Rule.Reduction == Reduction.Mean; j++)
        {
            Loops.DivideByCount(batch[j], step.Count);
        }
    };

    /// <summary>The gradient of the biases over a batch.</summary>
    public LayerEquation M2 { get; init; } = (step, l) =>
    {
        double[] batch = step.Record.batch_dL_db[l];
        Array.Clear(batch);
        for (int s = 0; s < step.Count; s++)
        {
            Loops.AddBiasGradient(step.Samples[s].dL_db[l], batch);
        }

        if (step.Example.Rule.Reduction == Reduction.Mean)
        {
            Loops.DivideByCount(batch, step.Count);
        }
    };

    /// <summary>The loss over a batch.</summary>
    public LayerEquation M3 { get; init; } = (step, l) =>
    {
        double sum = 0.0;
        for (int s = 0; s < step.Count; s++)
        {
            sum += step.Samples[s].L;
        }

        int divisor = step.Example.Rule.Reduction == Reduction.Mean ? step.Count : 1;
        step.Record.batch_L = 0.0 + (sum / divisor);
    };

    /// <summary>The weights after the step.</summary>
    public LayerEquation U1 { get; init; } = (step, l) =>
    {
        Loops.UpdateWeights(step.Record.W[l], step.Record.dL_dW(l), step.Rate, step.Record.W_new[l]);
    };

    /// <summary>The biases after the step; those before it where biases do not move.</summary>
    public LayerEquation U2 { get; init; } = (step, l) =>
    {
        StepRecord record = step.Record;
        if (step.Example.Rule.UpdateBiases)
        {
            Loops.UpdateBiases(record.b[l]!, record.dL_db(l), step.Rate, record.b_new[l]!);
        }
        else
        {
            record.b[l]!.CopyTo(record.b_new[l]!, 0);
        }
    };

    /// <summary>What becomes of a tensor that an equation has filled before anything reads it: nothing, where all digits are carried on.</summary>
    public Action<CalculatedStep, Tensor> Written { get; init; } = (_, _) => { };

    /// <summary>These equations, with those of another set where a scope has them.</summary>
    /// <param name="other">The other set.</param>
    /// <param name="scope">Where its equations hold.</param>
    internal StepEquations With(StepEquations other, Scope scope)
    {
        return new StepEquations
        {
            Begin = Chosen(Begin, other.Begin, scope),
            F1 = Chosen(F1, other.F1, scope),
            F2 = Chosen(F2, other.F2, scope),
            F3 = Chosen(F3, other.F3, scope),
            B1 = Chosen(B1, other.B1, scope),
            B2 = Chosen(B2, other.B2, scope),
            B3 = Chosen(B3, other.B3, scope),
            B5 = Chosen(B5, other.B5, scope),
            B6 = Chosen(B6, other.B6, scope),
            B7Jacobian = Chosen(B7Jacobian, other.B7Jacobian, scope),
            B7 = Chosen(B7, other.B7, scope),
            M1 = Chosen(M1, other.M1, scope),
            M2 = Chosen(M2, other.M2, scope),
            M3 = Chosen(M3, other.M3, scope),
            U1 = Chosen(U1, other.U1, scope),
            U2 = Chosen(U2, other.U2, scope),
            Written = other.Written,
        };
    }

    private static SampleEquation Chosen(SampleEquation own, SampleEquation other, Scope scope)
    {
        return ReferenceEquals(own, other) ? own : (step, s, l) => (scope.Has(step.Number, s, l) ? other : own)(step, s, l);
    }

    private static LayerEquation Chosen(LayerEquation own, LayerEquation other, Scope scope)
    {
        return ReferenceEquals(own, other) ? own : (step, l) => (scope.Has(step.Number, null, l) ? other : own)(step, l);
    }

    /// <summary>Computes a tensor.</summary>
    /// <param name="step">The step.</param>
    /// <param name="tensor">The tensor; those that it is computed from are there.</param>
    internal void Compute(CalculatedStep step, Tensor tensor)
    {
        int l = tensor.Layer;
        int s = tensor.Sample ?? 0;
        switch (tensor.Kind)
        {
            case TensorKind.W:
                Begin(step, l);
                break;
            case TensorKind.dz_da:
                B7Jacobian(step, s, l);
                break;
            case TensorKind.b or TensorKind.y or TensorKind.dz_dW:
            case TensorKind.a when l == 0:
                break;
            default:
                Apply(step, tensor.Kind, s, l);
                Written(step, tensor);
                break;
        }
    }

    private void Apply(CalculatedStep step, TensorKind kind, int s, int l)
    {
        switch (kind)
        {
            case TensorKind.z:
                F1(step, s, l);
                break;
            case TensorKind.a:
                F2(step, s, l);
                break;
            case TensorKind.L:
                F3(step, s, l);
                break;
            case TensorKind.dL_da when l == step.Last:
                B1(step, s, l);
                break;
            case TensorKind.da_dz:
                B2(step, s, l);
                break;
            case TensorKind.dL_dz:
                B3(step, s, l);
                break;
            case TensorKind.dL_dW:
                B5(step, s, l);
                break;
            case TensorKind.dL_db:
                B6(step, s, l);
                break;
            case TensorKind.dL_da:
                B7(step, s, l + 1);
                break;
            case TensorKind.batch_L:
                M3(step, l);
                break;
            case TensorKind.batch_dL_dW:
                M1(step, l);
                break;
            case TensorKind.batch_dL_db:
                M2(step, l);
                break;
            case TensorKind.W_new:
                U1(step, l);
                break;
            case TensorKind.b_new:
                U2(step, l);
                break;
        }
    }

    // The left side of B5, with the whole of B4 as it stands in somebody's answers: every unit i may have a term.
    private static void ThroughWeightJacobian(double[] dL_dz, double[][] dz_dW, double[][] dL_dW)
    {
        int units = dL_dz.Length;
        for (int j = 0; j < units; j++)
        {
            for (int k = 0; k < dL_dW[j].Length; k++)
            {
                double sum = 0.0;
                for (int i = 0; i < units; i++)
                {
                    sum += dL_dz[i] * dz_dW[(i * units) + j][k];
                }

                dL_dW[j][k] = sum;
            }
        }
    }
}
