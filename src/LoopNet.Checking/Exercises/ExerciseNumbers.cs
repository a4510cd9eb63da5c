using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The numbers that an exercise asks for, as they come out rightly and with each known mistake.</summary>
internal sealed class ExerciseNumbers
{
    private readonly Calculation _calculation;
    private readonly AskedIndex _index;
    private readonly StepEquations _equations;

    /// <summary>Calculates an exercise.</summary>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps are asked for.</param>
    /// <param name="carry">To how many significant digits every result is rounded before anything reads it; null where all are carried on.</param>
    public ExerciseNumbers(Example example, int steps, int? carry)
    {
        Example = example;
        _calculation = new Calculation(example);
        _equations = carry is int digits ? Rounded.Throughout(new StepEquations(), digits) : new StepEquations();
        Asked = [.. Enumerable.Range(1, steps).SelectMany(step => OfStep(example, step))];
        _index = AskedIndex.Of(Asked, _calculation);
        Right = Read(_equations, _index);
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>The numbers, in the order of computation.</summary>
    public IReadOnlyList<AskedNumber> Asked { get; }

    /// <summary>The right numbers.</summary>
    public double[] Right { get; }

    /// <summary>The numbers with a mistake; null where the mistake has no number to change.</summary>
    /// <param name="mistake">A way to make it.</param>
    public double[]? With(Edit mistake)
    {
        if (mistake.Shift is null)
        {
            return Read(mistake.Apply(_equations), _index);
        }

        // What has no neighbour stands in its own place.
        double[] moved = Read(_equations, AskedIndex.Of(Asked, _calculation, mistake.Shift));
        bool isAny = Array.Exists(moved, number => !double.IsNaN(number));
        return isAny ? [.. moved.Select((number, i) => double.IsNaN(number) ? Right[i] : number)] : null;
    }

    /// <summary>Whether a check calls no number of a sheet wrong, be it for rounding on the way or for another convention.</summary>
    /// <param name="sheet">The numbers.</param>
    /// <param name="digits">How many significant digits are written down.</param>
    public bool AreCalledRight(double[] sheet, int digits)
    {
        if (!Array.TrueForAll(sheet, double.IsFinite))
        {
            return false;
        }

        AskedNumber[] written = [.. Asked.Select((asked, i) => new AskedNumber(Example, asked.Name, asked.Tensor, WrittenNumber.Read(KeyNumber.Padded(sheet[i], digits))!, asked.Place))];
        Recalculation recalculation = new(Example, _calculation, written, CancellationToken.None);
        return !recalculation.Verdicts.Contains(Verdict.Wrong) || Convention.Find(recalculation) is not null || RoundingOn.Find(recalculation) is not null;
    }

    private double[] Read(StepEquations equations, AskedIndex index)
    {
        NumberReader reader = new(index, Asked.Count);
        _calculation.Run(equations, reader);
        return reader.Values;
    }

    private IEnumerable<AskedNumber> OfStep(Example example, int step)
    {
        WrittenNumber blank = WrittenNumber.Read("0")!;
        return _calculation.Tensors(step).InOrder.Where(Worksheet.Asks).SelectMany(tensor =>
            tensor.Indexes().Select(index => new AskedNumber(example, NumberName.Of(step, tensor.Sample, tensor.Symbol, index), tensor, blank, "")));
    }
}
