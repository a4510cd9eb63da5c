using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Finds, as the calculation comes along a tensor, which of its numbers are asked for.</summary>
internal sealed class AskedIndex
{
    private readonly Dictionary<int, Dictionary<TensorSlot, List<(int Number, int Row, int Column)>>> _steps = [];

    private AskedIndex()
    {
    }

    /// <summary>The last step with a number that is asked for; at least 1.</summary>
    public int LastStep { get; private set; } = 1;

    /// <summary>Whether a step has numbers that are asked for.</summary>
    public bool Has(int step) => _steps.ContainsKey(step);

    /// <summary>The numbers of a tensor that are asked for, with their places.</summary>
    public IReadOnlyList<(int Number, int Row, int Column)> Of(int step, TensorSlot slot)
    {
        return _steps.TryGetValue(step, out Dictionary<TensorSlot, List<(int, int, int)>>? slots) && slots.TryGetValue(slot, out List<(int, int, int)>? numbers) ? numbers : [];
    }

    /// <summary>The index of the numbers, each in its own place.</summary>
    public static AskedIndex Of(IReadOnlyList<AskedNumber> asked)
    {
        AskedIndex index = new();
        for (int number = 0; number < asked.Count; number++)
        {
            index.Add(number, asked[number].Name.Step, asked[number].Tensor, asked[number].Element);
        }

        return index;
    }

    /// <summary>The index of the numbers that stand one step or sample away; those that do not exist are left out.</summary>
    public static AskedIndex Of(IReadOnlyList<AskedNumber> asked, Shift shift, Example example)
    {
        AskedIndex index = new();
        int updates = Batch.CountPerPass(example.Samples.Count, example.BatchSize);
        Dictionary<int, StepLayout> layouts = [];
        for (int number = 0; number < asked.Count; number++)
        {
            if (shift.Of(asked[number].Name) is not NumberName name)
            {
                continue;
            }

            int samples = Batch.Of(example.Samples, null, example.BatchSize, (name.Step - 1) % updates).Count;
            if (!layouts.TryGetValue(samples, out StepLayout? layout))
            {
                layout = StepLayout.Of(example, samples);
                layouts.Add(samples, layout);
            }

            if (layout.Find(name.Symbol, name.Sample) is TensorPlace tensor)
            {
                index.Add(number, name.Step, tensor, asked[number].Element);
            }
        }

        return index;
    }

    private void Add(int number, int step, TensorPlace tensor, int element)
    {
        LastStep = Math.Max(LastStep, step);
        if (!_steps.TryGetValue(step, out Dictionary<TensorSlot, List<(int, int, int)>>? slots))
        {
            slots = [];
            _steps.Add(step, slots);
        }

        if (!slots.TryGetValue(tensor.Slot, out List<(int, int, int)>? numbers))
        {
            numbers = [];
            slots.Add(tensor.Slot, numbers);
        }

        numbers.Add((number, element / tensor.RowLength, element % tensor.RowLength));
    }
}
