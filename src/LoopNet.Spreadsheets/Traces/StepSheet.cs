using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>Lays out the sheet of a step: what is given, then every tensor under its equation, in the order of computation.</summary>
internal sealed class StepSheet
{
    private const int FirstColumn = 3;
    private const int LineLength = 92;

    private readonly OwnNames _names;
    private readonly CellPlaces _places;
    private readonly StepTrace _step;
    private readonly StepFormulas _formulas;
    private readonly TensorTitles _titles;
    private int _row = 1;

    /// <summary>Takes a step.</summary>
    /// <param name="names">The names.</param>
    /// <param name="places">Where the numbers of the steps before it stand.</param>
    /// <param name="step">The step.</param>
    public StepSheet(OwnNames names, CellPlaces places, StepTrace step)
    {
        _names = names;
        _places = places;
        _step = step;
        Sheet = new WorkbookSheet(NameOf(step.Number), 6.0, 17.0, 14.0);
        _formulas = new StepFormulas(places, Sheet, step);
        _titles = new TensorTitles(names);
    }

    /// <summary>The sheet.</summary>
    public WorkbookSheet Sheet { get; }

    private Example Example => _names.Example;

    private bool IsFirst => _step.Number == 1;

    /// <summary>Fills the sheet.</summary>
    /// <exception cref="TraceException">A number has no formula, or one that is too long for a cell.</exception>
    public void Build()
    {
        AddHead();
        AddConstants();
        string? place = null;
        foreach (TraceRecord record in _step.Records)
        {
            string here = PlaceOf(record);
            if (here != place)
            {
                _row++;
                Put(1, Cell.OfText(here, CellLook.Heading));
                _row++;
                place = here;
            }

            AddHelpersBefore(record);
            Add(record);
        }
    }

    private static string NameOf(int step) => Invariant($"Step {step}");

    private string PlaceOf(TraceRecord record)
    {
        string phase = record.Tensor.Phase;
        string sample = record.Sample is int s && _step.Numbers.Count > 1 ? Invariant($", sample {s}") : "";
        return $"{char.ToUpperInvariant(phase[0])}{phase[1..]}{sample}";
    }

    private void AddHead()
    {
        TraceHeader header = _step.Header;
        Put(1, Cell.OfText(Invariant($"{Example.Name}: step {_step.Number}"), CellLook.Title));
        _row++;
        string weight = _names.Layout == WeightLayout.InputUnit ? "W1[k,i]" : "W1[i,k]";
        List<string> lines =
        [
            $"Network {string.Join('-', header.Network.Sizes())}: {header.Activations}. {weight} goes from input k to unit i; indexes start at 0.",
            $"Loss {header.LossInWords}.",
            "Yellow cells are given: change one, and every number that follows from it changes. All others are formulas. Grey cells help, and are in no trace.",
        ];
        if (Example.Source is not null)
        {
            lines.Insert(0, $"From {Example.Source}");
        }

        foreach (string line in lines.SelectMany(line => FittedLines.Of(line, LineLength)))
        {
            Put(1, Cell.OfText(line));
            _row++;
        }
    }

    // The learning rate and the slopes stand on the sheet of step 1; the others repeat them.
    private void AddConstants()
    {
        if (_step.Header.Rule.Moves)
        {
            AddConstant(StepFormulas.Rate, "learning rate", _step.Header.Rule.LearningRate);
        }

        for (int l = 1; l <= _step.Header.Last; l++)
        {
            if (_step.Header.Activation(l) is LeakyRelu leaky)
            {
                AddConstant(StepFormulas.Slope(l), Invariant($"slope of leaky-relu in layer {l}, for z up to 0"), leaky.Slope);
            }
        }
    }

    private void AddConstant(string name, string meaning, double value)
    {
        CellAddress address = new(_row, FirstColumn);
        Put(2, Cell.OfText(name, CellLook.Name));
        Sheet[address] = IsFirst ? Cell.OfNumber(value) : Cell.OfFormula(_places.Of(Sheet, 1, null, name, 0), value);
        Put(FirstColumn + 1, Cell.OfText(meaning, CellLook.Remark));
        Sheet.AddName(name, address, address);
        _places.Add(_step.Number, null, name, null, Sheet, address);
        _row++;
    }

