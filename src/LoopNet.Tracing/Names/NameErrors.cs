namespace LoopNet.Tracing;

/// <summary>What is said of a name that no number has.</summary>
internal static class NameErrors
{
    /// <summary>A sample that a step does not have.</summary>
    /// <param name="name">The name without step and sample.</param>
    /// <param name="example">The name of the example.</param>
    /// <param name="step">The step.</param>
    /// <param name="sample">The sample that is asked for.</param>
    /// <param name="count">How many samples the step has.</param>
    public static TraceException NoSuchSample(string name, string example, int step, int? sample, int count)
    {
        string samples = count == 1 ? "1 sample, numbered 0" : Invariant($"{count} samples, 0 to {count - 1}");
        return new TraceException(Invariant($"{name}: step {step} of {example} has {samples}; there is no sample {sample}."));
    }

    /// <summary>A tensor that a step does not have.</summary>
    /// <param name="symbol">The tensor that is asked for.</param>
    /// <param name="example">The name of the example.</param>
    /// <param name="step">The step.</param>
    /// <param name="sample">The sample that is asked for; null where none is.</param>
    /// <param name="known">The names that there are.</param>
    public static TraceException Unknown(string symbol, string example, int step, int? sample, IReadOnlyList<string> known)
    {
        string hint = NearNames.Of(symbol, known) is string near ? $"did you mean {near}?" : $"there are {string.Join(", ", known)}.";
        return new TraceException($"{symbol} is no tensor of {Place(step, sample)} of {example}; {hint}");
    }

    /// <summary>A step, and a sample where one is asked for.</summary>
    public static string Place(int step, int? sample) => sample is null ? Invariant($"step {step}") : Invariant($"step {step}, sample {sample}");

    /// <summary>Refuses an index that does not fit a shape.</summary>
    /// <param name="symbol">The tensor.</param>
    /// <param name="index">The index; none is fitting.</param>
    /// <param name="shape">The sizes of its dimensions.</param>
    /// <param name="allowsParts">Whether fewer indexes are fitting, too: a row of a matrix.</param>
    /// <exception cref="TraceException">It does not fit.</exception>
    public static void CheckIndex(string symbol, IReadOnlyList<int> index, IReadOnlyList<int> shape, bool allowsParts)
    {
        string has = shape.Count == 0 ? "is a single number" : $"has the shape {string.Join(" x ", shape)}";
        string element = Names.Element(symbol, [.. index]);
        bool isPart = index.Count < shape.Count;
        if (index.Count > shape.Count || (isPart && index.Count > 0 && !allowsParts))
        {
            string write = Names.Element(symbol, new int[shape.Count]);
            throw new TraceException($"{element} has {index.Count} {(index.Count == 1 ? "index" : "indexes")}, but {symbol} {has}: write {write}.");
        }

        for (int dimension = 0; dimension < index.Count; dimension++)
        {
            if (index[dimension] >= shape[dimension])
            {
                string last = Names.Element(symbol, [.. shape.Select(size => size - 1)]);
                throw new TraceException($"{element} lies outside {symbol}, which {has}: indexes start at 0, and its last element is {last}.");
            }
        }
    }
}
