using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>
/// The numbers of a step that do not follow. The first is kept with its derivation; the search goes on to the end of its
/// step, because a given number is recognised only by the others that read it.
/// </summary>
internal sealed class Findings(TraceHeader header)
{
    private const int LargestWrittenOut = 4096;

    private FileRecord? _first;
    private TraceFault? _fault;
    private int _movesThatFollow;
    private int _movesThatDoNot;

    /// <summary>The given numbers of the step.</summary>
    public Givens Givens { get; } = new();

    /// <summary>Whether a number has not followed.</summary>
    public bool Any => _first is not null;

    /// <summary>What the first number that does not follow amounts to: its own fault, or that of a given number or of the header.</summary>
    public TraceFault? Fault
    {
        get
        {
            if (_first is null)
            {
                return null;
            }

            bool everyUpdate = _first.Tensor.Phase == "update" && _movesThatDoNot > 1 && _movesThatFollow == 0;
            return Givens.Blamed(_first) ?? (everyUpdate ? LearningRate(_fault!) : _fault);
        }
    }

    /// <summary>Compares a record's numbers with what follows to the bit.</summary>
    /// <returns>The places that do not follow.</returns>
    public List<int> Check(FileRecord record, double[] derived, IEnumerable<TraceRecord> known)
    {
        return Check(record, derived.Length, place => NumberRange.Exactly(derived[place]), known);
    }

    /// <summary>Compares a record's numbers with what each may be.</summary>
    /// <returns>The places that do not follow.</returns>
    public List<int> Check(FileRecord record, NumberRange[] allowed, IEnumerable<TraceRecord> known)
    {
        return Check(record, allowed.Length, place => allowed[place], known);
    }

    /// <summary>Counts the parameters that moved as they should, and those that did not.</summary>
    public void CountMoves(int followed, int didNot)
    {
        _movesThatFollow += followed;
        _movesThatDoNot += didNot;
    }

    /// <summary>Forgets the step, which has followed.</summary>
    public void BeginStep()
    {
        Givens.Clear();
        _movesThatFollow = 0;
        _movesThatDoNot = 0;
    }

    private List<int> Check(FileRecord record, int count, Func<int, NumberRange> allowed, IEnumerable<TraceRecord> known)
    {
        List<int> wrong = [];
        for (int place = 0; place < count; place++)
        {
            if (!allowed(place).Allows(record.Values[place]))
            {
                wrong.Add(place);
            }
        }

        if (wrong.Count > 0 && _first is null)
        {
            _first = record;
            _fault = Describe(record, wrong, allowed(wrong[0]), known);
        }

        return wrong;
    }

    private TraceFault Describe(FileRecord record, List<int> wrong, NumberRange allowed, IEnumerable<TraceRecord> known)
    {
        int place = wrong[0];
        NumberName name = Elements.Name(record.Tensor, place);
        double found = record.Values[place];
        string others = wrong.Count > 1 ? $" (and {wrong.Count - 1} more numbers of this record do not follow)" : "";
        string range = allowed.Low < allowed.High ? $", or anything from {allowed.Low:R} to {allowed.High:R} on another system" : "";
        string source = record.Tensor.Phase == "parameters" ? "stands at the end of the step before" : "follows from its operands";
        return new TraceFault
        {
            Line = record.Line,
            Name = name,
            Problem = $"{Elements.Full(name)} is {found:R}, and {allowed.Derived:R} {source}{range}{others}",
            Advice = "Compute this record again from the lines that it reads; everything before it in the file follows.",
            Equation = record.Tensor.Equation,
            Found = found,
            Derived = allowed.Derived,
            UnitsApart = Units.Apart(found, allowed.Derived),
            Derivation = Written(record.Tensor, place, allowed.Derived, known),
        };
    }

    // The right number, written out as the text of a trace has it, from the operands of the file.
    private IReadOnlyList<string> Written(TraceRecord record, int place, double derived, IEnumerable<TraceRecord> known)
    {
        if (record.Equation is null or "B4" or "M1" or "M2" || record.Values!.Length > LargestWrittenOut || !double.IsFinite(derived))
        {
            return [];
        }

        double[] values = [.. record.Values];
        values[place] = derived;
        TensorScope scope = new();
        foreach (TraceRecord tensor in known)
        {
            scope.Add(tensor);
        }

        TraceRecord right = record with { Values = values };
        scope.Add(right);
        Derivation? derivation = new Derivations(header, scope, new Numbers(Numbers.DefaultDigits)).Of(right, Elements.Index(record, place));
        return derivation is null ? [] : [.. derivation.Steps.SkipLast(1), $"{derived:R}"];
    }

    // No one number is at fault, so there is none to derive.
    private static TraceFault LearningRate(TraceFault fault)
    {
        return fault with
        {
            Line = 1,
            Name = null,
            Problem = $"no parameter moves by the learning rate of the header; the first is {Elements.Full(fault.Name!)}, which is {fault.Found:R} where {fault.Derived:R} follows",
            Advice = "Set \"learningRate\" right in the header, or compute the update again.",
            UnitsApart = null,
            Derivation = [],
        };
    }
}
