namespace LoopNet.Checking;

/// <summary>
/// A step whose equations can be replaced one by one. As they stand here, they are those of docs/math.md, each done by the
/// literal loops; a mistake replaces one or two of them.
/// </summary>
public class StepEquations
{
    /// <summary>The learning rate by which U1 and U2 move the parameters.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    public virtual void Rates(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        sheet.WeightRate = sheet.Rule.LearningRate;
        sheet.BiasRate = sheet.Rule.LearningRate;
    }

    /// <summary>What the weights and biases of a layer are when a step begins: those after the step before.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void Begin(Sheet sheet, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        Layer layer = sheet.Example.Network.Layers[l - 1];
        sheet.W[l] = sheet.Before is null ? layer.W : sheet.Before.W_new[l];
        sheet.b[l] = sheet.Before is null ? layer.b : sheet.Before.b_new[l];
    }

    /// <summary>F1: the weighted sums of a layer.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void F1(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        Loops.WeightedSums(sheet.W[l], sample.a[l - 1], sheet.b[l], sample.z[l]);
    }

    /// <summary>F2: the outputs of a layer.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void F2(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        sheet.Activation(l).Value(sample.z[l], sample.a[l]);
    }

    /// <summary>F3: the loss.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    public virtual void F3(Sheet sheet, int s)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        Network network = sheet.Example.Network;
        SaturatedLoss? saturated = network.Loss.WhereSaturated(network.Output, sample.a[^1], sample.y);
        sample.Saturated = saturated is not null;
        sample.L[0] = saturated is null ? network.Loss.Value(sample.a[^1], sample.y) : saturated.Value(sample.z[^1], sample.y);
    }

    /// <summary>B1: the gradient of the loss with respect to the outputs.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    public virtual void B1(Sheet sheet, int s)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        Network network = sheet.Example.Network;
        SaturatedLoss? saturated = network.Loss.WhereSaturated(network.Output, sample.a[^1], sample.y);
        if (saturated is null)
        {
            network.Loss.Gradient(sample.a[^1], sample.y, sample.dL_da[^1]);
        }
        else
        {
            saturated.Gradient(sample.a[^1], sample.y, sample.dL_da[^1]);
        }
    }

    /// <summary>B2: the Jacobian of an activation.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void B2(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        sheet.Activation(l).Jacobian(sample.z[l], sample.a[l], sample.da_dz[l]);
    }

    /// <summary>B3: the gradient with respect to the weighted sums; at the output layer, a - y where it is asked for (B3s) or saturated.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void B3(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        if (l == sheet.LastLayer && (sheet.HasShortcut || sample.Saturated))
        {
            Loops.Shortcut(sample.a[l], sample.y, sample.dL_dz[l]);
        }
        else
        {
            Loops.ThroughActivation(sample.da_dz[l], sample.dL_da[l], sample.dL_dz[l]);
        }
    }

    /// <summary>B5: the gradient of the weights.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void B5(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        if (sample.dz_dW[l] is double[][] dz_dW)
        {
            ThroughWeightJacobian(sample.dL_dz[l], dz_dW, sample.dL_dW[l]);
        }
        else
        {
            Loops.WeightGradient(sample.dL_dz[l], sample.a[l - 1], sample.dL_dW[l]);
        }
    }

    /// <summary>B6: the gradient of the biases.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void B6(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        Loops.BiasGradient(sample.dL_dz[l], sample.dL_db[l]);
    }

    /// <summary>B7, its first half: what the gradient is carried back through, which are the weights before the step.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void B7Jacobian(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        sheet.Samples[s].dz_da[l] = sheet.W[l];
    }

    /// <summary>B7: the gradient with respect to the outputs of the layer before.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="s">The sample.</param>
    /// <param name="l">The layer whose weights it passes, from 1.</param>
    public virtual void B7(Sheet sheet, int s, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        SampleSheet sample = sheet.Samples[s];
        Loops.ThroughWeights(sample.dz_da[l], sample.dL_dz[l], sample.dL_da[l - 1]);
    }

    /// <summary>M1: the gradient of the weights over a batch.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void M1(Sheet sheet, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        double[][] batch = sheet.batch_dL_dW[l];
        foreach (double[] row in batch)
        {
            Array.Clear(row);
        }

        for (int s = 0; s < sheet.Count; s++)
        {
            Loops.AddWeightGradient(sheet.Samples[s].dL_dW[l], batch);
        }

        if (sheet.Rule.Reduction == Reduction.Mean)
        {
            foreach (double[] row in batch)
            {
                Loops.DivideByCount(row, sheet.Count);
            }
        }
    }

    /// <summary>M2: the gradient of the biases over a batch.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="l">The layer, from 1; it has biases.</param>
    public virtual void M2(Sheet sheet, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        double[] batch = sheet.batch_dL_db[l];
        Array.Clear(batch);
        for (int s = 0; s < sheet.Count; s++)
        {
            Loops.AddBiasGradient(sheet.Samples[s].dL_db[l], batch);
        }

        if (sheet.Rule.Reduction == Reduction.Mean)
        {
            Loops.DivideByCount(batch, sheet.Count);
        }
    }

    /// <summary>U1: the weights after the step.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="l">The layer, from 1.</param>
    public virtual void U1(Sheet sheet, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        Loops.UpdateWeights(sheet.W[l], sheet.dL_dW(l), sheet.WeightRate, sheet.W_new[l]);
    }

    /// <summary>U2: the biases after the step; those before it where biases do not move.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="l">The layer, from 1; it has biases.</param>
    public virtual void U2(Sheet sheet, int l)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Rule.UpdateBiases)
        {
            Loops.UpdateBiases(sheet.b[l]!, sheet.dL_db(l), sheet.BiasRate, sheet.b_new[l]!);
        }
        else
        {
            sheet.b[l]!.CopyTo(sheet.b_new[l]!, 0);
        }
    }

    /// <summary>Called for every tensor that an equation has filled, before anything reads it: to write it down with fewer digits, for example.</summary>
    /// <param name="sheet">The sheet of the step.</param>
    /// <param name="slot">The tensor.</param>
    public virtual void Written(Sheet sheet, TensorSlot slot)
    {
    }

    // The left side of B5, with the whole of B4 as it stands in somebody's answers: every unit i may have a term.
    private static void ThroughWeightJacobian(double[] dL_dz, double[][] dz_dW, double[][] dL_dW)
    {
        int inputs = dL_dW[0].Length;
        for (int j = 0; j < dL_dW.Length; j++)
        {
            for (int k = 0; k < inputs; k++)
            {
                double sum = 0.0;
                for (int i = 0; i < dL_dz.Length; i++)
                {
                    sum += dL_dz[i] * dz_dW[i][(j * inputs) + k];
                }

                dL_dW[j][k] = sum;
            }
        }
    }
}
