namespace LoopNet.Cli;

/// <summary>A sheet of digits, each with its target, the network's answer and its ten outputs; wrong answers are marked.</summary>
internal static class PredictionSheet
{
    private const int MostColumns = 4;
    private const double Margin = 24.0;
    private const double Gap = 14.0;

    // Below this the heading would have too little room.
    private const int FewestColumns = 2;

    /// <summary>Draws the sheet.</summary>
    /// <param name="title">The heading, for example the network and the data.</param>
    /// <param name="predictions">The digits, at least one, row by row.</param>
    /// <returns>The picture as SVG.</returns>
    public static string Svg(string title, IReadOnlyList<Prediction> predictions)
    {
        int columns = Math.Clamp(predictions.Count, FewestColumns, MostColumns);
        int rows = (predictions.Count + columns - 1) / columns;
        double width = (2.0 * Margin) + (columns * (PredictionTile.Width + Gap)) - Gap;
        double reach = Math.Max(1.0, predictions.Max(prediction => prediction.Outputs.Max()));
        string summary = Summary(predictions);
        PictureHeading heading = new(title, $"{summary}. {Legend(reach, predictions)}", width);
        double top = heading.Height;
        double height = top + (rows * (PredictionTile.Height + Gap)) - Gap + Margin;

        SvgWriter svg = new(width, height, title, $"{summary}.", PredictionTile.Style);
        heading.Draw(svg);
        for (int index = 0; index < predictions.Count; index++)
        {
            double x = Margin + (index % columns * (PredictionTile.Width + Gap));
            double y = top + (index / columns * (PredictionTile.Height + Gap));
            PredictionTile.Draw(svg, x, y, predictions[index], reach);
        }

        return svg.ToString();
    }

    /// <summary>How many answers are right, and which are wrong, for example <c>19 of 20 right; wrong: digit 8 (5, not 6)</c>.</summary>
    public static string Summary(IReadOnlyList<Prediction> predictions)
    {
        const int Named = 5;
        if (predictions.All(prediction => prediction.Target is null))
        {
            return Invariant($"{NumberText.Count(predictions.Count, "digit")} without a label; predicted: {string.Join(", ", predictions.Take(Named).Select(prediction => prediction.Predicted))}{(predictions.Count > Named ? ", ..." : "")}");
        }

        Prediction[] wrong = [.. predictions.Where(prediction => !prediction.IsRight)];
        string count = Invariant($"{predictions.Count - wrong.Length:N0} of {predictions.Count:N0} right");
        if (wrong.Length == 0)
        {
            return count;
        }

        string names = string.Join(
            ", ",
            wrong.Take(Named).Select(answer => Invariant($"digit {answer.Index} (a {answer.Target}, taken for a {answer.Predicted})")));
        string more = wrong.Length > Named ? Invariant($" and {wrong.Length - Named:N0} more") : "";
        return $"{count}; wrong: {names}{more}";
    }

    private static string Legend(double reach, IReadOnlyList<Prediction> predictions)
    {
        return Invariant($"Bars: the outputs for 0 to 9, full height {reach:0.##}; the largest is coloured and has its value.{(predictions.Any(prediction => prediction.Target is not null) ? " Boxed: the target." : "")}");
    }
}
