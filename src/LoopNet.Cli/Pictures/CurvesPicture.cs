namespace LoopNet.Cli;

/// <summary>The course of a training: loss, training accuracy and test accuracy over the epochs, in one picture.</summary>
/// <remarks>The loss has the axis on the left, both accuracies that on the right, from 0 to 100 %; they share the grid.</remarks>
internal static class CurvesPicture
{
    private const double Width = 920.0;
    private const double LegendHeight = 34.0;
    private const double PlotHeight = 370.0;
    private const double FootHeight = 64.0;

    /// <summary>Draws the curves.</summary>
    /// <param name="title">The heading, for example the network and the data.</param>
    /// <param name="results">The epochs so far, ascending; one with a number that is infinite or none is left out.</param>
    /// <param name="note">A few words under the heading, for example how far the training is; null for none.</param>
    /// <returns>The picture as SVG.</returns>
    /// <exception cref="ArgumentException">There is no epoch to draw.</exception>
    public static string Svg(string title, IReadOnlyList<EpochResult> results, string? note = null)
    {
        EpochResult[] sound = [.. results.Where(IsFinite)];
        if (sound.Length == 0)
        {
            throw new ArgumentException("There is no epoch to draw.", nameof(results));
        }

        PictureHeading heading = new(title, note, Width);
        double top = heading.Height + LegendHeight;
        PlotArea area = new(Left: 88.0, top, Right: Width - 80.0, top + PlotHeight, EndRoom: 168.0);
        EpochAxis epochs = new(sound[0].Epoch, sound[^1].Epoch);
        LossAxis loss = LossAxis.Of(sound.Select(result => result.TrainingLoss));
        Curve[] curves = Curves(sound, loss);

        SvgWriter svg = new(Width, area.Bottom + FootHeight, title, Description(sound), CurveLines.Style);
        heading.Draw(svg);
        CurveLines.DrawLegend(svg, area, curves);
        area.Draw(svg, epochs, loss);
        double[] places = [.. sound.Select(result => epochs.Fraction(result.Epoch))];
        foreach (Curve curve in curves)
        {
            CurveLines.Draw(svg, area, curve, places);
        }

        CurveLines.DrawEnds(svg, area, curves, places[^1]);
        return svg.ToString();
    }

    private static bool IsFinite(EpochResult result)
    {
        return double.IsFinite(result.TrainingLoss) && double.IsFinite(result.TrainingAccuracy) && double.IsFinite(result.TestAccuracy);
    }

    private static Curve[] Curves(EpochResult[] results, LossAxis loss)
    {
        EpochResult last = results[^1];
        return
        [
            new Curve(
                "loss",
                "training loss (left)",
                [.. results.Select(result => loss.Fraction(result.TrainingLoss))],
                $"loss {NumberText.Loss(last.TrainingLoss)}",
                Curve.Circle),
            new Curve(
                "training",
                "training accuracy (right)",
                [.. results.Select(result => result.TrainingAccuracy)],
                $"training {NumberText.Percent(last.TrainingAccuracy)}",
                Curve.Square),
            new Curve(
                "test",
                "test accuracy (right)",
                [.. results.Select(result => result.TestAccuracy)],
                $"test {NumberText.Percent(last.TestAccuracy)}",
                Curve.Triangle),
        ];
    }

    private static string Description(EpochResult[] results)
    {
        EpochResult first = results[0];
        EpochResult last = results[^1];
        string loss = $"training loss {NumberText.Loss(first.TrainingLoss)}, then {NumberText.Loss(last.TrainingLoss)}";
        string training =
            $"training accuracy {NumberText.Percent(first.TrainingAccuracy)}, then {NumberText.Percent(last.TrainingAccuracy)}";
        string test = $"test accuracy {NumberText.Percent(first.TestAccuracy)}, then {NumberText.Percent(last.TestAccuracy)}";
        return Invariant($"At epoch {first.Epoch}, then at epoch {last.Epoch}: {loss}; {training}; {test}.");
    }
}
