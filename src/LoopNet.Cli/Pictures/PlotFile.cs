using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>How far a training is.</summary>
internal enum TrainingState
{
    /// <summary>More epochs will come.</summary>
    GoesOn,

    /// <summary>Every epoch is done.</summary>
    Finished,

    /// <summary>The person ended the training.</summary>
    Interrupted,

    /// <summary>An error ended the training.</summary>
    Failed,
}

/// <summary>The curves of a training as a file: a picture, or a page that follows the training while it is open.</summary>
internal static class PlotFile
{
    private const string Option = "--plot";

    /// <summary>Checks before the training that the name says which form is meant.</summary>
    /// <param name="path">The file, or null where none is asked for.</param>
    /// <exception cref="UsageException">It ends neither in <c>.svg</c> nor in <c>.html</c>.</exception>
    public static void CheckEnding(string? path)
    {
        if (path is not null)
        {
            _ = IsPage(path);
        }
    }

    /// <summary>Writes the file anew, whole.</summary>
    /// <param name="path">The file: <c>.svg</c> for the picture alone, <c>.html</c> for a page.</param>
    /// <param name="title">The heading, for example the network and the data.</param>
    /// <param name="results">The epochs so far, at least one.</param>
    /// <param name="lastEpoch">The number of the last epoch that was asked for.</param>
    /// <param name="state">How far the training is.</param>
    /// <exception cref="UsageException">The name ends otherwise.</exception>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, string title, IReadOnlyList<EpochResult> results, int lastEpoch, TrainingState state)
    {
        string words = Words(results[^1].Epoch, lastEpoch, state);
        if (IsPage(path))
        {
            WholeFile.Write(path, PlotPage.Html(title, words, TrainingCurves.Of(results), state == TrainingState.GoesOn));
            return;
        }

        // The page says how far the training is. So does a picture, but not a finished one, which is for print.
        string? note = state == TrainingState.Finished ? null : words;
        WholeFile.Write(path, CurvesPicture.Svg(title, results, note));
    }

    private static string Words(int epoch, int lastEpoch, TrainingState state)
    {
        return state switch
        {
            TrainingState.GoesOn => Invariant($"training, epoch {epoch:N0} of {lastEpoch:N0}"),
            TrainingState.Finished => Invariant($"finished after epoch {epoch:N0}"),
            TrainingState.Interrupted => Invariant($"interrupted after epoch {epoch:N0}"),
            _ => Invariant($"ended by an error after epoch {epoch:N0}"),
        };
    }

    private static bool IsPage(string path)
    {
        bool isPage = OutputFile.HasEnding(path, ".html");
        if (!isPage && !OutputFile.HasEnding(path, ".svg"))
        {
            throw new UsageException(
                $"{Option} {path}: give a name that ends in .svg for a picture, or in .html for a page that follows the training");
        }

        return isPage;
    }
}
