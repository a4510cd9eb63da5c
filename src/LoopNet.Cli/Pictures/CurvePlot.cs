using System.Text;

namespace LoopNet.Cli;

/// <summary>Curves over the epochs on one pair of axes; each is named where it ends.</summary>
/// <remarks>
/// All places are parts of the area between the axes, and all sizes are parts of the size of the type: the same drawing fills a rectangle
/// of any size, in a picture for print as in the window of a browser. What is written beside the area needs room around it.
/// </remarks>
/// <param name="Name">What the curves show, for example <c>loss</c>.</param>
/// <param name="Title">What the vertical axis measures, and how.</param>
/// <param name="Ticks">The marks of the vertical axis: where each is, from 0 to 1, and what is written there.</param>
/// <param name="Epochs">The horizontal axis.</param>
/// <param name="Places">Where the points of each curve are on it, from 0 to 1.</param>
/// <param name="Curves">The curves.</param>
internal sealed record CurvePlot(
    string Name, string Title, (double Fraction, string Label)[] Ticks, EpochAxis Epochs, double[] Places, Curve[] Curves)
{
    /// <summary>The CSS: a solid and a dashed line, with full and with hollow marks, so that they differ without their colours too.</summary>
    public const string Style = """
        .line { fill: none; stroke-width: 0.16em; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
        .line.test { stroke-dasharray: 0.5em 0.3em; }
        .mark { stroke-width: 0.14em; }
        .leader { stroke-width: 0.06em; }
        .mark.test { fill: #ffffff; }
        .line.training, .mark.training, .leader.training { stroke: #0067b1; }
        .mark.training, .label.training { fill: #0067b1; }
        .line.test, .mark.test, .leader.test { stroke: #c05f00; }
        .label.test { fill: #9a4f00; }
        @media (prefers-color-scheme: dark) {
        .mark.test { fill: #16181d; }
        .line.training, .mark.training, .leader.training { stroke: #6cb6ff; }
        .mark.training, .label.training { fill: #6cb6ff; }
        .line.test, .mark.test, .leader.test { stroke: #ffb454; }
        .label.test { fill: #ffb454; }
        }

        """;

    // More marks than these would hide the line; then its end has the only one.
    private const int MostMarks = 30;

    // So many characters fit below the narrowest plot.
    private const int MostNarrow = 22;

    /// <summary>Whether what is written at the ends of the lines needs more room than its names do, for example <c>4.00 × 10⁻⁷</c>.</summary>
    public bool HasLongValues => Curves.Any(curve => curve.Last.Length > "100.00 %".Length);

    /// <summary>What there is to be seen, for those who do not see it.</summary>
    public string Description => string.Join(' ', Curves.Select(Course));

    /// <summary>Draws the plot into the area that the writer is in.</summary>
    /// <param name="svg">The writer.</param>
    /// <param name="width">The width of the area. Where it is not known, any number: the lines are stretched from it.</param>
    /// <param name="height">The height of the area, in the same way.</param>
    public void Draw(SvgWriter svg, double width, double height)
    {
        DrawAxes(svg);
        svg.BeginStretched(width, height);
        foreach (Curve curve in Curves)
        {
            DrawLine(svg, curve, width, height);
        }

        svg.EndGroup();
        foreach (Curve curve in Curves)
        {
            DrawMarks(svg, curve);
        }

        foreach ((Curve curve, double distance) in Curves.Zip(EndLabels.Distances([.. Curves.Select(curve => curve.Heights[^1])])))
        {
            EndLabels.Draw(svg, curve, Places[^1], distance);
        }
    }

    private void DrawAxes(SvgWriter svg)
    {
        foreach ((double fraction, string label) in Ticks)
        {
            string y = SvgWriter.Percent(1.0 - fraction);
            svg.Shape("line", "grid", ("x1", "0%"), ("y1", y), ("x2", "100%"), ("y2", y));
            svg.Text(label, "tick value-tick end", ("x", "0%"), ("dx", "-0.5em"), ("y", y), ("dy", "0.35em"));
        }

        // Every second number is left out where room is short and the numbers are long.
        (double Fraction, string Label)[] epochs = [.. Epochs.Ticks()];
        bool areLong = epochs.Sum(tick => tick.Label.Length + 1) > MostNarrow;
        for (int number = 0; number < epochs.Length; number++)
        {
            string x = SvgWriter.Percent(epochs[number].Fraction);
            svg.Shape("line", "grid", ("x1", x), ("y1", "0%"), ("x2", x), ("y2", "100%"));
            string second = areLong && number % 2 == 1 ? " second" : "";
            svg.Text(epochs[number].Label, $"tick epoch-tick middle{second}", ("x", x), ("y", "100%"), ("dy", "1.4em"));
        }

        svg.Shape("line", "frame", ("x1", "0%"), ("y1", "100%"), ("x2", "100%"), ("y2", "100%"));
        svg.Text(Title, "axis-title strong", ("x", "0%"), ("dx", "-2.2em"), ("y", "0%"), ("dy", "-1.1em"));
        svg.Text("epoch", "axis-title middle", ("x", "50%"), ("y", "100%"), ("dy", "2.7em"));
    }

    private void DrawLine(SvgWriter svg, Curve curve, double width, double height)
    {
        StringBuilder line = new();
        foreach (int index in CurveThinning.Indexes(curve.Heights))
        {
            string place = $"{SvgWriter.Number(Places[index] * width)} {SvgWriter.Number((1.0 - curve.Heights[index]) * height)}";
            line.Append(line.Length == 0 ? 'M' : 'L').Append(place);
        }

        svg.Path(line.ToString(), $"line {curve.Name}");
    }

    private void DrawMarks(SvgWriter svg, Curve curve)
    {
        int first = Places.Length <= MostMarks ? 0 : Places.Length - 1;
        for (int index = first; index < Places.Length; index++)
        {
            string x = SvgWriter.Percent(Places[index]);
            svg.Shape("circle", $"mark {curve.Name}", ("cx", x), ("cy", SvgWriter.Percent(1.0 - curve.Heights[index])), ("r", "0.24em"));
        }
    }

    private string Course(Curve curve)
    {
        string start = Invariant($"{curve.Name} {Name} {curve.First} at epoch {Epochs.First}");
        string course = Epochs.First == Epochs.Last ? start : Invariant($"{start}, {curve.Last} at epoch {Epochs.Last}");
        return $"{char.ToUpperInvariant(course[0])}{course[1..]}.";
    }
}
