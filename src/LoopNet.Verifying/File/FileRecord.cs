namespace LoopNet.Verifying;

/// <summary>A record of the file: its line, what it says, and its numbers, row by row; null where the tensor is described.</summary>
internal sealed record FileRecord(long Line, RecordForm Form, double[]? Listed)
{
    /// <summary>Its numbers; none where the tensor is described.</summary>
    public double[] Values => Listed ?? [];

    /// <summary>The name of an element, for example <c>1/0/z1[1]</c>.</summary>
    public ElementName Element(int place)
    {
        string index = Form.Shape.Length == 0 ? "" : $"[{string.Join(',', Index(place))}]";
        return new ElementName(Form.Step, Form.Sample, $"{Form.Symbol}{index}");
    }

    /// <summary>The indexes of the element at a place, one for each dimension.</summary>
    public int[] Index(int place)
    {
        int[] index = new int[Form.Shape.Length];
        for (int dimension = index.Length - 1; dimension >= 0; dimension--)
        {
            index[dimension] = place % Form.Shape[dimension];
            place /= Form.Shape[dimension];
        }

        return index;
    }

    /// <summary>The place of the element with these indexes.</summary>
    public int Place(int[] index) => index.Zip(Form.Shape).Aggregate(0, (place, dimension) => (place * dimension.Second) + dimension.First);

    /// <summary>In what it is not the expected record, as a clause; null where it is.</summary>
    /// <param name="expected">What it has to say.</param>
    /// <param name="before">The record before it, if any.</param>
    public string? Misplacement(RecordForm expected, FileRecord? before)
    {
        string[] differences = [.. Form.Differences(expected)];
        if (differences.Length > 1 && !Form.IsAbout(expected))
        {
            return before is not null && Form.IsAbout(before.Form)
                ? $"{Form.Name} stands a second time; {expected.Name} was expected"
                : $"{Form.Name} stands here, and {expected.Name} was expected: that record is missing, renamed or in another place";
        }

        if (differences.Length > 0)
        {
            return differences[0];
        }

        if (Listed is null)
        {
            return expected.IsDescribed ? null : "it has no values, and they were expected";
        }

        return Listed.Length == expected.Count ? null : $"it has {Listed.Length} values, and {expected.Count} were expected for its shape";
    }

    /// <summary>That a number is not what it has to be (null where that is not known); the problem goes on from what the number is.</summary>
    public TraceFault Fault(int place, double? derived, string problem, string advice) => new()
    {
        Line = Line,
        Name = Element(place),
        Problem = Invariant($"{Element(place)} is {Values[place]:R}, {problem}"),
        Advice = advice,
        Equation = Form.Equation,
        Found = Values[place],
        Derived = derived,
        UnitsApart = derived is double number ? Units.Apart(Values[place], number) : null,
    };
}
