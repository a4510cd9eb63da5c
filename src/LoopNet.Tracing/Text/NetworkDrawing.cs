using System.Text;

namespace LoopNet.Tracing;

/// <summary>A small network in ASCII: a column for each layer, and between two layers one wire that stands for all their weights.</summary>
internal sealed class NetworkDrawing
{
    private const int MostUnits = 4;
    private const int Width = 80;
    private const string Margin = "    ";

    private readonly Network _network;
    private readonly int[] _sizes;
    private readonly int _middle;

    private NetworkDrawing(Network network)
    {
        _network = network;
        _sizes = network.Sizes();

        // Units stand on every second line, each layer centred about the middle one.
        _middle = _sizes.Max() - 1;
    }

    /// <summary>The lines of the drawing; none where the network is too large for it.</summary>
    public static IReadOnlyList<string> Of(Network network)
    {
        NetworkDrawing drawing = new(network);
        string[] lines = [drawing.Activations(), .. Enumerable.Range(0, (2 * drawing._middle) + 1).Select(line => drawing.Line(line))];
        return drawing._middle < MostUnits && lines.All(line => line.Length <= Width) ? lines : [];
    }

    // What the outputs go into.
    private string End => (_network.HasLoss, _network.Loss.TakesTarget) switch
    {
        (true, true) => "--> L <-- y",
        (true, false) => "--> L",
        _ => "-->",
    };

    private string Activations()
    {
        StringBuilder text = new();
        for (int l = 1; l < _sizes.Length; l++)
        {
            int column = Line(_middle, l).Length + "+-- ".Length;
            text.Append(' ', column - text.Length).Append(_network.Layers[l - 1].Activation.DisplayName);
        }

        return text.ToString();
    }

    private string Line(int line) => Line(line, _sizes.Length).TrimEnd();

    // The line up to the units of a layer.
    private string Line(int line, int layers)
    {
        StringBuilder text = new(Margin);
        for (int l = 0; l < layers; l++)
        {
            string unit = Invariant($"{Names.Output(l)}[{(line - _middle + _sizes[l] - 1) / 2}]");
            string cell = IsUnit(line, l) ? $"-- {unit} --" : new string(' ', unit.Length + 6);
            string wire = l == _sizes.Length - 1 ? End : Invariant($"--W{l + 1}--");
            text.Append(l == 0 ? cell[3..] : $"{Bar(line, l)}{cell}");
            text.Append(Bar(line, l)).Append(line == _middle ? wire : new string(' ', wire.Length));
        }

        return text.ToString();
    }

    private bool IsUnit(int line, int l)
    {
        int distance = Math.Abs(line - _middle);
        return distance < _sizes[l] && (_sizes[l] - 1 - distance) % 2 == 0;
    }

    private char Bar(int line, int l)
    {
        bool joins = IsUnit(line, l) || line == _middle;
        return Math.Abs(line - _middle) >= _sizes[l] ? ' ' : joins ? '+' : '|';
    }
}
