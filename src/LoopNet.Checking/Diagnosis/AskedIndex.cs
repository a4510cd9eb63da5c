using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Finds, as the calculation comes along a tensor, which of its numbers are asked for.</summary>
internal sealed class AskedIndex
{
    private readonly Dictionary<int, List<(int Number, int Row, int Column)>?[]> _steps = [];

    private AskedIndex()
    {
    }

    /// <summary>The last step with a number that is asked for; at least 1.</summary>
    public int LastStep { get; private set; } = 1;

    /// <summary>The index of the numbers, each in its own place.</summary>
    public static AskedIndex Of(IReadOnlyList<AskedNumber> asked, Calculation calculation)
    {
        AskedIndex index = new();
        for (int number = 0; number < asked.Count; number++)
        {
            index.Add(number, asked[number].Name, asked[number].Tensor, calculation);
        }

        return index;
    }

    /// <summary>The index of the numbers that stand one step or sample away; those that do not exist are left out.</summary>
    public static AskedIndex Of(IReadOnlyList<AskedNumber> asked, Calculation calculation, Shift shift)
    {
        AskedIndex index = new();
        for (int number = 0; number < asked.Count; number++)
        {
            if (shift.Of(asked[number].Name) is NumberName name && calculation.Tensors(name.Step).Find(name.Symbol, name.Sample) is Tensor tensor)
            {
                index.Add(number, name, tensor, calculation);
            }
        }

        return index;
    }

    /// <summary>Whether a step has numbers that are asked for.</summary>
    public bool Has(int step) => _steps.ContainsKey(step);

    /// <summary>The numbers of a tensor that are asked for, with their places.</summary>
    public IReadOnlyList<(int Number, int Row, int Column)> Of(int step, Tensor tensor)
    {
        return _steps.TryGetValue(step, out List<(int, int, int)>?[]? tensors) ? tensors[tensor.Order] ?? [] : [];
    }

    private void Add(int number, NumberName name, Tensor tensor, Calculation calculation)
    {
        LastStep = Math.Max(LastStep, name.Step);
        if (!_steps.TryGetValue(name.Step, out List<(int, int, int)>?[]? tensors))
        {
            tensors = new List<(int, int, int)>?[calculation.Tensors(name.Step).InOrder.Count];
            _steps.Add(name.Step, tensors);
        }

        List<(int, int, int)> numbers = tensors[tensor.Order] ??= [];
        numbers.Add((number, tensor.Row(name.Index), Tensor.Column(name.Index)));
    }
}