    private void Add(TraceRecord record)
    {
        Tensor tensor = record.Tensor;
        string title = _titles.Of(record);
        if (record.Equation is not null)
        {
            Put(1, Cell.OfText(record.Equation, CellLook.Equation));
        }

        // What is given, under LoopNet's name, has it beside its numbers.
        if (title != record.Symbol)
        {
            Put(2, Cell.OfText(title, CellLook.Equation));
            _row++;
        }

        if (!record.IsListed)
        {
            Put(2, Cell.OfText(record.Note!, CellLook.Remark));
            _row++;
            return;
        }

        AddLabels(record);
        CellAddress first = new(_row, FirstColumn);
        _places.Add(_step.Number, record.Sample, record.Symbol, tensor, Sheet, first);
        foreach (int[] index in tensor.Indexes())
        {
            Sheet[_places.Cell(first, tensor, index)] = Content(record, index);
        }

        int[] shape = _names.OwnOrder(tensor, tensor.Shape);
        int rows = tensor.Count / (shape.Length == 0 ? 1 : shape[^1]);
        for (int row = 0; row < rows; row++)
        {
            Put(2, Cell.OfText(TensorTitles.Row(record.Symbol, shape, row), CellLook.Name));
            _row++;
        }

        int columns = shape.Length == 0 ? 1 : shape[^1];
        Sheet.AddName(RangeName.Of(record.Symbol, _step.Numbers.Count > 1 ? record.Sample : null), first, new CellAddress(first.Row + rows - 1, FirstColumn + columns - 1));
    }

    // Labels of single numbers stand in a remark above them.
    private void AddLabels(TraceRecord record)
    {
        foreach (string line in _titles.Labels(record).SelectMany(line => FittedLines.Of(line, LineLength)))
        {
            Put(2, Cell.OfText(line, CellLook.Remark));
            _row++;
        }
    }

    private Cell Content(TraceRecord record, int[] index)
    {
        double value = record.At(index);
        string? formula = record.Equation is null ? Repeated(record, index) : _formulas.Of(record.Tensor, index);
        if (formula is null)
        {
            return Cell.OfNumber(value);
        }

        return Formula(formula, value, CellLook.Computed, record.Symbol);
    }

    // Given numbers stand where they are used first: parameters are those that the step before ended with, and a sample may come again.
    private string? Repeated(TraceRecord record, int[] index)
    {
        if (record.Sample is not int s)
        {
            string before = Example.Rule.Moves ? $"{record.Symbol}'" : record.Symbol;
            return IsFirst ? null : _places.Of(Sheet, _step.Number - 1, null, before, index);
        }

        int updates = Batch.CountPerPass(Example.Samples.Count, Example.BatchSize);
        int first = ((_step.Number - 1) % updates) + 1;
        return first == _step.Number ? null : _places.Of(Sheet, first, s, record.Symbol, index);
    }

    private void AddHelpersBefore(TraceRecord record)
    {
        int l = record.Tensor.Layer;
        if (record.Tensor.Kind == TensorKind.a && l > 0 && _step.Header.Activation(l) is Softmax)
        {
            AddSoftmaxHelpers(record.Sample, l);
        }

        if (record.Tensor.Kind == TensorKind.L && _formulas.MaySaturate)
        {
            string[] a = _formulas.Vector(record.Sample, Names.Output(l), _step.Header.Network.Sizes()[l]);
            string[] y = _formulas.Vector(record.Sample, "y", a.Length);
            bool isSaturated = _step.Numbers.Samples[record.Sample!.Value].Saturated;
            AddHelper(record.Sample, StepFormulas.Saturated, [SaturationFormulas.IsSaturated(_step.Header.Loss, a, y)], [isSaturated ? 1.0 : 0.0]);
        }
    }

    private void AddSoftmaxHelpers(int? sample, int l)
    {
        (string largest, string exponentials, string sum) = StepFormulas.SoftmaxHelpers(l);
        double[] z = _step.Numbers.Samples[sample!.Value].z[l];
        string[] cells = _formulas.Vector(sample, Invariant($"z{l}"), z.Length);
        double max = z.Max();
        double[] shifted = [.. z.Select(number => CorrectlyRounded.Exp(number - max))];
        AddHelper(sample, largest, [SoftmaxFormulas.Largest(cells)], [max]);
        string max_z = _formulas.Vector(sample, largest, 1)[0];
        AddHelper(sample, exponentials, [.. cells.Select(cell => SoftmaxFormulas.Exponential(cell, max_z))], shifted);
        AddHelper(sample, sum, [SoftmaxFormulas.Sum(_formulas.Vector(sample, exponentials, z.Length))], [shifted.Aggregate(0.0, (total, number) => total + number)]);
    }

    private void AddHelper(int? sample, string name, string[] formulas, double[] values)
    {
        CellAddress first = new(_row, FirstColumn);
        _places.Add(_step.Number, sample, name, null, Sheet, first);
        Put(2, Cell.OfText(name, CellLook.Remark));
        for (int i = 0; i < formulas.Length; i++)
        {
            Put(FirstColumn + i, Formula(formulas[i], values[i], CellLook.Helper, name));
        }

        _row++;
    }

    private Cell Formula(string formula, double value, CellLook look, string symbol)
    {
        return formula.Length < WorkbookFile.LongestFormula
            ? Cell.OfFormula(formula, value, look)
            : throw new TraceException(Invariant($"A number of {symbol} in {Example.Name} has so many terms that its formula is longer than {WorkbookFile.LongestFormula} characters, which no cell takes: write this trace as txt or jsonl."));
    }

    private void Put(int column, Cell cell) => Sheet[new CellAddress(_row, column)] = cell;
}
