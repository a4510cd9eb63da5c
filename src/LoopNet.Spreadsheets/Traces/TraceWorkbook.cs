using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>A trace as a workbook: one sheet to a step, and every number that is computed a formula over the cells that it uses.</summary>
/// <remarks>
/// Inputs, targets, the parameters before step 1, the learning rate and slopes are plain cells: where one changes, what follows changes with it, in later
/// steps as well. The cells hold LoopNet's numbers; a notation of the example gives the formulas and the names beside them, and the layout of weights.
/// </remarks>
public static class TraceWorkbook
{
    /// <summary>The most numbers of a workbook, which spreadsheets still open at once.</summary>
    public const int MostNumbers = 500_000;

    /// <summary>The most steps: each has a sheet.</summary>
    public const int MostSteps = 200;

    /// <summary>Writes the workbook of an example's steps.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="names">The names, of the example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <inheritdoc cref="Sheets(OwnNames, int?)" path="/exception"/>
    public static void Write(Stream stream, OwnNames names, int? steps = null) => WorkbookFile.Write(stream, Sheets(names, steps));

    /// <summary>Writes the workbook of an example's steps into a file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">The names, of the example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    /// <inheritdoc cref="Sheets(OwnNames, int?)" path="/exception"/>
    public static void Write(string path, OwnNames names, int? steps = null) => WorkbookFile.Write(path, Sheets(names, steps));

    /// <summary>The sheets of the workbook.</summary>
    /// <param name="names">The names, of the example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <exception cref="TraceException">There are too many steps or numbers for a workbook, or no formula for an activation or a loss.</exception>
    /// <exception cref="NonFiniteException">A number of a step is infinite or not a number.</exception>
    public static IReadOnlyList<WorkbookSheet> Sheets(OwnNames names, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        Example example = names.Example;
        int count = steps ?? example.Steps;
        CheckSize(example, count);
        ExampleTensors tensors = new(example);
        CellPlaces places = new(names);
        List<WorkbookSheet> sheets = [];
        for (int number = 1; number <= count; number++)
        {
            StepSheet sheet = new(names, places, tensors.Step(number));
            sheet.Build();
            sheets.Add(sheet.Sheet);
        }

        return sheets;
    }

    private static void CheckSize(Example example, int steps)
    {
        if (steps > MostSteps)
        {
            throw new TraceException(Invariant($"{steps:N0} steps of {example.Name} are asked for, and a workbook has a sheet for each of {MostSteps} steps at most: ask for fewer with --steps, or for txt or jsonl."));
        }

        StepTensors step = new(example.Network, example.Rule, Math.Min(example.BatchSize, example.Samples.Count));
        long numbers = steps * step.InOrder.Sum(tensor => tensor.Kind == TensorKind.dz_dW && tensor.Count > StepTensors.LargestListed ? 0L : tensor.Count);
        if (numbers > MostNumbers)
        {
            throw new TraceException(Invariant($"{steps} {(steps == 1 ? "step" : "steps")} of {example.Name} have {numbers:N0} numbers, and a workbook has {MostNumbers:N0} at most: ask for fewer steps, or for txt or jsonl."));
        }
    }
}
