using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>The formula of every number of a step, over the cells that it reads.</summary>
/// <param name="places">Where the numbers of this step and of those before it stand.</param>
/// <param name="sheet">The sheet of the step.</param>
/// <param name="step">The step.</param>
internal sealed class StepFormulas(CellPlaces places, WorkbookSheet sheet, StepTrace step)
{
    /// <summary>The name of the learning rate.</summary>
    public const string Rate = "eta";

    // So many products can be read in a cell; where there are more, SUMPRODUCT says the same.
    private const int MostProducts = 16;

    private readonly TraceHeader _header = step.Header;
    private readonly int _last = step.Header.Last;
    private readonly int[] _sizes = step.Header.Network.Sizes();

    /// <summary>The names of the helpers of a softmax layer.</summary>
    public static (string Largest, string Exponentials, string Sum) SoftmaxHelpers(int l) => (Invariant($"max z{l}"), Invariant($"exp(z{l} - max z{l})"), Invariant($"sum exp(z{l} - max z{l})"));

    /// <summary>The name of the helper that tells whether the loss is saturated.</summary>
    public const string Saturated = "saturated";

    /// <summary>The name of the slope of a layer of leaky ReLU.</summary>
    public static string Slope(int l) => Invariant($"slope_{l}");

    /// <summary>Whether the loss can saturate.</summary>
    public bool MaySaturate => SaturationFormulas.IsPossible(_header.Loss, _header.Activation(_last));

    /// <summary>The formula of a number that is computed; without the sign = before it.</summary>
    /// <param name="tensor">Its tensor, which has an equation.</param>
    /// <param name="index">Its index.</param>
    public string Of(Tensor tensor, int[] index)
    {
        int l = tensor.Layer;
        int? s = tensor.Sample;
        return tensor.Kind switch
        {
            TensorKind.z => WeightedSum(l, s, index[0]),
            TensorKind.a => Output(l, s, index[0]),
            TensorKind.L => Loss(s),
            TensorKind.dL_da when l == _last => LossGradient(s, index[0]),
            TensorKind.dL_da => Sum(Size(l + 1), i => $"{Cell(null, Invariant($"W{l + 1}"), i, index[0])}*{Cell(s, Invariant($"dL/dz{l + 1}"), i)}"),
            TensorKind.da_dz => Jacobian(l, s, index[0], index[1]),
            TensorKind.dL_dz => WeightedSumGradient(tensor, index[0]),
            TensorKind.dz_dW => index[0] == index[1] ? Cell(s, Names.Output(l - 1), index[2]) : "0",
            TensorKind.dL_dW => $"{Cell(s, Invariant($"dL/dz{l}"), index[0])}*{Cell(s, Names.Output(l - 1), index[1])}",
            TensorKind.dL_db => Cell(s, Invariant($"dL/dz{l}"), index[0]),
            TensorKind.dz_da => Cell(null, Invariant($"W{l}"), index),
            TensorKind.batch_L => OverBatch("L", index),
            TensorKind.batch_dL_dW => OverBatch(Invariant($"dL/dW{l}"), index),
            TensorKind.batch_dL_db => OverBatch(Invariant($"dL/db{l}"), index),
            TensorKind.W_new => Updated(Invariant($"W{l}"), moves: true, index),
            _ => Updated(Invariant($"b{l}"), _header.Rule.UpdateBiases, index),
        };
    }

    /// <summary>Cells of a vector of this step.</summary>
    public string[] Vector(int? s, string symbol, int count) => [.. Enumerable.Range(0, count).Select(i => Cell(s, symbol, i))];

    private string Cell(int? s, string symbol, params int[] index) => places.Of(sheet, step.Number, s, symbol, index);

    private int Size(int l) => _sizes[l];

    private string WeightedSum(int l, int? s, int i)
    {
        string W = Invariant($"W{l}");
        string before = Names.Output(l - 1);
        int n = Size(l - 1);
        string bias = _header.Network.Layers[l - 1].b is null ? "" : $"+{Cell(null, Invariant($"b{l}"), i)}";

        // In the other layout the weights of a unit stand in a column, which SUMPRODUCT does not take with a row.
        bool isRow = places.IsRow(step.Number, W);
        return n > MostProducts && isRow
            ? $"SUMPRODUCT({Cell(null, W, i, 0)}:{Cell(null, W, i, n - 1)},{Cell(s, before, 0)}:{Cell(s, before, n - 1)}){bias}"
            : $"{Sum(n, k => $"{Cell(null, W, i, k)}*{Cell(s, before, k)}")}{bias}";
    }

