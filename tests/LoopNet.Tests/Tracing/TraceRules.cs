namespace LoopNet.Tests.Tracing;

/// <summary>What has to hold between a record of a trace and those before it.</summary>
internal static class TraceRules
{
    private static readonly string[] Phases = ["parameters", "forward", "loss", "backward", "mean", "update"];

    private static readonly string?[] Equations =
        [null, "F1", "F2", "F3", "B1", "B2", "B3", "B3s", "B4", "B5", "B6", "B7", "M1", "M2", "U1", "U2"];

    /// <summary>Checks one record.</summary>
    /// <param name="before">The records before it.</param>
    /// <param name="record">The record.</param>
    /// <param name="refuse">Is told what is wrong.</param>
    public static void Check(List<ReadRecord> before, ReadRecord record, Action<string> refuse)
    {
        if (record.Step < 1 || (before.Count > 0 && record.Step < before[^1].Step))
        {
            refuse($"step {record.Step} is out of order");
        }

        if (record.Sample is < 0 || (record.Sample is null) != (record.Phase is "parameters" or "mean" or "update"))
        {
            refuse($"sample {record.Sample} in phase {record.Phase}");
        }

        if (!Phases.Contains(record.Phase) || !Equations.Contains(record.Equation))
        {
            refuse($"phase {record.Phase}, equation {record.Equation}");
        }

        if ((record.Equation is null) != (record.Formula is null) || (record.Equation is null && record.Operands.Length > 0))
        {
            refuse("equation, formula and operands are not all there, or not all absent");
        }

        CheckValues(record, refuse);
        if (before.Exists(other => other.Key == record.Key))
        {
            refuse($"{record.Key} stands twice");
        }

        foreach (string operand in record.Operands)
        {
            if (!before.Exists(other => other.Step == record.Step && other.Symbol == operand && IsInReach(record, other)))
            {
                refuse($"operand {operand} is no record before this one");
            }
        }
    }

    private static void CheckValues(ReadRecord record, Action<string> refuse)
    {
        int count = record.Shape.Aggregate(1, (product, size) => product * size);
        if (record.Shape.Any(size => size < 1))
        {
            refuse("a size below 1");
        }

        if (record.Values is null && record.Note is null)
        {
            refuse("neither values nor a note");
        }

        if (record.Values is not null && record.Values.Length != count)
        {
            refuse($"{record.Values.Length} values for the shape {string.Join(" x ", record.Shape)}");
        }

        if (record.Values is not null && !record.Values.All(double.IsFinite))
        {
            refuse("a value that is not finite");
        }
    }

    // A sample reads its own tensors and the parameters; a mean, and the update of a single sample, read what samples have.
    private static bool IsInReach(ReadRecord record, ReadRecord operand)
    {
        return record.Sample is null || operand.Sample is null || operand.Sample == record.Sample;
    }
}
