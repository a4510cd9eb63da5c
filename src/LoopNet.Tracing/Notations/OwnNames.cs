namespace LoopNet.Tracing;

/// <summary>The names in which somebody reads and writes the numbers of an example: LoopNet's, and the labels of a notation beside them.</summary>
public sealed class OwnNames
{
    private readonly Dictionary<int, StepNames> _byCount = [];

    /// <summary>Takes an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="notation">The notation; null for LoopNet's names alone.</param>
    /// <param name="shown">Which names are shown.</param>
    /// <exception cref="TraceException">A label of the notation cannot be used.</exception>
    public OwnNames(Example example, Notation? notation, NamesShown shown = NamesShown.Own)
    {
        ArgumentNullException.ThrowIfNull(example);
        Example = example;
        Notation = notation;
        Shown = shown;
        _ = At(1);
    }

    /// <summary>The names of an example in its own notation.</summary>
    public static OwnNames Of(Example example) => new(example, example?.Notation);

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>The notation; null for LoopNet's names alone.</summary>
    public Notation? Notation { get; }

    /// <summary>Which names are shown.</summary>
    public NamesShown Shown { get; }

    /// <summary>How weight matrices are written.</summary>
    public WeightLayout Layout => Notation?.Layout ?? WeightLayout.UnitInput;

    /// <summary>Whether every text is as without a notation.</summary>
    public bool ArePlain => Notation is null || (Layout == WeightLayout.UnitInput && (Shown == NamesShown.LoopNet || Notation.Labels.Count == 0));

    /// <summary>How many samples a step has.</summary>
    /// <param name="step">The step, from 1.</param>
    public int CountOf(int step) => ExampleRun.BatchOf(Example, step).Count;

    /// <summary>What a name stands for.</summary>
    /// <param name="text">A label or LoopNet's name, with step and sample before it and an index behind it where that is needed.</param>
    /// <exception cref="FormatException">The text is no name, or asks for a sample that it cannot have.</exception>
    /// <exception cref="TraceException">There is no such number.</exception>
    public NumberView Find(string text)
    {
        NameParts parts = NameParts.Parse(text);
        int step = parts.Step ?? 1;
        if (step > LoopNet.Example.MostSteps)
        {
            throw new TraceException(Invariant($"Step {step:N0} of {Example.Name} is asked for, but an example has {LoopNet.Example.MostSteps:N0} steps at most: name an earlier step."));
        }

        if (parts.Sample >= CountOf(step))
        {
            throw NameErrors.NoSuchSample(parts.Symbol, Example.Name, step, parts.Sample, CountOf(step));
        }

        NumberView view = Find(parts) ?? throw NotThere(parts, step);
        NameErrors.CheckIndex(parts.Symbol, parts.Index, view.FullShape, allowsParts: true);
        return view;
    }

    /// <summary>What a name stands for, its index not looked at; null where neither a label nor a tensor is called so.</summary>
    /// <param name="parts">The name.</param>
    /// <exception cref="FormatException">It gives a sample to what belongs to a step, or none to what belongs to a sample.</exception>
    /// <exception cref="TraceException">It asks for a transpose, for all samples or for a step that there is not.</exception>
    public NumberView? Find(NameParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        int step = parts.Step ?? 1;
        StepNames names = At(step);
        if (names.Find(parts.Symbol) is not OwnLabel label)
        {
            return null;
        }

        if (label.Step is int own && own != step)
        {
            if (parts.Step is not null)
            {
                throw new TraceException(Invariant($"{parts.Quoted} asks for step {parts.Step}, but {label.Text} is a number of step {own}."));
            }

            step = own;
        }

        label = parts.AllSamples ? AllOf(names, label, parts) : label;
        if (parts.IsTransposed)
        {
            label = label with { IsTransposed = label.FullShape.Length == 2 ? !label.IsTransposed : throw new TraceException($"{parts.Quoted} asks for the transpose of {label.Text}, which is no matrix.") };
        }

        // A label of one certain sample, or of all of them, needs none before it.
        bool hasSample = label.Rows is not null || label.Sample is not null;
        NumberName.CheckPlace(parts, label.Tensor.Sample is null, hasSample);
        return new NumberView(parts, step, label.Sample ?? parts.Sample, label, label.Factor.Value(Example.Rule.LearningRate, CountOf(step)));
    }