    private string Output(int l, int? s, int i)
    {
        Activation activation = _header.Activation(l);
        if (activation is Softmax)
        {
            (_, string exponentials, string sum) = SoftmaxHelpers(l);
            return SoftmaxFormulas.Value(Cell(s, exponentials, i), Cell(s, sum, 0));
        }

        return ActivationFormulas.Value(activation, Cell(s, Invariant($"z{l}"), i), Slope(l));
    }

    private string Jacobian(int l, int? s, int i, int j)
    {
        Activation activation = _header.Activation(l);
        string a = Invariant($"a{l}");
        if (activation is Softmax)
        {
            return SoftmaxFormulas.Derivative(Vector(s, a, Size(l)), i, j);
        }

        return i == j ? ActivationFormulas.Derivative(activation, Cell(s, Invariant($"z{l}"), i), Cell(s, a, i), Slope(l)) : "0";
    }

    private string Loss(int? s)
    {
        string[] a = Vector(s, Invariant($"a{_last}"), Size(_last));
        string[] y = Targets(s);
        string value = LossFormulas.Value(_header.Loss, a, y);
        if (!MaySaturate)
        {
            return value;
        }

        bool isSoftmax = _header.Activation(_last) is Softmax;
        (string largest, _, string sum) = SoftmaxHelpers(_last);
        string[] z = Vector(s, Invariant($"z{_last}"), Size(_last));
        string saturated = SaturationFormulas.Value(_header.Loss, z, y, isSoftmax ? Cell(s, largest, 0) : null, isSoftmax ? Cell(s, sum, 0) : null);
        return $"IF({Cell(s, Saturated, 0)}=1,{saturated},{value})";
    }

    private string LossGradient(int? s, int i)
    {
        string y = _header.Loss.TakesTarget ? Cell(s, "y", i) : "";
        return LossFormulas.Gradient(_header.Loss, Cell(s, Invariant($"a{_last}"), i), y, Size(_last), number => MaySaturate ? SaturationFormulas.Divisor(number) : number);
    }

    private string WeightedSumGradient(Tensor tensor, int j)
    {
        int l = tensor.Layer;
        int? s = tensor.Sample;
        string difference = l == _last && _header.Network.HasLoss && _header.Loss.TakesTarget ? $"{Cell(s, Invariant($"a{l}"), j)}-{Cell(s, "y", j)}" : "";
        if (tensor.Equation == "B3s")
        {
            return difference;
        }

        // Off the diagonal of the other Jacobians there is nothing to add.
        string jacobian = Names.ActivationJacobian(l);
        string gradient = Invariant($"dL/da{l}");
        string chain = _header.Activation(l) is Softmax
            ? Sum(Size(l), i => $"{Cell(s, jacobian, i, j)}*{Cell(s, gradient, i)}")
            : $"{Cell(s, jacobian, j, j)}*{Cell(s, gradient, j)}";
        return l == _last && MaySaturate ? $"IF({Cell(s, Saturated, 0)}=1,{difference},{chain})" : chain;
    }

    private string[] Targets(int? s) => _header.Loss.TakesTarget ? Vector(s, "y", Size(_last)) : [];

    private string OverBatch(string symbol, int[] index)
    {
        string sum = Sum(step.Numbers.Count, s => Cell(s, symbol, index));
        return _header.Rule.Reduction == Reduction.Mean ? Invariant($"({sum})/{step.Numbers.Count}") : sum;
    }

    private string Updated(string parameter, bool moves, int[] index)
    {
        string old = Cell(null, parameter, index);
        if (!moves)
        {
            return old;
        }

        bool isBatch = step.Numbers.Count > 1;
        string gradient = isBatch ? Cell(null, Names.BatchGradient(_header.Rule.Reduction, parameter), index) : Cell(0, Names.Gradient(parameter), index);
        return $"{old}-{Rate}*{gradient}";
    }

    private static string Sum(int count, Func<int, string> term) => string.Join('+', Enumerable.Range(0, count).Select(term));
}
