namespace LoopNet.Verifying;

/// <summary>
/// The numbers of a step that do not follow. The first is kept with its derivation; the search goes on to the end of its
/// step, because a given number is recognised only by the others that read it.
/// </summary>
/// <param name="header">Of the trace.</param>
/// <param name="strict">Whether a number is wrong that agrees within 2 units, but does not come of correctly rounded exp, ln and tanh.</param>
internal sealed class WrongNumbers(FileHeader header, bool strict)
{
    private const string CorrectRounding =
        "Write the trace with an exp, ln and tanh whose values are the doubles nearest to the true ones, or leave --strict out.";

    private FileRecord? _first;
    private TraceFault? _fault;
    private int _movesThatFollow;
    private int _movesThatDoNot;

    /// <summary>The given numbers of the step.</summary>
    public GivenNumbers Given { get; } = new();

    /// <summary>The first number that follows, but not from correctly rounded exp, ln and tanh; null where there is none.</summary>
    public TraceFault? NotRounded { get; private set; }

    /// <summary>How many such numbers there are.</summary>
    public long NotRoundedCount { get; private set; }

    /// <summary>Whether a number has not followed.</summary>
    public bool Any => _first is not null;

    /// <summary>What the first number that does not follow amounts to: its own fault, or that of a given number or of the header.</summary>
    public TraceFault? Fault
    {
        get
        {
            bool everyMove = _first?.Form.Phase == "update" && _movesThatDoNot > 1 && _movesThatFollow == 0;
            return _first is null ? null : Given.Blamed(_first) ?? (everyMove ? LearningRate(_fault!) : _fault);
        }
    }

    /// <summary>Forgets the step, which has followed.</summary>
    public void BeginStep()
    {
        Given.Clear();
        _movesThatFollow = 0;
    }

    /// <summary>Compares a record's numbers with what each may be, given the records that they may read.</summary>
    public void Check(FileRecord record, NumberRange[] allowed, IReadOnlyDictionary<string, FileRecord> records)
    {
        int[] notRounded = [.. Enumerable.Range(0, allowed.Length).Where(place => !allowed[place].IsNearest(record.Values[place]))];
        if (notRounded.Length == 0)
        {
            return;
        }

        int[] wrong = strict ? notRounded : [.. notRounded.Where(place => !allowed[place].Allows(record.Values[place]))];
        ElementFormulas formulas = new(header, records);
        if (wrong.Length == 0)
        {
            NotRounded ??= Describe(record, notRounded, allowed[notRounded[0]], formulas);
            NotRoundedCount += notRounded.Length;
            return;
        }

        _first ??= record;
        _fault ??= Describe(record, wrong, allowed[wrong[0]], formulas);
        foreach (int place in wrong)
        {
            if (formulas.Of(record.Form, record.Index(place)) is ElementFormula formula)
            {
                Given.Note(record, place, formula, records);
            }
        }
    }

    /// <summary>Counts the numbers of a parameter that moved from where they were to where the update takes them, and those that did not.</summary>
    public void CountMoves(double[] before, double[] derived, double[] after)
    {
        for (int place = 0; place < before.Length; place++)
        {
            bool follows = Units.AreSame(after[place], derived[place]);
            _movesThatFollow += follows && derived[place] != before[place] ? 1 : 0;
            _movesThatDoNot += follows ? 0 : 1;
        }
    }

    private static TraceFault Describe(FileRecord record, int[] wrong, NumberRange allowed, ElementFormulas formulas)
    {
        int place = wrong[0];
        string others = wrong.Length > 1 ? Invariant($" (and {wrong.Length - 1} more numbers of this record do not follow)") : "";
        bool isNear = allowed.Allows(record.Values[place]);
        string range = isNear ? "; it agrees within 2 units, but is not correctly rounded"
            : allowed.Low < allowed.High ? Invariant($", or anything from {allowed.Low:R} to {allowed.High:R} by another library") : "";
        string source = record.Form.Phase == "parameters" ? "stands at the end of the step before" : "follows from its operands";
        bool isWritten = record.Values.Length <= RecordForm.LargestListed && double.IsFinite(allowed.Derived);
        string[]? written = isWritten ? formulas.Written(record.Form, record.Index(place)) : null;
        return record.Fault(
            place,
            allowed.Derived,
            Invariant($"and {allowed.Derived:R} {source}{range}{others}"),
            isNear ? CorrectRounding : "Compute this record again from the lines that it reads; everything before it in the file follows.") with
        {
            Derivation = written is null ? [] : [.. written, Invariant($"{allowed.Derived:R}")],
        };
    }

    // No one number is at fault, so there is none to derive.
    private static TraceFault LearningRate(TraceFault fault) => fault with
    {
        Line = 1,
        Name = null,
        Problem = Invariant($"no parameter moves by the learning rate of the header; the first is {fault.Name}, which is {fault.Found:R} where {fault.Derived:R} follows"),
        Advice = "Set \"learningRate\" right in the header, or compute the update again.",
        UnitsApart = null,
        Derivation = [],
    };
}
