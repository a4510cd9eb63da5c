namespace LoopNet.Checking;

/// <summary>Makes exercises of one kind: draws numbers until a calculator shows them and they tell every mistake that numbers of that kind can tell.</summary>
/// <remarks>
/// A draw is accepted where every way to make a known mistake gives another number, and two mistakes never give the same ones. What no draw of the kind
/// tells does not count: a mistake of step 2 in an exercise of one step. Where two things are never told at once (a unit of ReLU that is off, and what only
/// shows while it is on), a draw is accepted that leaves as little untold as the best of some hundred.
/// </remarks>
public sealed class ExerciseMaker
{
    /// <summary>An exercise with more numbers to write is none for a person with a pencil.</summary>
    public const int MostNumbers = Worksheet.MostBlanks;

    // A number is 0, or it is written without an exponent and fits the display of a calculator.
    private const double Smallest = 1e-4;
    private const double Largest = 1000.0;

    // What none of so many draws tells, no draw of the kind does.
    private const int Probes = 32;
    private const int MostProbes = 300;
    private const int MostDraws = 3000;

    private readonly ExercisePlan _plan;
    private readonly Untold _untold;
    private readonly Shortfall _accepted;

    /// <summary>Prepares exercises of one kind.</summary>
    /// <param name="plan">What they are to be.</param>
    /// <param name="cancellation">Ends the preparation.</param>
    /// <exception cref="ExerciseException">They have too many numbers, or their numbers do not stay within what a calculator shows.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public ExerciseMaker(ExercisePlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        CheckSize(ExerciseDraw.Of(plan, "size", new SeededRandom(0, "size")).Example);

        // The same for every class and student, so that what is said of a kind of exercise is so for all of them.
        MistakeSheets[] probes = [.. Draws("probe", 0, "probes", cancellation).Take(Probes).Select(draw => draw.Sheets)];
        _untold = probes.Length == 0 ? throw NotShown() : new Untold(probes);
        _accepted = Least(probes.Concat(Draws("probe", 0, "more probes", cancellation).Select(draw => draw.Sheets).Take(MostProbes)));
    }

    /// <summary>A starter for an example of somebody's own: drawn once, and nothing asked of its numbers.</summary>
    /// <param name="plan">What it is to be, of any size.</param>
    /// <param name="name">The name of the example.</param>
    /// <param name="seed">The seed.</param>
    public static Example Starter(ExercisePlan plan, string name, long seed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(name);
        return ExerciseDraw.Of(plan, name, new SeededRandom(seed, "starter")).Example;
    }

    /// <summary>Makes an exercise.</summary>
    /// <param name="name">The name of its example.</param>
    /// <param name="seed">The seed of the class.</param>
    /// <param name="id">Whose exercise it is: each has numbers of its own. The same seed and ID give the same exercise on every machine.</param>
    /// <param name="cancellation">Ends the drawing.</param>
    /// <exception cref="ExerciseException">No draw stays within what a calculator shows.</exception>
    /// <exception cref="OperationCanceledException">The drawing was ended.</exception>
    public Exercise Make(string name, long seed, string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(id);
        Draw? best = null;
        Shortfall least = Shortfall.Everything;
        foreach (Draw draw in Draws(name, seed, $"exercise {id}", cancellation))
        {
            if (best is not null && _accepted.IsNone && _untold.IsSoonFoundBeyond(draw.Sheets))
            {
                continue;
            }

            Shortfall shortfall = _untold.Beyond(draw.Sheets, least);
            if (shortfall.IsLessThan(least))
            {
                (best, least) = (draw, shortfall);
                if (!_accepted.IsLessThan(least))
                {
                    break;
                }
            }
        }

        Draw chosen = best ?? throw NotShown();
        return new Exercise(_plan, chosen.Drawn, chosen.Numbers, chosen.Sheets) { Draws = chosen.Number, IsAccepted = !_accepted.IsLessThan(least) };
    }

    // The least that any of some draws leaves untold.
    private Shortfall Least(IEnumerable<MistakeSheets> draws)
    {
        Shortfall least = Shortfall.Everything;
        foreach (MistakeSheets draw in draws)
        {
            Shortfall shortfall = _untold.Beyond(draw, least);
            least = shortfall.IsLessThan(least) ? shortfall : least;
            if (least.IsNone)
            {
                break;
            }
        }

        return least;
    }

    // The draws whose numbers a calculator shows, one after another.
    private IEnumerable<Draw> Draws(string name, long seed, string purpose, CancellationToken cancellation)
    {
        for (int number = 1; number <= MostDraws; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            ExerciseDraw drawn = ExerciseDraw.Of(_plan, name, new SeededRandom(seed, purpose, number));
            if (IsAlive(drawn.Example))
            {
                ExerciseNumbers numbers = new(drawn.Example, _plan.Steps, _plan.Carry);
                if (Array.TrueForAll(numbers.Right, IsShown))
                {
                    yield return new Draw(number, drawn, numbers, new MistakeSheets(numbers, _plan.Digits));
                }
            }
        }
    }

    private bool IsShown(double number)
    {
        double size = Math.Abs(number);
        return size == 0.0 || (size >= Smallest && size < Math.Min(Largest, Functions.Exp10(_plan.Digits)));
    }

    // No layer of ReLU is off in every unit, but for the one that is asked for.
    private bool IsAlive(Example example)
    {
        StepRecord[] steps;
        try
        {
            steps = ExampleRun.Records(example, _plan.Steps);
        }
        catch (NonFiniteException)
        {
            return false;
        }

        int dead = _plan.HasDeadLayer ? _plan.FirstHiddenRelu : 0;
        int[] layers = [.. Enumerable.Range(1, _plan.Last).Where(l => l != dead && _plan.Activations[l - 1] is Relu)];
        return Array.TrueForAll(steps, step => step.Samples.Take(step.Count).All(sample => Array.TrueForAll(layers, l => Array.Exists(sample.z[l], z => z > 0.0))));
    }

    private void CheckSize(Example example)
    {
        int numbers = new ExerciseNumbers(example, _plan.Steps, carry: null).Asked.Count;
        if (numbers > MostNumbers)
        {
            throw new ExerciseException(Invariant($"this exercise has {numbers:N0} numbers to write, and {MostNumbers} are enough for a person: choose fewer units, samples or steps"));
        }
    }

    private static ExerciseException NotShown()
    {
        return new ExerciseException(Invariant($"none of {MostDraws:N0} draws stays within what a calculator shows: choose fewer layers, units or steps, or a smaller learning rate"));
    }

    private sealed record Draw(int Number, ExerciseDraw Drawn, ExerciseNumbers Numbers, MistakeSheets Sheets);
}
