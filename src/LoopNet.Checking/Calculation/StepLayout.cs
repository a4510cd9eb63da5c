using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>One tensor of a step, with its name and shape.</summary>
/// <param name="Symbol">The name, for example <c>dL/dW1</c>.</param>
/// <param name="Slot">Where its numbers stand on a <see cref="Sheet"/>.</param>
/// <param name="Equation">The id of its equation; null for what is given.</param>
/// <param name="Shape">The sizes of its dimensions; none for a single number.</param>
/// <param name="Order">Its place in the order of computation of its step, from 0.</param>
public sealed record TensorPlace(string Symbol, TensorSlot Slot, string? Equation, int[] Shape, int Order)
{
    /// <summary>The sample, from 0 within its step; null for what belongs to the whole step.</summary>
    public int? Sample => Slot.Sample < 0 ? null : Slot.Sample;

    /// <summary>The length of a row of <see cref="Sheet.Rows"/>.</summary>
    public int RowLength => Shape.Length switch
    {
        0 => 1,
        1 => Shape[0],
        2 => Shape[1],
        _ => Shape[1] * Shape[2],
    };
}

/// <summary>The tensors of a step of an example, in the order in which they are computed: the order of a trace.</summary>
public sealed class StepLayout
{
    private readonly Dictionary<(int? Sample, string Symbol), TensorPlace> _bySymbol = [];
    private readonly List<TensorPlace> _places = [];

    private StepLayout(Example example, int samples)
    {
        int last = example.Network.Layers.Length;
        int[] n = example.Network.Sizes();
        for (int l = 1; l <= last; l++)
        {
            Add($"W{l}", TensorKind.W, -1, l, null, n[l], n[l - 1]);
            AddBiases($"b{l}", TensorKind.b, -1, l, null, example);
        }

        for (int s = 0; s < samples; s++)
        {
            AddSample(example, s, last, n);
        }

        string reduction = example.Rule.Reduction == Reduction.Mean ? "mean" : "sum";
        for (int l = 1; l <= last && samples > 1; l++)
        {
            Add(Names.BatchGradient(reduction, $"W{l}"), TensorKind.batch_dL_dW, -1, l, "M1", n[l], n[l - 1]);
            if (example.Rule.UpdateBiases)
            {
                AddBiases(Names.BatchGradient(reduction, $"b{l}"), TensorKind.batch_dL_db, -1, l, "M2", example);
            }
        }

        for (int l = 1; l <= last; l++)
        {
            Add($"W{l}'", TensorKind.W_new, -1, l, "U1", n[l], n[l - 1]);
            AddBiases($"b{l}'", TensorKind.b_new, -1, l, "U2", example);
        }
    }

    /// <summary>The tensors, in order.</summary>
    public IReadOnlyList<TensorPlace> Places => _places;

    /// <summary>The layout of a step.</summary>
    /// <param name="example">The example.</param>
    /// <param name="samples">How many samples the step has.</param>
    public static StepLayout Of(Example example, int samples)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new StepLayout(example, samples);
    }

    /// <summary>The tensor of a name; null where the step has none.</summary>
    /// <param name="symbol">The name, for example <c>dL/dW1</c>.</param>
    /// <param name="sample">The sample; null for what belongs to the whole step.</param>
    public TensorPlace? Find(string symbol, int? sample) => _bySymbol.GetValueOrDefault((sample, symbol));

    private void AddSample(Example example, int s, int last, int[] n)
    {
        bool shortcut = example.Rule.OutputGradient == OutputGradient.Shortcut;
        Add("x", TensorKind.a, s, 0, null, n[0]);
        for (int l = 1; l <= last; l++)
        {
            Add($"z{l}", TensorKind.z, s, l, "F1", n[l]);
            Add($"a{l}", TensorKind.a, s, l, "F2", n[l]);
        }

        Add("y", TensorKind.y, s, last, null, n[last]);
        Add("L", TensorKind.L, s, last, "F3");
        if (!shortcut)
        {
            Add(Names.Gradient($"a{last}"), TensorKind.dL_da, s, last, "B1", n[last]);
        }

        for (int l = last; l >= 1; l--)
        {
            bool chain = l < last || !shortcut;
            if (chain)
            {
                Add(Names.ActivationJacobian(l), TensorKind.da_dz, s, l, "B2", n[l], n[l]);
            }

            Add(Names.Gradient($"z{l}"), TensorKind.dL_dz, s, l, chain ? "B3" : "B3s", n[l]);
            Add(Names.WeightJacobian(l), TensorKind.dz_dW, s, l, "B4", n[l], n[l], n[l - 1]);
            Add(Names.Gradient($"W{l}"), TensorKind.dL_dW, s, l, "B5", n[l], n[l - 1]);
            AddBiases(Names.Gradient($"b{l}"), TensorKind.dL_db, s, l, "B6", example);
            Add(Names.InputJacobian(l), TensorKind.dz_da, s, l, "B7", n[l], n[l - 1]);
            Add(Names.Gradient(Names.Output(l - 1)), TensorKind.dL_da, s, l - 1, "B7", n[l - 1]);
        }
    }

    private void AddBiases(string symbol, TensorKind kind, int s, int l, string? equation, Example example)
    {
        if (example.Network.Layers[l - 1].b is not null)
        {
            Add(symbol, kind, s, l, equation, example.Network.Layers[l - 1].Size);
        }
    }

    private void Add(string symbol, TensorKind kind, int s, int l, string? equation, params int[] shape)
    {
        TensorPlace place = new(symbol, new TensorSlot(kind, s, l), equation, shape, _places.Count);
        _places.Add(place);
        _bySymbol.Add((place.Sample, symbol), place);
    }
}
