using System.Text.RegularExpressions;

namespace LoopNet.Tracing;

/// <summary>The labels of a notation for the steps of an example that have a certain number of samples.</summary>
internal sealed partial class StepNames
{
    private readonly StepTensors _tensors;
    private readonly Dictionary<string, OwnLabel> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OwnLabel>> _byTensor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);
    private readonly Network _network;
    private readonly bool _moves;
    private readonly WeightLayout _layout;
    private readonly int _count;
    private readonly int _last;

    /// <summary>Makes the labels.</summary>
    /// <param name="example">The example.</param>
    /// <param name="notation">The notation; null for LoopNet's names alone.</param>
    /// <param name="count">The number of samples.</param>
    /// <exception cref="TraceException">A label cannot be used.</exception>
    public StepNames(Example example, Notation? notation, int count)
    {
        _network = example.Network;
        _moves = example.Rule.Moves;
        _count = count;
        _last = example.Network.Layers.Length;
        _layout = notation?.Layout ?? WeightLayout.UnitInput;
        _tensors = new StepTensors(example.Network, example.Rule, count);
        foreach (NotationLabel label in notation?.Labels ?? [])
        {
            Add(label);
        }

        RefuseAmbiguous(notation);
    }

    /// <summary>The tensors of the steps, each of them once.</summary>
    public IEnumerable<Tensor> Tensors => _tensors.InOrder.Where(tensor => tensor.Sample is null or 0);

    /// <summary>Every name that may be used: the labels, and LoopNet's names.</summary>
    public IEnumerable<string> All => [.. _byText.Keys, .. Tensors.Select(tensor => tensor.Symbol)];

    /// <summary>Labels of what these steps do not have, with what they stand for.</summary>
    public IReadOnlyDictionary<string, string> Missing => _missing;

    /// <summary>What a name stands for; null where nothing has it.</summary>
    /// <param name="symbol">A label, or LoopNet's name of a tensor.</param>
    public OwnLabel? Find(string symbol) => _byText.GetValueOrDefault(symbol) ?? LoopNet(symbol);

    /// <summary>The labels of a tensor: those of single numbers first.</summary>
    /// <param name="symbol">LoopNet's name of the tensor.</param>
    public IReadOnlyList<OwnLabel> Of(string symbol) => _byTensor.TryGetValue(symbol, out List<OwnLabel>? labels) ? labels : [];

    /// <summary>LoopNet's name of a tensor, as the label that changes nothing but the layout; null where there is no such tensor.</summary>
    public OwnLabel? LoopNet(string symbol)
    {
        string canonical = symbol == "a0" ? "x" : symbol == "dL/da0" ? "dL/dx" : symbol;
        (Tensor? tensor, LabelFactor factor) = Resolve(canonical);
        return tensor is null ? null : new OwnLabel(tensor.Symbol, tensor) { Layout = _layout, Factor = factor };
    }

    /// <summary>A name of all samples together: one row to each.</summary>
    public OwnLabel Together(OwnLabel label)
    {
        bool isDiagonal = label.Tensor.Kind == TensorKind.da_dz && label.Tensor.Shape.Length == 2 && IsElementwise(label.Tensor.Layer);
        return label with { Rows = _count, IsDiagonal = isDiagonal };
    }

    private bool IsElementwise(int l) => _network.Layers[l - 1].Activation is ElementwiseActivation;

    private void Add(NotationLabel label)
    {
        if (!label.Label.Contains("{l", StringComparison.Ordinal))
        {
            string last = Invariant($"{_last}");
            Add(label, NameParts.WithoutBlanks(label.Label.Replace("{L}", last, StringComparison.Ordinal)), label.Meaning.Replace("{L}", last, StringComparison.Ordinal));
            return;
        }

        // Layer 0 has no layer before it.
        int first = label.Meaning.Contains("{l-1}", StringComparison.Ordinal) || label.Label.Contains("{l-1}", StringComparison.Ordinal) ? 1 : 0;
        for (int l = first; l <= _last; l++)
        {
            string text = LayerPattern().Replace(label.Label, match => Layer(match, l));
            string meaning = LayerPattern().Replace(label.Meaning, match => Layer(match, l));
            Add(label, NameParts.WithoutBlanks(text), meaning, isOfEveryLayer: true);
        }
    }

    private string Layer(Match match, int l) => match.Groups["layer"].Value switch
    {
        "l" => Invariant($"{l}"),
        "l-1" => Invariant($"{l - 1}"),
        "l+1" => Invariant($"{l + 1}"),
        _ => Invariant($"{_last}"),
    };

    private void Add(NotationLabel label, string text, string meaning, bool isOfEveryLayer = false)
    {
        LabelMeaning read = Read(label, meaning);
        (Tensor? tensor, LabelFactor factor) = Resolve(read.Name.Symbol);
        bool lacksRate = read.Factor.Eta != 0 && !_moves;
        if (tensor is null || lacksRate)
        {
            if (!isOfEveryLayer)
            {
                _missing.TryAdd(text, meaning);
            }

            return;
        }

        OwnLabel own = new(text, tensor)
        {
            Factor = read.Factor.Times(factor),
            Step = read.Name.Step,
            Sample = tensor.Sample is null ? null : read.Name.Sample,
            IsTransposed = read.Name.IsTransposed,
            Index = read.Name.Index,
            Layout = _layout,
        };
        own = read.Name.AllSamples ? Together(own) : own;
        if (!Fits(label, own))
        {
            _missing.TryAdd(text, meaning);
            return;
        }

        if (!_byText.TryAdd(text, own))
        {
            throw new TraceException($"{label.Place}: found the label {text} a second time; expected each label once.");
        }

        if (!_byTensor.TryGetValue(tensor.Symbol, out List<OwnLabel>? labels))
        {
            _byTensor.Add(tensor.Symbol, labels = []);
        }

        labels.Insert(own.IsSingle ? labels.FindLastIndex(other => other.IsSingle) + 1 : labels.Count, own);
    }

    private static LabelMeaning Read(NotationLabel label, string meaning)
    {
        try
        {
            return LabelMeaning.Parse(meaning);
        }
        catch (FormatException exception)
        {
            throw new TraceException($"{label.Place}: {exception.Message}.", exception);
        }
    }

    private static bool Fits(NotationLabel label, OwnLabel own)
    {
        int[] shape = own.FullShape;
        if (own.IsTransposed && shape.Length != 2)
        {
            throw new TraceException($"{label.Place}: found the transpose of {own.Tensor.Symbol}, which is no matrix; expected ^T behind a matrix only.");
        }

        if (own.Rows is not null && own.Tensor.Sample is null)
        {
            throw new TraceException($"{label.Place}: found */{own.Tensor.Symbol}, but {own.Tensor.Symbol} belongs to a whole step; expected */ before a tensor of a sample.");
        }

        if (own.Index.Count > shape.Length)
        {
            throw new TraceException($"{label.Place}: found {own.Index.Count} indexes; expected {shape.Length} at most for {own.Tensor.Symbol}.");
        }

        return own.Index.Select((place, d) => place < shape[d]).All(inside => inside);
    }

    // Over a batch, mean and sum are the same numbers but for N; where a step has one sample, they are those of that sample.
    private (Tensor? Tensor, LabelFactor Factor) Resolve(string symbol)
    {
        if (_tensors.Find(symbol, null) is Tensor ofStep)
        {
            return (ofStep, LabelFactor.One);
        }

        if (_tensors.Find(symbol, 0) is Tensor ofSample)
        {
            return (ofSample, LabelFactor.One);
        }

        bool isMean = symbol.StartsWith("mean ", StringComparison.Ordinal);
        bool isSum = symbol.StartsWith("sum ", StringComparison.Ordinal);
        if (!isMean && !isSum)
        {
            return (null, LabelFactor.One);
        }

        string of = symbol[(symbol.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (_count == 1)
        {
            return (_tensors.Find(of, 0), LabelFactor.One);
        }

        string other = isMean ? $"sum {of}" : $"mean {of}";
        return (_tensors.Find(other, null), new LabelFactor(1.0, 0, isMean ? -1 : 1));
    }

    // A label may take LoopNet's name of another tensor only where that one has a label, too: else nothing could name it.
    private void RefuseAmbiguous(Notation? notation)
    {
        foreach (OwnLabel own in _byText.Values)
        {
            (Tensor? named, _) = Resolve(own.Text);
            bool isSame = named is null || (named.Symbol == own.Tensor.Symbol && own.Index.Count == 0 && own.Factor == LabelFactor.One && !own.IsTransposed && own.Rows is null);
            if (!isSame && !_byTensor.ContainsKey(named!.Symbol))
            {
                string place = notation!.Labels.FirstOrDefault(label => label.Label == own.Text)?.Place ?? "the notation";
                throw new TraceException($"{place}: found the label {own.Text}, which is LoopNet's name of another tensor; expected another label, or a label for that tensor, too.");
            }
        }
    }

    [GeneratedRegex(@"\{(?<layer>l-1|l\+1|l|L)\}", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex LayerPattern();
}
