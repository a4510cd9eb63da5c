namespace LoopNet.Tracing;

/// <summary>Turns the record of a step into its named tensors, in the order in which they are computed.</summary>
public static class TraceRecords
{
    /// <summary>The tensors of one step.</summary>
    /// <param name="header">The network and its rule.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="record">The step, recorded for tracing.</param>
    /// <exception cref="TraceException">A number is infinite or not a number, which a trace cannot hold.</exception>
    public static List<TraceRecord> Of(TraceHeader header, int step, StepRecord record)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(record);
        RecordList list = new(step);
        AddParameters(list, record);
        for (int s = 0; s < record.Samples.Length; s++)
        {
            AddForward(list, header, record, s);
            AddLoss(list, header, record.Samples[s], s);
            AddBackward(list, header, record, s);
        }

        if (record.Count > 1)
        {
            AddBatch(list, header, record);
        }

        AddUpdate(list, header, record);
        return list.Records;
    }

    private static void AddParameters(RecordList list, StepRecord record)
    {
        list.Enter("parameters", null);
        for (int l = 1; l < record.W.Length; l++)
        {
            list.Add(l, $"W{l}", record.W[l], Formula.Given);
            if (record.b[l] is double[] b)
            {
                list.Add(l, $"b{l}", b, Formula.Given);
            }
        }
    }

    private static void AddForward(RecordList list, TraceHeader header, StepRecord record, int s)
    {
        SampleRecord sample = record.Samples[s];
        list.Enter("forward", s);
        list.Add(0, "x", sample.x, Formula.Given);
        for (int l = 1; l <= header.LastLayer; l++)
        {
            list.Add(l, $"z{l}", sample.z[l], Formula.F1(l, record.b[l] is not null));
            list.Add(l, $"a{l}", sample.a[l], Formula.F2(l, header.Activations[l - 1]));
        }
    }

    private static void AddLoss(RecordList list, TraceHeader header, SampleRecord sample, int s)
    {
        list.Enter("loss", s);
        list.Add(header.LastLayer, "y", sample.y, Formula.Given);
        list.AddScalar(header.LastLayer, "L", sample.L, Formula.F3(header, sample.Saturated));
    }

    private static void AddBackward(RecordList list, TraceHeader header, StepRecord record, int s)
    {
        SampleRecord sample = record.Samples[s];
        int last = header.LastLayer;
        bool shortcut = header.OutputGradient == "shortcut";
        list.Enter("backward", s);
        if (!shortcut)
        {
            list.Add(last, Names.Gradient($"a{last}"), sample.dL_da[last], Formula.B1(header, sample.Saturated));
        }

        for (int l = last; l >= 1; l--)
        {
            string before = Names.Output(l - 1);
            if (l < last || !shortcut)
            {
                list.Add(l, Names.ActivationJacobian(l), sample.da_dz[l], Formula.B2(l, header.Activations[l - 1]));
            }

            Formula formula = l == last && shortcut ? Formula.B3s(l) : Formula.B3(l, l == last && sample.Saturated);
            list.Add(l, Names.Gradient($"z{l}"), sample.dL_dz[l], formula);
            AddWeightJacobian(list, sample, l);
            list.Add(l, Names.Gradient($"W{l}"), sample.dL_dW[l], Formula.B5(l));
            if (record.b[l] is not null)
            {
                list.Add(l, Names.Gradient($"b{l}"), sample.dL_db[l], Formula.B6(l));
            }

            list.Add(l, Names.InputJacobian(l), record.W[l], Formula.B7Jacobian(l));
            list.Add(l - 1, Names.Gradient(before), sample.dL_da[l - 1], Formula.B7(l));
        }
    }

    private static void AddWeightJacobian(RecordList list, SampleRecord sample, int l)
    {
        int units = sample.z[l].Length;
        int inputs = sample.a[l - 1].Length;
        if ((long)units * units * inputs > StepTensors.LargestListed)
        {
            list.AddDescribed(l, Names.WeightJacobian(l), [units, units, inputs], Formula.B4(l));
        }
        else
        {
            list.Add(l, Names.WeightJacobian(l), WeightJacobian.Of(units, sample.a[l - 1]), Formula.B4(l));
        }
    }

    private static void AddBatch(RecordList list, TraceHeader header, StepRecord record)
    {
        list.Enter("mean", null);
        for (int l = 1; l <= header.LastLayer; l++)
        {
            list.Add(l, Names.BatchGradient(header.Reduction, $"W{l}"), record.batch_dL_dW[l], Formula.M1(header, l, record.Count));
            if (record.b[l] is not null && header.UpdateBiases)
            {
                list.Add(l, Names.BatchGradient(header.Reduction, $"b{l}"), record.batch_dL_db[l], Formula.M2(header, l, record.Count));
            }
        }
    }

    private static void AddUpdate(RecordList list, TraceHeader header, StepRecord record)
    {
        bool batch = record.Count > 1;
        list.Enter("update", null);
        for (int l = 1; l <= header.LastLayer; l++)
        {
            list.Add(l, $"W{l}'", record.W_new[l], Formula.U1(header, l, batch));
            if (record.b_new[l] is double[] b)
            {
                list.Add(l, $"b{l}'", b, Formula.U2(header, l, batch));
            }
        }
    }
}
