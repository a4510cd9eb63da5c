namespace LoopNet.Tracing;

/// <summary>Which numbers a number is computed from: the terms of its formula, each with the numbers that it reads.</summary>
internal static class NumberParts
{
    /// <summary>The terms, in the order of the formula; none for what is given, and for an element that is 0 or 1 by its place.</summary>
    /// <param name="tensors">The tensors of the example.</param>
    /// <param name="record">The tensor.</param>
    /// <param name="index">One number for each dimension.</param>
    public static IEnumerable<NumberName[]> Of(ExampleTensors tensors, TraceRecord record, int[] index)
    {
        TraceHeader header = tensors.Header;
        int l = record.Layer;
        return record.Equation switch
        {
            null => OfGiven(record, index),
            "F1" => OfWeightedSum(header, record, index[0]),
            "F2" when header.Activations[l - 1] == "softmax" => Each(header.Sizes[l], i => [Of(record, $"z{l}", i)]),
            "F2" => [[Of(record, $"z{l}", index[0])]],
            "F3" => Each(header.Sizes[l], i => WithTarget(tensors, Of(record, record.Operands[0], i), Of(record, "y", i))),
            "B1" => [WithTarget(tensors, Of(record, $"a{l}", index[0]), Of(record, "y", index[0]))],
            "B2" => OfActivationJacobian(header.Activations[l - 1], record, index[0], index[1]),
            "B3" or "B3s" when record.Operands[1] == "y" => [[Of(record, $"a{l}", index[0]), Of(record, "y", index[0])]],
            "B3" => OfThroughActivation(header, record, index[0]),
            "B4" => index[0] == index[1] ? [[Of(record, record.Operands[0], index[2])]] : [],
            "B5" => [[Of(record, record.Operands[0], index[0]), Of(record, record.Operands[2], index[1])]],
            "B6" => [[Of(record, record.Operands[0], index[0])]],
            "B7" when record.Shape.Length == 2 => [[Shared(record, record.Operands[0], index)]],
            "B7" => Each(header.Sizes[l + 1], i => [Shared(record, $"W{l + 1}", [i, index[0]]), Of(record, $"dL/dz{l + 1}", i)]),
            "M1" or "M2" => Each(tensors.Step(record.Step).Record.Count, s => [NumberName.Of(record.Step, s, record.Operands[0], index)]),
            _ => OfUpdate(record, index),
        };
    }

    // The parameters of a later step are those that the step before ended with.
    private static NumberName[][] OfGiven(TraceRecord record, int[] index)
    {
        bool isLater = record.Phase == "parameters" && record.Step > 1;
        return isLater ? [[NumberName.Of(record.Step - 1, null, $"{record.Symbol}'", index)]] : [];
    }

    // Cross-entropy reads an output only where its target is not 0.
    private static NumberName[] WithTarget(ExampleTensors tensors, NumberName output, NumberName target)
    {
        bool isRead = tensors.Header.Loss != "cross-entropy" || tensors.Value(target) != 0.0;
        return isRead ? [output, target] : [target];
    }

    private static IEnumerable<NumberName[]> OfWeightedSum(TraceHeader header, TraceRecord record, int i)
    {
        int l = record.Layer;
        for (int k = 0; k < header.Sizes[l - 1]; k++)
        {
            yield return [Shared(record, $"W{l}", i, k), Of(record, Names.Output(l - 1), k)];
        }

        if (record.Operands.Contains($"b{l}"))
        {
            yield return [Shared(record, $"b{l}", i)];
        }
    }

    private static NumberName[][] OfActivationJacobian(string activation, TraceRecord record, int i, int j)
    {
        if (activation == "softmax")
        {
            return i == j ? [[Of(record, record.Operands[0], i)]] : [[Of(record, record.Operands[0], i), Of(record, record.Operands[0], j)]];
        }

        return i == j && activation != "identity" ? [[Of(record, record.Operands[0], i)]] : [];
    }

    // Off the diagonal of an element-wise Jacobian there are zeros only.
    private static IEnumerable<NumberName[]> OfThroughActivation(TraceHeader header, TraceRecord record, int j)
    {
        int l = record.Layer;
        bool full = header.Activations[l - 1] == "softmax";
        for (int i = 0; i < header.Sizes[l]; i++)
        {
            if (full || i == j)
            {
                yield return [Of(record, record.Operands[0], i, j), Of(record, record.Operands[1], i)];
            }
        }
    }

    private static NumberName[][] OfUpdate(TraceRecord record, int[] index)
    {
        NumberName old = NumberName.Of(record.Step, null, record.Operands[0], index);
        if (record.Operands.Length == 1)
        {
            return [[old]];
        }

        string gradient = record.Operands[1];
        return [[old, NumberName.Of(record.Step, NumberName.IsOfStep(gradient) ? null : 0, gradient, index)]];
    }

    private static IEnumerable<NumberName[]> Each(int count, Func<int, NumberName[]> term) => Enumerable.Range(0, count).Select(term);

    private static NumberName Of(TraceRecord record, string symbol, params int[] index) => NumberName.Of(record.Step, record.Sample, symbol, index);

    private static NumberName Shared(TraceRecord record, string symbol, params int[] index) => NumberName.Of(record.Step, null, symbol, index);
}
