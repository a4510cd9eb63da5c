using System.Globalization;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The blank form of an example: what is given, and what is to be computed, in the order of computation.</summary>
public sealed class Worksheet
{
    /// <summary>A form with more numbers to compute is none for a person with a pencil.</summary>
    public const int MostBlanks = 500;

    // More given numbers are looked up in the example's file.
    private const int MostListed = 64;

    // Copies of numbers that stand on the form already: dz/dW holds the outputs of the layer before, dz/da the weights.
    private static readonly string[] CopyingEquations = ["B4", "B7"];

    private Worksheet(OwnNames names, ExampleTensors tensors, IReadOnlyList<WorksheetItem> givens, IReadOnlyList<WorksheetItem> blanks)
    {
        Names = names;
        Tensors = tensors;
        Givens = givens;
        Blanks = blanks;
    }

    /// <summary>The names in which it is written.</summary>
    public OwnNames Names { get; }

    /// <summary>The network and its rule.</summary>
    public TraceHeader Header => Tensors.Header;

    internal ExampleTensors Tensors { get; }

    /// <summary>Parameters before the first step, inputs and targets.</summary>
    public IReadOnlyList<WorksheetItem> Givens { get; }

    /// <summary>The step that begins the samples again, where the form goes that far; else null.</summary>
    public int? RepeatsFrom { get; private init; }

    /// <summary>What is to be computed, in the order of computation.</summary>
    public IReadOnlyList<WorksheetItem> Blanks { get; }

    /// <summary>What has to be settled before anything is computed, in sentences.</summary>
    public IEnumerable<string> Conventions => WorksheetWords.Conventions(this);

    /// <summary>The sentence that the samples come again; null where the form does not go that far.</summary>
    public string? Repetition => WorksheetWords.Repetition(this);

    /// <summary>The numbers of what is given, row by row, with every digit; none where there are too many to list.</summary>
    /// <param name="given">One of <see cref="Givens"/>.</param>
    public IReadOnlyList<string> Given(WorksheetItem given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return given.Count > MostListed ? [] : [.. given.Values(Tensors).Select(number => number.ToString("R", CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether a number is 0 by its place: off the diagonal of an element-wise Jacobian there is nothing to compute.</summary>
    /// <param name="blank">One of <see cref="Blanks"/>.</param>
    /// <param name="place">Its place among the numbers, row by row, from 0.</param>
    public bool IsZeroByPlace(WorksheetItem blank, int place)
    {
        ArgumentNullException.ThrowIfNull(blank);
        Tensor tensor = blank.Record.Tensor;
        bool isWhole = blank.Shape.SequenceEqual(tensor.Shape);
        return isWhole && NumberOrigins.IsZeroByPlace(Header.Network, tensor, [place / tensor.RowLength, place % tensor.RowLength]);
    }

    /// <summary>Makes the form.</summary>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many updates; at least 1.</param>
    /// <param name="only">The tensors and elements to compute; none for all but the copies dz/dW and dz/da.</param>
    /// <exception cref="WorksheetException">There is too much to compute by hand, or what is asked for is given.</exception>
    /// <exception cref="TraceException">There is no tensor of such a name.</exception>
    /// <exception cref="NonFiniteException">A number on the way is infinite or not a number.</exception>
    public static Worksheet Of(Example example, int steps = 1, IReadOnlyList<NumberName>? only = null) => Of(OwnNames.Of(example), steps, only);

    /// <summary>Makes the form in somebody's own notation.</summary>
    /// <param name="names">The names, of the example.</param>
    /// <param name="steps">How many updates; at least 1.</param>
    /// <param name="only">The tensors and elements to compute; none for all but the copies dz/dW and dz/da.</param>
    /// <inheritdoc cref="Of(Example, int, IReadOnlyList{NumberName})" path="/exception"/>
    public static Worksheet Of(OwnNames names, int steps = 1, IReadOnlyList<NumberName>? only = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        Example example = names.Example;
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ExampleTensors tensors = new(example);
        NumberName[] chosen = [.. (only ?? []).Distinct()];
        foreach (NumberName name in chosen)
        {
            Refuse(example, names.Of(name), tensors.Find(name));
        }

        IEnumerable<int> wanted = chosen.Length == 0 ? Enumerable.Range(1, steps) : chosen.Select(name => name.Step).Distinct().Order();
        List<WorksheetItem> blanks = [];
        foreach (int step in wanted)
        {
            foreach (TraceRecord record in tensors.Step(step).Records)
            {
                blanks.AddRange(Items(names, record, chosen));
            }

            CheckSize(example, step, blanks);
        }

        int last = blanks.Max(item => item.Step);
        int pass = Math.Min(last, Batch.CountPerPass(example.Samples.Count, example.BatchSize));
        return new Worksheet(names, tensors, [.. GivensOf(names, tensors, pass)], blanks) { RepeatsFrom = last > pass ? pass + 1 : null };
    }

    /// <summary>Whether the numbers of a tensor are to be computed: neither given nor copies of others.</summary>
    /// <param name="tensor">The tensor.</param>
    internal static bool Asks(Tensor tensor)
    {
        bool isCopy = CopyingEquations.Contains(tensor.Equation) && tensor.Shape.Length > 1;
        return tensor.Equation is not null && !isCopy;
    }

    private static void Refuse(Example example, string name, TraceRecord record)
    {
        if (record.Equation is null)
        {
            bool hasMoved = record.Tensor.Phase == "parameters" && record.Step > 1 && example.Rule.Moves;
            string where = hasMoved ? Invariant($"what step {record.Step - 1} ended with: ask for {record.Step - 1}//{record.Symbol}'") : "given, and there is nothing to compute";
            throw new WorksheetException($"{name} is {where}.");
        }
    }

    private static IEnumerable<WorksheetItem> Items(OwnNames names, TraceRecord record, NumberName[] chosen)
    {
        if (chosen.Length == 0)
        {
            return Asks(record.Tensor) ? WorksheetItem.Of(names, record) : [];
        }

        return chosen
            .Where(name => name.Step == record.Step && name.Sample == record.Sample && name.Symbol == record.Symbol)
            .SelectMany(name => name.Index.Count > 0 ? [WorksheetItem.OfElement(names, name, record)] : WorksheetItem.Of(names, record));
    }

    private static void CheckSize(Example example, int steps, List<WorksheetItem> blanks)
    {
        long numbers = blanks.Sum(item => (long)item.Count);
        if (numbers > MostBlanks)
        {
            string span = steps == 1 ? "a step" : Invariant($"{steps} steps");
            int last = example.Network.Layers.Length;
            throw new WorksheetException(
                Invariant($"{span} of {example.Name} has {numbers:N0} numbers to compute, and a form has {MostBlanks} at most: choose some with --only, for example --only L,dL/dz{last}."));
        }
    }

    // The numbers that the form starts from: the first parameters, and the samples of the first pass.
    private static IEnumerable<WorksheetItem> GivensOf(OwnNames names, ExampleTensors tensors, int steps)
    {
        for (int step = 1; step <= steps; step++)
        {
            foreach (TraceRecord record in tensors.Step(step).Records)
            {
                bool isParameter = record.Tensor.Phase == "parameters";
                bool isOfSample = !isParameter && record.Equation is null;
                if ((isParameter && step == 1) || isOfSample)
                {
                    foreach (WorksheetItem given in WorksheetItem.Of(names, record))
                    {
                        yield return given;
                    }
                }
            }
        }
    }
}
