namespace LoopNet;

/// <summary>Compares one tensor element by element and remembers the worst.</summary>
internal sealed class TensorComparison
{
    private readonly string _symbol;
    private string _element;
    private double _largestError = -1.0;
    private double _analytic;
    private double _numeric;
    private int _compared;
    private int _leftOut;

    /// <summary>Begins with no element compared.</summary>
    /// <param name="symbol">The tensor, for example <c>dL/dW1</c>.</param>
    public TensorComparison(string symbol)
    {
        _symbol = symbol;
        _element = symbol;
    }

    /// <summary>Compares one element.</summary>
    /// <param name="element">Its name, for example <c>dL/dW1[0,1]</c>.</param>
    /// <param name="analytic">Its value by the equations.</param>
    /// <param name="numeric">Its value by central differences; null where they cross a kink.</param>
    /// <param name="scale">The size of the quantity whose differences were taken.</param>
    public void Add(string element, double analytic, double? numeric, double scale)
    {
        if (numeric is null)
        {
            _leftOut++;
            return;
        }

        double error = GradientCheck.RelativeError(analytic, numeric.Value, scale);
        _compared++;

        // An error that is not a number is the worst there is.
        if (!(error <= _largestError))
        {
            _largestError = double.IsNaN(error) ? double.PositiveInfinity : error;
            _element = element;
            _analytic = analytic;
            _numeric = numeric.Value;
        }
    }

    /// <summary>What was found.</summary>
    public TensorCheck Result() => new(_symbol, Math.Max(_largestError, 0.0), _element, _analytic, _numeric, _compared, _leftOut);
}
