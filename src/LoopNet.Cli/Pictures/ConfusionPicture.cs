namespace LoopNet.Cli;

/// <summary>A confusion matrix as a heat map: which digits are taken for which, with the counts in the cells.</summary>
internal static class ConfusionPicture
{
    private const double CellWidth = 58.0;
    private const double CellHeight = 40.0;
    private const double Left = 92.0;
    private const double HeadHeight = 58.0;
    private const double TotalsGap = 10.0;
    private const double LegendHeight = 74.0;
    private const double Margin = 24.0;
    private const double TextDrop = 4.5;

    private const string Style = """
        .cell { stroke: #d8dde3; stroke-width: 1; }
        .diagonal { fill: none; stroke: #1f2328; stroke-width: 1.5; }
        .total { fill: #57606a; }
        @media (prefers-color-scheme: dark) {
        .cell { stroke: #343a43; }
        .diagonal { stroke: #e6e8eb; }
        .total { fill: #a9b1bb; }
        }

        """;

    /// <summary>Draws the matrix.</summary>
    /// <param name="title">The heading, for example the network and the data.</param>
    /// <param name="confusion">The counts, <c>confusion[target][predicted]</c>: as many rows as columns, at least one.</param>
    /// <returns>The picture as SVG.</returns>
    public static string Svg(string title, int[][] confusion)
    {
        int count = confusion.Length;
        double width = Math.Max(600.0, Left + (count * CellWidth) + TotalsGap + CellWidth + Margin);
        string summary = Summary(confusion);
        PictureHeading heading = new(title, summary, width);
        double top = heading.Height + HeadHeight;
        double bottom = top + (count * CellHeight) + TotalsGap + CellHeight;

        SvgWriter svg = new(width, bottom + LegendHeight, title, summary, Style + ConfusionShades.Style());
        heading.Draw(svg);
        DrawTitles(svg, top, count);
        (int largestRight, int largestWrong) = Largest(confusion);
        DrawCells(svg, top, confusion, largestRight, largestWrong);
        DrawTotals(svg, top, confusion);
        DrawScale(svg, Left, bottom + 26.0, "right", largestRight);
        DrawScale(svg, Left + 290.0, bottom + 26.0, "wrong", largestWrong);
        const string Note = "Shades grow with the square root of the count, for right and for wrong answers apart.";
        svg.Text(Left, bottom + 58.0, Note, "small soft");
        return svg.ToString();
    }

    // At least 1 each, so that there is a scale where there is nothing to show.
    private static (int Right, int Wrong) Largest(int[][] confusion)
    {
        IEnumerable<int> right = confusion.Select((row, target) => row[target]);
        IEnumerable<int> wrong = confusion.SelectMany((row, target) => row.Where((_, predicted) => predicted != target));
        return (right.Append(1).Max(), wrong.Append(1).Max());
    }

    private static void DrawTitles(SvgWriter svg, double top, int count)
    {
        svg.Text(Left + (count * CellWidth / 2.0), top - 34.0, "predicted", "axis middle");
        svg.TextUpwards(Left - 48.0, top + (count * CellHeight / 2.0), "target", "axis middle");
        for (int digit = 0; digit < count; digit++)
        {
            svg.Text(MiddleX(digit), top - 10.0, Invariant($"{digit}"), "column-label strong middle");
            svg.Text(Left - 14.0, MiddleY(top, digit), Invariant($"{digit}"), "row-label strong end");
        }

        svg.Text(MiddleX(count) + TotalsGap, top - 10.0, "all", "total middle");
        svg.Text(Left - 14.0, MiddleY(top, count) + TotalsGap, "all", "total end");
    }

    private static void DrawCells(SvgWriter svg, double top, int[][] confusion, int largestRight, int largestWrong)
    {
        for (int target = 0; target < confusion.Length; target++)
        {
            for (int predicted = 0; predicted < confusion.Length; predicted++)
            {
                int count = confusion[target][predicted];
                bool isRight = predicted == target;
                string kind = isRight ? "right" : "wrong";
                int shade = ConfusionShades.Of(count, isRight ? largestRight : largestWrong);
                svg.Rectangle(Left + (predicted * CellWidth), top + (target * CellHeight), CellWidth, CellHeight, Invariant($"cell {kind} s{shade}"));
                string weight = isRight ? " strong" : "";
                svg.Text(MiddleX(predicted), MiddleY(top, target), Invariant($"{count:N0}"), Invariant($"count middle {kind} s{shade}{weight}"));
            }
        }

        for (int digit = 0; digit < confusion.Length; digit++)
        {
            svg.Rectangle(Left + (digit * CellWidth), top + (digit * CellHeight), CellWidth, CellHeight, "diagonal");
        }
    }

    private static void DrawTotals(SvgWriter svg, double top, int[][] confusion)
    {
        double x = MiddleX(confusion.Length) + TotalsGap;
        double y = MiddleY(top, confusion.Length) + TotalsGap;
        for (int digit = 0; digit < confusion.Length; digit++)
        {
            svg.Text(x, MiddleY(top, digit), Invariant($"{confusion[digit].Sum():N0}"), "total row-total middle");
            svg.Text(MiddleX(digit), y, Invariant($"{confusion.Sum(row => row[digit]):N0}"), "total column-total middle");
        }

        svg.Text(x, y, Invariant($"{confusion.Sum(row => row.Sum()):N0}"), "total grand-total middle");
    }

    private static void DrawScale(SvgWriter svg, double x, double y, string kind, int largest)
    {
        const double Swatch = 14.0;
        svg.Text(x, y + 11.0, $"{kind}  0", "scale");
        double start = x + 64.0;
        for (int shade = 0; shade <= ConfusionShades.Full; shade++)
        {
            svg.Rectangle(start + (shade * Swatch), y, Swatch, Swatch, Invariant($"swatch {kind} s{shade}"));
        }

        svg.Rectangle(start, y, Swatch * (ConfusionShades.Full + 1), Swatch, "frame");
        svg.Text(start + (Swatch * (ConfusionShades.Full + 1)) + 8.0, y + 11.0, Invariant($"{largest:N0}"), "scale");
    }

    private static string Summary(int[][] confusion)
    {
        int all = confusion.Sum(row => row.Sum());
        int right = confusion.Select((row, digit) => row[digit]).Sum();
        return all == 0 ? "No digit." : Invariant($"{right:N0} of {all:N0} right: accuracy {NumberText.Percent((double)right / all)}.");
    }

    private static double MiddleX(int column) => Left + ((column + 0.5) * CellWidth);

    private static double MiddleY(double top, int row) => top + ((row + 0.5) * CellHeight) + TextDrop;
}
