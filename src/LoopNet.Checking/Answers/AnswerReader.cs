using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Finds the place of every answer in the calculation of its example.</summary>
internal sealed class AnswerReader(Example example, Calculation calculation)
{
    // A step takes microseconds, and every known mistake takes every step anew: this many end in about a minute.
    private const int MostSteps = 100_000;

    private readonly Dictionary<NumberName, AskedNumber> _asked = [];

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
        NumberName name = Parse(answer);
        Tensor tensor = Find(name, answer);
        CheckShape(name, tensor, answer);
        if (answer.Literal is null)
        {
            return;
        }

        WrittenNumber written = WrittenNumber.Read(answer.Literal)
            ?? throw new CheckException($"{answer.Place}: found \"{answer.Literal}\"; expected a finite decimal number, for example 0.0360 or 3.6e-2, or null for a blank");
        int[] index = name.Index.Count == 0 ? new int[tensor.Shape.Length] : [.. name.Index];
        NumberName element = NumberName.Of(name.Step, name.Sample, name.Symbol, index);
        if (!_asked.TryAdd(element, new AskedNumber(example, element, tensor, written, answer.Place)))
        {
            throw new CheckException($"{answer.Place}: found {element} a second time; it stands at {_asked[element].Place.Split(": ")[^1]} already; expected each number once");
        }
    }

    private static NumberName Parse(GivenAnswer answer)
    {
        try
        {
            return NumberName.Parse(answer.Name);
        }
        catch (FormatException exception)
        {
            throw new CheckException($"{answer.Place}: {exception.Message}");
        }
    }

    private Tensor Find(NumberName name, GivenAnswer answer)
    {
        if (name.Step > MostSteps)
        {
            throw new CheckException(Invariant($"{answer.Place}: found step {name.Step}; expected a step from 1 to {MostSteps}"));
        }

        if (name.Step > example.LastStep)
        {
            throw new CheckException(Invariant($"{answer.Place}: found step {name.Step}; expected a step from 1 to {example.LastStep}, since without a learning rate nothing moves and later steps would repeat these"));
        }

        int samples = ExampleRun.BatchOf(example, name.Step).Count;
        if (name.Sample >= samples)
        {
            string range = samples == 1 ? "it has one sample, 0" : Invariant($"its samples are 0 to {samples - 1}");
            throw new CheckException(Invariant($"{answer.Place}: found sample {name.Sample} of step {name.Step}, but {range}"));
        }

        StepTensors tensors = calculation.Tensors(name.Step);
        return tensors.Find(name.Symbol, name.Sample)
            ?? throw new CheckException(Invariant($"{answer.Place}: there is no {name.Symbol} in step {name.Step} of {example.Name}; {Hint(name, tensors, samples)}"));
    }

    private string Hint(NumberName name, StepTensors tensors, int samples)
    {
        string symbol = name.Symbol;
        int last = example.Network.Layers.Length;
        bool batch = symbol.StartsWith("mean ", StringComparison.Ordinal) || symbol.StartsWith("sum ", StringComparison.Ordinal);
        if (batch && samples == 1)
        {
            return "it has one sample, which needs no mean or sum";
        }

        if (batch)
        {
            string reduction = example.Rule.Reduction == Reduction.Mean ? "mean" : "sum";
            string loss = example.Network.HasLoss ? $" and its loss {reduction} L" : "";
            return !example.Network.GoesBack
                ? "it has a forward pass alone"
                : $"its gradients over the batch are called {reduction} dL/dW1 and so on, of parameters that move{loss}";
        }

        if (example.Rule.OutputGradient == OutputGradient.Shortcut && (symbol == Invariant($"dL/da{last}") || symbol == Invariant($"da{last}/dz{last}")))
        {
            return Invariant($"its output layer takes the shortcut, dL/dz{last} = a{last} - y");
        }

        List<string> symbols = [.. tensors.InOrder.Where(tensor => tensor.Sample is null or 0).Select(tensor => tensor.Symbol)];
        return NearNames.Of(symbol, symbols) is string near ? $"perhaps {near} is meant" : $"it has {string.Join(", ", symbols)}";
    }

    private static void CheckShape(NumberName name, Tensor tensor, GivenAnswer answer)
    {
        int rank = tensor.Shape.Length;
        string shape = rank == 0 ? "a single number" : $"{string.Join(" x ", tensor.Shape)}{(rank == 1 ? " numbers" : "")}";
        if (name.Index.Count > rank)
        {
            throw new CheckException($"{answer.Place}: found {(answer.ArrayLengths.Count > 0 ? "an array" : "an index")} too many; expected {name.Symbol} to be {shape}");
        }

        // A tensor of one number may be written as that number.
        bool single = name.Index.Count == 0 && tensor.Shape.All(size => size == 1);
        if (name.Index.Count < rank && !single && answer.Literal is not null)
        {
            throw new CheckException($"{answer.Place}: found a single number; expected {shape} for {name.Symbol}, or an element such as {Names.Element(name.Symbol, new int[rank])}");
        }

        int outside = rank - answer.ArrayLengths.Count;
        for (int d = 0; d < answer.ArrayLengths.Count; d++)
        {
            if (answer.ArrayLengths[d] != tensor.Shape[outside + d])
            {
                throw new CheckException(
                    Invariant($"{answer.Place}: found it in an array of {answer.ArrayLengths[d]}; expected {tensor.Shape[outside + d]}, since {name.Symbol} is {shape}{Transposed(tensor, answer)}; null is a blank"));
            }
        }

        for (int d = 0; d < name.Index.Count; d++)
        {
            if (name.Index[d] >= tensor.Shape[d])
            {
                throw new CheckException(Invariant($"{answer.Place}: found {name.Element}, but {name.Symbol} is {shape}; indexes start at 0, so expected 0 to {tensor.Shape[d] - 1} in place of {name.Index[d]}"));
            }
        }
    }

    private static string Transposed(Tensor tensor, GivenAnswer answer)
    {
        bool transposed = tensor.Shape.Length == 2 && answer.ArrayLengths.SequenceEqual([tensor.Shape[1], tensor.Shape[0]]);
        return transposed ? " and this is its transpose (a row holds what belongs to one unit)" : "";
    }
}
