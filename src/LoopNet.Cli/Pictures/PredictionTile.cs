using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>One digit of <see cref="PredictionSheet"/>: what it is, what the network says, and how sure it is.</summary>
/// <remarks>A wrong answer has a thick frame, a cross and the word; a right one a thin frame and a tick.</remarks>
internal static class PredictionTile
{
    /// <summary>The width of a tile.</summary>
    public const double Width = 248.0;

    /// <summary>The height of a tile.</summary>
    public const double Height = 140.0;

    /// <summary>The CSS of the tiles.</summary>
    public const string Style = PixelImage.DigitStyle + """
        .tile-frame { fill: none; stroke: #d8dde3; stroke-width: 1; }
        .wrong .tile-frame { stroke: #b2182b; stroke-width: 3; }
        .sign { fill: none; stroke: #57606a; stroke-width: 2; }
        .wrong .sign { stroke: #b2182b; stroke-width: 3; }
        .wrong .verdict { fill: #b2182b; font-weight: 700; }
        .right .verdict { fill: #57606a; }
        .bar { fill: #8fa3b8; }
        .bar.largest { fill: #0067b1; }
        .base { stroke: #6e7781; stroke-width: 1; }
        .target-box { fill: none; stroke: #1f2328; stroke-width: 1.5; }
        @media (prefers-color-scheme: dark) {
        .tile-frame { stroke: #343a43; }
        .wrong .tile-frame, .wrong .sign { stroke: #f2555a; }
        .sign { stroke: #a9b1bb; }
        .wrong .verdict { fill: #ff7a7d; }
        .right .verdict { fill: #a9b1bb; }
        .bar { fill: #66788c; }
        .bar.largest { fill: #6cb6ff; }
        .base { stroke: #8b949e; }
        .target-box { stroke: #e6e8eb; }
        }

        """;

    private const double DigitScale = 3.0;
    private const double DigitTop = 46.0;
    private const double BarsLeft = 112.0;
    private const double BarPitch = 12.6;
    private const double BarWidth = 9.6;
    private const double BarHeight = 54.0;
    private const double BarBase = 108.0;

    private const string Cross = "M0 0l9 9m0 -9l-9 9";
    private const string Check = "M0 5l3.5 4l6 -9";

    /// <summary>Draws a tile, its upper left corner at (<paramref name="x"/>, <paramref name="y"/>); a bar of full height stands for an output of <paramref name="reach"/>.</summary>
    public static void Draw(SvgWriter svg, double x, double y, Prediction prediction, double reach)
    {
        string verdict = (prediction.Target, prediction.IsRight) switch
        {
            (null, _) => "",
            (_, true) => "right",
            (_, false) => "wrong",
        };
        string answer = prediction.Target is int target ? Invariant($"target {target}, predicted {prediction.Predicted}") : Invariant($"predicted {prediction.Predicted}");
        string title = Invariant($"digit {prediction.Index}: {answer}{(verdict.Length == 0 ? "" : $", {verdict}")}");
        svg.BeginGroup(x, y, $"tile {verdict}".TrimEnd(), title);
        svg.Rectangle(0.0, 0.0, Width, Height, "tile-frame");
        svg.Text(12.0, 17.0, Invariant($"digit {prediction.Index:N0}"), "small soft");
        svg.Text(12.0, 34.0, answer, "answer strong");
        if (verdict.Length > 0)
        {
            svg.Text(Width - 27.0, 17.0, verdict, "verdict small end");
            svg.BeginGroup(Width - 21.0, 8.0, "mark");
            svg.Path(prediction.IsRight ? Check : Cross, "sign");
            svg.EndGroup();
        }

        svg.BeginGroup(12.0, DigitTop, "digit", Invariant($"the picture of digit {prediction.Index}"));
        svg.Rectangle(-0.5, -0.5, (DigitSet.Side * DigitScale) + 1.0, (DigitSet.Side * DigitScale) + 1.0, "digit-frame");
        PixelImage.Draw(svg, 0.0, 0.0, DigitScale, [.. prediction.Pixels.Select(pixel => pixel / 255.0)]);
        svg.EndGroup();
        DrawBars(svg, prediction, reach);
        svg.EndGroup();
    }

    private static void DrawBars(SvgWriter svg, Prediction prediction, double reach)
    {
        for (int digit = 0; digit < prediction.Outputs.Length; digit++)
        {
            double x = BarsLeft + (digit * BarPitch);
            double middle = x + (BarWidth / 2.0);
            double height = Math.Clamp(prediction.Outputs[digit] / reach, 0.0, 1.0) * BarHeight;
            bool isLargest = digit == prediction.Predicted;
            svg.Rectangle(x, BarBase - height, BarWidth, height, isLargest ? "bar largest" : "bar");
            svg.Text(middle, BarBase + 15.0, Invariant($"{digit}"), isLargest ? "class small strong middle" : "class small middle");
            if (isLargest)
            {
                // Near the edges the number keeps clear of the picture of the digit and of the frame.
                double place = Math.Clamp(middle, BarsLeft + 12.0, BarsLeft + (9.0 * BarPitch) - 2.0);
                svg.Text(place, BarBase - height - 4.0, Invariant($"{prediction.Outputs[digit]:F2}"), "largest-value small strong middle");
            }
        }

        svg.Line(BarsLeft - 3.0, BarBase, BarsLeft + (10.0 * BarPitch), BarBase, "base");
        if (prediction.Target is int target)
        {
            double box = BarsLeft + (target * BarPitch) - 1.2;
            svg.Rectangle(box, BarBase + 3.5, BarPitch - 0.6, 15.5, "target-box");
        }
    }
}
