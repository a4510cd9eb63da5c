using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The file of <c>--plot</c>: the curves of a training, as a picture or as a page that renews itself while it is open.</summary>
public static class PlotFile
{
    private const string Option = "--plot";

    /// <summary>Checks before the training that the file can be written.</summary>
    /// <param name="path">The file, or null where none is asked for.</param>
    /// <exception cref="UsageException">Its name ends neither in <c>.svg</c> nor in <c>.html</c>, or its folder is not there.</exception>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Check(string? path)
    {
        OutputFile.Check(path, Option);
        if (path is not null)
        {
            _ = IsPage(path);
        }
    }

    /// <summary>Writes the file anew, whole.</summary>
    /// <param name="path">The file: <c>.svg</c> for the picture alone, <c>.html</c> for a page.</param>
    /// <param name="points">The epochs so far, at least one.</param>
    /// <param name="title">The heading, for example the network and the data.</param>
    /// <param name="state">How far the training is.</param>
    /// <exception cref="UsageException">The name ends otherwise.</exception>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<CurvePoint> points, string title, PlotState state)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(state);
        bool isPage = IsPage(path);
        string words = state.After(points[^1].Epoch);

        // The page says how far the training is. So does a picture, but not a finished one, which is for print.
        string? note = isPage || state == PlotState.Finished ? null : words;
        string svg = CurvesPicture.Svg(title, points, note);
        WholeFile.Write(path, isPage ? PlotPage.Html(title, words, svg, state.GoesOn) : svg);
    }

    /// <summary>Writes the file anew, whole.</summary>
    internal static void Write(string path, IReadOnlyList<EpochResult> results, string title, PlotState state)
    {
        Write(path, [.. results.Select(CurvePoint.Of)], title, state);
    }

    private static bool IsPage(string path)
    {
        bool isPage = OutputFile.HasEnding(path, ".html");
        if (!isPage && !OutputFile.HasEnding(path, ".svg"))
        {
            throw new UsageException(
                $"{Option} {path}: give a name that ends in .svg for a picture, or in .html for a page that renews itself");
        }

        return isPage;
    }
}
