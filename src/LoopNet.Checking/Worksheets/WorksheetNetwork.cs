using System.Globalization;
using System.Text;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The network of a worksheet as a drawing (SVG): a column for each layer, a circle for each unit, and a line for each weight.</summary>
internal sealed class WorksheetNetwork
{
    private const int MostUnits = 8;
    private const int MostNamed = 16;
    private const int MostLetters = 6;
    private const double Radius = 23.0;
    private const double UnitHeight = 72.0;
    private const double LayerWidth = 165.0;
    private const double Head = 34.0;
    private const double Left = 60.0;
    private const double PlaceOfName = 0.3;

    private readonly Worksheet _worksheet;
    private readonly Network _network;
    private readonly int[] _sizes;
    private readonly StringBuilder _text = new();
    private readonly double _height;

    private WorksheetNetwork(Worksheet worksheet)
    {
        _worksheet = worksheet;
        _network = worksheet.Header.Network;
        _sizes = _network.Sizes();
        _height = _sizes.Max(Places) * UnitHeight;
    }

    /// <summary>The drawing; of a layer of many units, the first ones and the last one are drawn.</summary>
    public static string Drawing(Worksheet worksheet) => new WorksheetNetwork(worksheet).Draw();

    private static int Places(int units) => Math.Min(units, MostUnits);

    private string Draw()
    {
        double width = (2.0 * Left) + ((_sizes.Length - 1) * LayerWidth) + (_network.HasLoss ? LayerWidth / 2.0 : 0.0);
        string described = WorksheetHtml.Escaped($"The network: {string.Join(", ", _sizes)} units from left to right, {_worksheet.Header.Activations}.");
        _text.Append($"<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 {Number(width)} {Number(Head + _height)}\" width=\"{Number(width)}\" height=\"{Number(Head + _height)}\">\n<title>{described}</title>\n");
        for (int l = 1; l < _sizes.Length; l++)
        {
            DrawWeights(l);
        }

        if (_network.HasLoss)
        {
            DrawLoss();
        }

        for (int l = 0; l < _sizes.Length; l++)
        {
            DrawUnits(l);
        }

        return _text.Append("</svg>\n").ToString();
    }

    private void DrawWeights(int l)
    {
        bool hasNames = _sizes[l] * _sizes[l - 1] <= MostNamed;
        StringBuilder names = new();
        foreach (int i in Drawn(_sizes[l]))
        {
            foreach (int k in Drawn(_sizes[l - 1]))
            {
                (double x1, double y1) = (X(l - 1), Y(l - 1, k));
                (double x2, double y2) = (X(l), Y(l, i));
                Line(x1, y1, x2, y2);
                if (hasNames)
                {
                    // Names stand nearer to the unit that they lead from, lines that cross being apart there.
                    string name = _worksheet.Names.Of(NumberName.Of(1, null, Invariant($"W{l}"), i, k));
                    double start = Radius / (x2 - x1);
                    double t = start + ((1.0 - (2.0 * start)) * PlaceOfName);
                    names.Append(Text(x1 + ((x2 - x1) * t), y1 + ((y2 - y1) * t) + 3.0, name, "small"));
                }
            }
        }

        _text.Append(names);
    }

    private void DrawUnits(int l)
    {
        string kind = l == 0 ? "input" : _network.Layers[l - 1].Activation.Name;
        _text.Append(Text(X(l), 16.0, kind, "layer"));
        foreach (int i in Drawn(_sizes[l]))
        {
            _text.Append($"<circle class=\"unit\" cx=\"{Number(X(l))}\" cy=\"{Number(Y(l, i))}\" r=\"{Number(Radius)}\"/>\n");
            _text.Append(Text(X(l), Y(l, i) + 4.0, _worksheet.Names.Of(NumberName.Of(1, 0, Names.Output(l), i)), null));
            if (l > 0 && _network.Layers[l - 1].b is not null)
            {
                string bias = _worksheet.Names.Of(NumberName.Of(1, null, Invariant($"b{l}"), i));
                _text.Append(Text(X(l), Y(l, i) + Radius + 10.0, $"+ {bias}", "small"));
            }
        }

        if (_sizes[l] > MostUnits)
        {
            _text.Append(Text(X(l), Y(l, MostUnits - 2) + 4.0, Invariant($"... {_sizes[l]} units"), null));
        }
    }

    private void DrawLoss()
    {
        int last = _sizes.Length - 1;
        double x = X(last) + (LayerWidth / 1.6);
        double y = Head + (_height / 2.0);
        foreach (int i in Drawn(_sizes[last]))
        {
            Line(X(last), Y(last, i), x, y);
        }

        _text.Append($"<circle class=\"unit\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(Radius)}\"/>\n");
        _text.Append(Text(x, y + 4.0, _worksheet.Names.Of(NumberName.Of(1, 0, "L")), null));
        _text.Append(Text(x, 16.0, "loss", "layer"));
    }

    // Of more units than there is room for, one place is left to dots.
    private static IEnumerable<int> Drawn(int units) => units <= MostUnits ? Enumerable.Range(0, units) : [.. Enumerable.Range(0, MostUnits - 2), units - 1];

    private static double X(int l) => Left + (l * LayerWidth);

    private double Y(int l, int i)
    {
        int place = _sizes[l] > MostUnits && i == _sizes[l] - 1 ? MostUnits - 1 : i;
        return Head + (_height / 2.0) + ((place - ((Places(_sizes[l]) - 1) / 2.0)) * UnitHeight) - 6.0;
    }

    private void Line(double x1, double y1, double x2, double y2)
    {
        _text.Append($"<line class=\"edge\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>\n");
    }

    // A long name is set narrower, so that it stays in its circle.
    private static string Text(double x, double y, string text, string? style)
    {
        string named = style is null ? "" : $" class=\"{style}\"";
        string squeezed = style is null && text.Length > MostLetters ? $" textLength=\"{Number((2.0 * Radius) - 6.0)}\" lengthAdjust=\"spacingAndGlyphs\"" : "";
        return $"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{named}{squeezed}>{WorksheetHtml.Escaped(text)}</text>\n";
    }

    private static string Number(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
