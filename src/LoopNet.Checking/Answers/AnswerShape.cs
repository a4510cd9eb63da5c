using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Fits the arrays in which an answer stands to what its name stands for.</summary>
/// <param name="symbol">The name, without index.</param>
/// <param name="view">What it stands for, under the index that the name itself has.</param>
/// <param name="answer">The answer.</param>
internal sealed class AnswerShape(string symbol, NumberView view, GivenAnswer answer)
{
    private readonly int[] _shape = [.. view.FullShape];
    private readonly IReadOnlyList<int> _lengths = answer.ArrayLengths;

    /// <summary>The index of the answer in what is left when the name's own index is given.</summary>
    /// <param name="index">The name's own index, and the places in its arrays behind it.</param>
    /// <exception cref="CheckException">The arrays do not fit.</exception>
    public int[] Place(int[] index)
    {
        int own = index.Length - _lengths.Count;
        CheckOwnIndex(index[..own], index.Length);
        return Fitted(index[own..]) ?? throw Refuse(index);
    }

    // Dimensions of a single place do not matter: a vector may be a row, a column, or of one number that number; and of a Jacobian
    // with nothing off its diagonal, the diagonal will do.
    private int[]? Fitted(int[] places)
    {
        int[] shape = [.. view.Shape];
        if (_lengths.SequenceEqual(shape))
        {
            return places;
        }

        bool isDiagonal = view.Tensor.Kind == TensorKind.da_dz && view.IsWholeTensor && _lengths.Count == 1 && shape.Length == 2 && _lengths[0] == shape[0];
        if (isDiagonal)
        {
            return [places[0], places[0]];
        }

        int[] several = [.. places.Where((_, d) => _lengths[d] != 1)];
        if (!_lengths.Where(length => length != 1).SequenceEqual(shape.Where(size => size != 1)))
        {
            // A null in place of an array leaves all of it blank.
            bool isBlank = answer.Literal is null && _lengths.SequenceEqual(shape.Take(_lengths.Count));
            return isBlank ? places : null;
        }

        int next = 0;
        return [.. shape.Select(size => size == 1 ? 0 : several[next++])];
    }

    private void CheckOwnIndex(int[] index, int all)
    {
        if (index.Length > _shape.Length)
        {
            throw new CheckException($"{answer.Place}: found {(all > index.Length ? "an array" : "an index")} too many; expected {symbol} to be {Written(_shape)}");
        }

        for (int d = 0; d < index.Length; d++)
        {
            if (index[d] >= _shape[d])
            {
                string element = Names.Element(symbol, index);
                throw new CheckException(Invariant($"{answer.Place}: found {element}, but {symbol} is {Written(_shape)}; indexes start at 0, so expected 0 to {_shape[d] - 1} in place of {index[d]}"));
            }
        }
    }

    private CheckException Refuse(int[] index)
    {
        int rank = _shape.Length;
        string shape = Written(_shape);
        if (index.Length > rank)
        {
            return new CheckException($"{answer.Place}: found {(_lengths.Count > 0 ? "an array" : "an index")} too many; expected {symbol} to be {shape}");
        }

        if (index.Length < rank)
        {
            return new CheckException($"{answer.Place}: found a single number; expected {shape} for {symbol}, or an element such as {Names.Element(symbol, new int[rank])}");
        }

        int outside = rank - _lengths.Count;
        int wrong = Enumerable.Range(0, _lengths.Count).First(d => _lengths[d] != _shape[outside + d]);
        return new CheckException(
            Invariant($"{answer.Place}: found it in an array of {_lengths[wrong]}; expected {_shape[outside + wrong]}, since {symbol} is {shape}{Transposed()}; null is a blank"));
    }

    private string Transposed()
    {
        bool transposed = _shape.Length == 2 && _lengths.SequenceEqual([_shape[1], _shape[0]]);
        return transposed ? " and this is its transpose (a row holds what belongs to one unit; a notation with the layout input-unit writes it so)" : "";
    }

    private static string Written(int[] shape) => shape.Length == 0 ? "a single number" : $"{string.Join(" x ", shape)}{(shape.Length == 1 ? " numbers" : "")}";
}
