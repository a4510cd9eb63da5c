using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Finds the place of every answer in the calculation of its example.</summary>
internal sealed class AnswerReader(OwnNames names, Calculation calculation)
{
    // A step takes microseconds, and every known mistake takes every step anew: this many end in about a minute.
    private const int MostSteps = 100_000;

    private readonly Dictionary<NumberName, AskedNumber> _asked = [];
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly HashSet<NumberName> _blanks = [];
    private readonly Example _example = names.Example;

    /// <summary>What was left blank of the answers that were read.</summary>
    public IReadOnlyList<NumberName> Blanks => [.. _blanks];

    /// <summary>The numbers that were given, in the order of computation.</summary>
    /// <exception cref="CheckException">A name, an index, a shape or a number means nothing, a number is given twice, or none is given.</exception>
    public IReadOnlyList<AskedNumber> Read(IReadOnlyList<GivenAnswer> answers)
    {
        foreach (GivenAnswer answer in answers)
        {
            Add(answer);
        }

        if (_asked.Count == 0)
        {
            string where = answers.Count == 0 ? "" : $"{answers[0].Place.Split(": ")[0]}: ";
            throw new CheckException($"{where}no number is given; fill in at least one");
        }

        return [.. _asked.Values.OrderBy(asked => asked.Name.Step).ThenBy(asked => asked.Tensor.Order).ThenBy(asked => asked.Tensor.Row(asked.Name.Index)).ThenBy(asked => Tensor.Column(asked.Name.Index))];
    }

    private void Add(GivenAnswer answer)
    {
        NameParts parts = Parse(answer);
        CheckPlace(parts, answer);

        // The places in arrays stand behind the index that the name itself has.
        int own = parts.Index.Count - answer.ArrayLengths.Count;
        NumberView view = Find(parts with { Index = [.. parts.Index.Take(own)] }, answer);
        int[] index = new AnswerShape(parts.Symbol, view, answer).Place([.. parts.Index]);
        if (answer.Literal is null)
        {
            // A blank in place of an array leaves all of it blank.
            bool isWhole = index.Length < view.Shape.Count;
            _blanks.UnionWith(isWhole ? view.Indexes().Where(place => place.Take(index.Length).SequenceEqual(index)).Select(view.At) : [view.At(index)]);
            return;
        }

        WrittenNumber written = WrittenNumber.Read(answer.Literal)
            ?? throw new CheckException($"{answer.Place}: found \"{answer.Literal}\"; expected a finite decimal number, for example 0.0360 or 3.6e-2, or null for a blank");
        NumberName element = view.At(index);
        Tensor tensor = calculation.Tensors(element.Step).Find(element.Symbol, element.Sample)!;
        string called = view.Called(index);
        Add(new AskedNumber(_example, element, tensor, written, answer.Place, called, view.Factor));
    }

    // Under two names a number may be given twice, as long as both say the same: the one with more digits counts.
    private void Add(AskedNumber asked)
    {
        bool isNewName = _called.Add(asked.Called);
        if (_asked.TryAdd(asked.Name, asked))
        {
            return;
        }

        AskedNumber other = _asked[asked.Name];
        string there = other.Place.Split(": ")[^1];
        if (!isNewName)
        {
            throw new CheckException($"{asked.Place}: found {asked.Called} a second time; it stands at {there} already; expected each number once");
        }

        if (Math.Abs(asked.Written.Value - other.Written.Value) > 0.5000001 * (asked.Written.Unit + other.Written.Unit))
        {
            throw new CheckException($"{asked.Place}: found another number than at {there}, but {asked.Called} and {other.Called} are the same number; expected it once, or the same digits");
        }

        _asked[asked.Name] = asked.Written.Unit < other.Written.Unit ? asked : other;
    }

    private static NameParts Parse(GivenAnswer answer)
    {
        try
        {
            return NameParts.Parse(answer.Name);
        }
        catch (FormatException exception)
        {
            throw new CheckException($"{answer.Place}: {exception.Message}");
        }
    }

    private void CheckPlace(NameParts parts, GivenAnswer answer)
    {
        int step = parts.Step ?? 1;
        if (step > MostSteps)
        {
            throw new CheckException(Invariant($"{answer.Place}: found step {step}; expected a step from 1 to {MostSteps}"));
        }

        if (step > _example.LastStep)
        {
            throw new CheckException(Invariant($"{answer.Place}: found step {step}; expected a step from 1 to {_example.LastStep}, since without a learning rate nothing moves and later steps would repeat these"));
        }

        int samples = names.CountOf(step);
        if (parts.Sample >= samples)
        {
            string range = samples == 1 ? "it has one sample, 0" : Invariant($"its samples are 0 to {samples - 1}");
            throw new CheckException(Invariant($"{answer.Place}: found sample {parts.Sample} of step {step}, but {range}"));
        }
    }

    private NumberView Find(NameParts parts, GivenAnswer answer)
    {
        try
        {
            return names.Find(parts) ?? throw new CheckException(Invariant($"{answer.Place}: there is no {parts.Symbol} in step {parts.Step ?? 1} of {_example.Name}; {Hint(parts)}"));
        }
        catch (Exception exception) when (exception is FormatException or TraceException)
        {
            throw new CheckException($"{answer.Place}: {exception.Message.TrimEnd('.')}");
        }
    }

    private string Hint(NameParts parts)
    {
        int step = parts.Step ?? 1;
        string symbol = parts.Symbol;
        if (names.MeaningOfMissing(symbol, step) is string meaning)
        {
            return $"it stands for {meaning}, which this example does not have";
        }

        int last = _example.Network.Layers.Length;
        bool batch = symbol.StartsWith("mean ", StringComparison.Ordinal) || symbol.StartsWith("sum ", StringComparison.Ordinal);
        if (batch)
        {
            string reduction = _example.Rule.Reduction == Reduction.Mean ? "mean" : "sum";
            string loss = _example.Network.HasLoss ? $" and its loss {reduction} L" : "";
            return !_example.Network.GoesBack
                ? "it has a forward pass alone"
                : $"its gradients over the batch are called {reduction} dL/dW1 and so on, of parameters that move{loss}";
        }

        if (_example.Rule.OutputGradient == OutputGradient.Shortcut && (symbol == Invariant($"dL/da{last}") || symbol == Invariant($"da{last}/dz{last}")))
        {
            return Invariant($"its output layer takes the shortcut, dL/dz{last} = a{last} - y");
        }

        IReadOnlyList<string> known = names.Known(step);
        return NearNames.Of(symbol, known) is string near ? $"perhaps {near} is meant" : $"it has {string.Join(", ", known)}";
    }
}
