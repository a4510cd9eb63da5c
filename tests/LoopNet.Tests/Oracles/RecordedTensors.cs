namespace LoopNet.Tests;

/// <summary>The tensors of step records, row by row, by <c>step/sample/symbol</c>: the keys of the oracles.</summary>
public static class RecordedTensors
{
    public static Dictionary<string, double[]> Of(Example example, StepRecord[] records)
    {
        Dictionary<string, double[]> tensors = new(StringComparer.Ordinal);
        for (int step = 1; step <= records.Length; step++)
        {
            StepRecord record = records[step - 1];
            for (int s = 0; s < record.Samples.Length; s++)
            {
                AddSample(tensors, $"{step}/{s}/", example, record.Samples[s]);
            }

            AddParameters(tensors, $"{step}//", example, record);
        }

        return tensors;
    }

    private static void AddSample(Dictionary<string, double[]> tensors, string place, Example example, SampleRecord sample)
    {
        int last = sample.z.Length - 1;
        bool shortcut = example.Rule.OutputGradient == OutputGradient.Shortcut;
        tensors[$"{place}x"] = sample.x;
        if (example.Network.HasLoss)
        {
            tensors[$"{place}L"] = [sample.L];
        }

        if (example.Network.HasLoss && example.Network.Loss.TakesTarget)
        {
            tensors[$"{place}y"] = sample.y;
        }

        tensors[$"{place}dL/dx"] = sample.dL_da[0];
        for (int l = 1; l <= last; l++)
        {
            tensors[$"{place}z{l}"] = sample.z[l];
            tensors[$"{place}a{l}"] = sample.a[l];
            tensors[$"{place}dL/dz{l}"] = sample.dL_dz[l];
            tensors[$"{place}dz{l}/dW{l}"] = WeightJacobian(sample, l);
            tensors[$"{place}dL/dW{l}"] = Flat(sample.dL_dW[l]);
            if (l < last || !shortcut)
            {
                tensors[$"{place}dL/da{l}"] = sample.dL_da[l];
                tensors[$"{place}da{l}/dz{l}"] = Flat(sample.da_dz[l]);
            }

            if (example.Network.Layers[l - 1].b is not null)
            {
                tensors[$"{place}dL/db{l}"] = sample.dL_db[l];
            }
        }
    }

    private static void AddParameters(Dictionary<string, double[]> tensors, string place, Example example, StepRecord record)
    {
        string reduction = example.Rule.Reduction == Reduction.Mean ? "mean" : "sum";
        if (record.Count > 1 && example.Network.HasLoss)
        {
            tensors[$"{place}{reduction} L"] = [record.batch_L];
        }

        for (int l = 1; l < record.W.Length; l++)
        {
            tensors[$"{place}W{l}"] = Flat(record.W[l]);
            if (example.Rule.Moves)
            {
                tensors[$"{place}W{l}'"] = Flat(record.W_new[l]);
            }

            if (record.Count > 1)
            {
                tensors[$"{place}{reduction} dL/dW{l}"] = Flat(record.batch_dL_dW[l]);
            }

            if (record.b[l] is double[] b)
            {
                tensors[$"{place}b{l}"] = b;
                if (example.Rule.Moves)
                {
                    tensors[$"{place}b{l}'"] = record.b_new[l]!;
                }

                if (record.Count > 1 && example.Rule.UpdateBiases)
                {
                    tensors[$"{place}{reduction} dL/db{l}"] = record.batch_dL_db[l];
                }
            }
        }
    }

    // B4: dz/dW[i][j][k] = [i = j] a[k]
    private static double[] WeightJacobian(SampleRecord sample, int l)
    {
        int units = sample.z[l].Length;
        int inputs = sample.a[l - 1].Length;
        double[] jacobian = new double[units * units * inputs];
        for (int i = 0; i < units; i++)
        {
            for (int k = 0; k < inputs; k++)
            {
                jacobian[(((i * units) + i) * inputs) + k] = sample.a[l - 1][k];
            }
        }

        return jacobian;
    }

    private static double[] Flat(double[][] matrix) => [.. matrix.SelectMany(row => row)];
}
