using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Names the elements of a record.</summary>
internal static class Elements
{
    /// <summary>The element at a place, row by row.</summary>
    public static NumberName Name(TraceRecord record, int place) => NumberName.Of(record.Step, record.Sample, record.Symbol, Index(record, place));

    /// <summary>The indexes of a place, one for each dimension.</summary>
    public static int[] Index(TraceRecord record, int place)
    {
        int[] index = new int[record.Shape.Length];
        for (int dimension = index.Length - 1; dimension >= 0; dimension--)
        {
            index[dimension] = place % record.Shape[dimension];
            place /= record.Shape[dimension];
        }

        return index;
    }

    /// <summary>A name with its step and sample, also where they could be left out: <c>1/0/z1[1]</c>.</summary>
    public static string Full(NumberName name) => $"{name.Step}/{name.Sample}/{name.Element}";
}
