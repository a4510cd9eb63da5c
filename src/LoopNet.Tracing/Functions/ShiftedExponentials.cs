namespace LoopNet.Tracing;

/// <summary>The maximum and the sum of exponentials that softmax, or a saturated cross-entropy, refers to.</summary>
internal sealed class ShiftedExponentials
{
    private readonly NamedVector _z;

    /// <summary>Takes weighted sums.</summary>
    public ShiftedExponentials(NamedVector z)
    {
        _z = z;
        Max = z.Values.Max();
        foreach (double number in z.Values)
        {
            Sum += CorrectlyRounded.Exp(number - Max);
        }
    }

    /// <summary>The largest weighted sum.</summary>
    public double Max { get; }

    /// <summary>The sum of the exponentials of the weighted sums less the largest.</summary>
    public double Sum { get; }

    /// <summary>How the two come about.</summary>
    public IReadOnlyList<Derivation> Derivations(Numbers numbers)
    {
        WrittenSum sum = new();
        WrittenSum values = new();
        for (int i = 0; i < _z.Values.Length; i++)
        {
            sum.Add($"exp({_z.Name(i)} - max)", $"exp({numbers.Write(_z[i])} - {numbers.Part(Max)})");
            values.Add("", numbers.Write(CorrectlyRounded.Exp(_z[i] - Max)));
        }

        return
        [
            new Derivation("max", [$"the largest of {_z.Symbol}", numbers.Write(Max)], IsSum: false),
            new Derivation("sum", [sum.Named, sum.Numbered, values.Numbered, numbers.Write(Sum)], IsSum: true),
        ];
    }
}
