namespace LoopNet.Tracing;

/// <summary>What an explanation says of numbers that no formula gives.</summary>
internal static class Remarks
{
    /// <summary>The remark on an element; null where its formula says it all.</summary>
    public static string? Of(TraceRecord record, int[] index)
    {
        return record.Equation switch
        {
            null when record.Symbol == "x" => "input",
            null when record.Symbol == "y" => "target",
            null when record.Step > 1 => "from the step before",
            null => record.Symbol.StartsWith('W') ? "weight" : "bias",
            "B2" when index[0] != index[1] && !record.Formula!.Contains("^T", StringComparison.Ordinal) => "off the diagonal",
            "B4" => index[0] == index[1] ? null : "another unit's weight",
            _ => record.Note,
        };
    }
}