    /// <summary>Every name that may be used in a step: labels, and LoopNet's names.</summary>
    /// <param name="step">The step, from 1.</param>
    public IReadOnlyList<string> Known(int step) => [.. At(step).All.Distinct(StringComparer.Ordinal)];

    /// <summary>What a label stands for that the step does not have; null where there is no such label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="step">The step, from 1.</param>
    public string? MeaningOfMissing(string label, int step) => At(step).Missing.GetValueOrDefault(label);

    /// <summary>The labels of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    internal StepNames At(int step)
    {
        int count = CountOf(step);
        if (!_byCount.TryGetValue(count, out StepNames? names))
        {
            _byCount.Add(count, names = new StepNames(Example, Notation, count));
        }

        return names;
    }

    /// <summary>What a number is called, with step and sample but for those of step 1 and sample 0.</summary>
    /// <param name="name">The number, or a tensor.</param>
    public string Of(NumberName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ArePlain)
        {
            return name.ToString();
        }

        ShownName shown = Element(name);
        bool plain = name.Step == 1 && (shown.HasSample || (name.Sample ?? 0) == 0);
        string place = plain || shown.HasStep ? "" : shown.HasSample || name.Sample is null ? Invariant($"{name.Step}//") : Invariant($"{name.Step}/{name.Sample}/");
        return $"{place}{shown.Text}";
    }

    /// <summary>What a number is called where it is explained: with LoopNet's name behind it, where both are shown.</summary>
    /// <param name="name">The number, or a tensor.</param>
    public string Explained(NumberName name)
    {
        string own = Of(name);
        ShownName shown = Element(name);
        if (Shown != NamesShown.Both || shown.Label is null)
        {
            return own;
        }

        return $"{own} ({shown.Factor.Before(name.ToString())})";
    }

    /// <summary>What a number of LoopNet is multiplied by where it is shown.</summary>
    /// <param name="name">The number, or a tensor.</param>
    public double FactorOf(NumberName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ArePlain)
        {
            return 1.0;
        }

        LabelFactor factor = Element(name).Factor;
        return factor == LabelFactor.One ? 1.0 : factor.Value(Example.Rule.LearningRate, CountOf(name.Step));
    }

    /// <summary>The numbers of a tensor that have labels of their own, in the order in which they are shown; all of them, where one has.</summary>
    /// <param name="tensor">The tensor, without index.</param>
    public NumberName[] LabelledNumbers(NumberName tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (ArePlain || At(tensor.Step).LoopNet(tensor.Symbol)?.Tensor is not Tensor of || of.Shape.Length == 0)
        {
            return [];
        }

        NumberName[] numbers = [.. of.Indexes().Select(index => NumberName.Of(tensor.Step, tensor.Sample, tensor.Symbol, index))];
        return Array.Exists(numbers, number => Element(number).Label is { IsSingle: true }) ? numbers : [];
    }

    /// <summary>What a tensor stands in under the name that it is shown with: its label, which may have those of all samples, or LoopNet's name.</summary>
    /// <param name="tensor">The tensor, without index.</param>
    public NumberView ViewOf(NumberName tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        OwnLabel? label = ArePlain ? null : Whole(tensor, null).Label;
        bool tellsSample = tensor.Sample is null || label is { Rows: not null } or { Sample: not null };
        string place = label?.Step is not null || (tensor.Step == 1 && (tellsSample || tensor.Sample == 0)) ? "" : Invariant($"{tensor.Step}/{(tellsSample ? null : tensor.Sample)}/");
        return Find(NameParts.Parse($"{place}{label?.Text ?? tensor.Symbol}"))!;
    }

    /// <summary>LoopNet's index of a number in the order in which it is shown, or the sizes of a tensor: of weights that are written W[k,i], rows and columns change places.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="index">The index, or the sizes; none for a single number.</param>
    public int[] OwnOrder(Tensor tensor, int[] index)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return OwnLabel.OwnOrder(tensor.Kind, Layout, index);
    }

    /// <summary>A number, or a tensor, as it is shown in a text that has said its step and its sample.</summary>
    /// <param name="name">The number; a name without an index is the tensor.</param>
    internal ShownName Element(NumberName name)
    {
        StepNames names = At(name.Step);
        Tensor? tensor = names.LoopNet(name.Symbol)?.Tensor;
        if (tensor is null)
        {
            return new ShownName(name.Element, LabelFactor.One, null);
        }

        if (name.Index.Count < tensor.Shape.Length)
        {
            return Whole(name, null);
        }

        foreach (OwnLabel label in Shown == NamesShown.LoopNet ? [] : names.Of(name.Symbol))
        {
            if (label.IndexOf(name) is int[] index)
            {
                return new ShownName(Names.Element(label.Text, index), label.Factor, label);
            }
        }

        return new ShownName(Names.Element(name.Symbol, OwnLabel.OwnOrder(tensor.Kind, Layout, [.. name.Index])), LabelFactor.One, null);
    }

    /// <summary>A tensor as it stands in a formula, alone or with letters for its indexes.</summary>
    /// <param name="name">The tensor.</param>
    /// <param name="letters">The letters of its indexes, in LoopNet's order; null where the tensor stands alone.</param>
    internal ShownName Whole(NumberName name, string[]? letters)
    {
        StepNames names = At(name.Step);
        Tensor? tensor = names.LoopNet(name.Symbol)?.Tensor;
        string[] own = letters is null || tensor is null ? letters ?? [] : OwnLabel.OwnOrder(tensor.Kind, Layout, letters);
        foreach (OwnLabel label in Shown == NamesShown.LoopNet ? [] : names.Of(name.Symbol))
        {
            bool fits = label.Index.Count == 0 && (label.Step ?? name.Step) == name.Step && (label.Rows is not null || (label.Sample ?? name.Sample) == name.Sample) && (!label.IsDiagonal || letters is null);
            if (fits)
            {
                return new ShownName(WholeText(label, name, letters is null ? null : own), label.Factor, label);
            }
        }

        string index = own.Length == 0 ? "" : $"[{string.Join(',', own)}]";
        return new ShownName($"{name.Symbol}{index}", LabelFactor.One, null);
    }

    // Of a batch as one matrix, a sample is a row or a column: Z1[2,:] or Z1[:,2].
    private static string WholeText(OwnLabel label, NumberName name, string[]? letters)
    {
        string[] places = letters ?? [.. Enumerable.Repeat(":", label.FullShape.Length - (label.Rows is null ? 0 : 1))];
        if (label.Rows is not null)
        {
            string[] all = [Invariant($"{name.Sample ?? 0}"), .. places];
            return $"{label.Text}[{string.Join(',', label.IsTransposed ? all.Reverse() : all)}]";
        }

        if (letters is null)
        {
            return label.Text + (label.IsTransposed ? "^T" : "");
        }

        return $"{label.Text}[{string.Join(',', label.IsTransposed ? letters.Reverse() : letters)}]";
    }

    private static OwnLabel AllOf(StepNames names, OwnLabel label, NameParts parts)
    {
        return label.Tensor.Sample is not null && label.Rows is null
            ? names.Together(label with { Sample = null })
            : throw new TraceException($"{parts.Quoted} asks for {label.Text} of all samples, but it belongs to a whole step.");
    }

    private TraceException NotThere(NameParts parts, int step)
    {
        return MeaningOfMissing(parts.Symbol, step) is string meaning
            ? new TraceException($"{parts.Symbol} stands for {meaning}, which {NameErrors.Place(step, parts.Sample)} of {Example.Name} does not have.")
            : NameErrors.Unknown(parts.Symbol, Example.Name, step, parts.Sample, Known(step));
    }
}
