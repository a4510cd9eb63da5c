using System.Globalization;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>The files that a training leaves behind; each is null where it is not asked for.</summary>
/// <param name="Save">The file to save the network in.</param>
/// <param name="History">The CSV for the figures of each epoch.</param>
/// <param name="Plot">The picture or page of the curves.</param>
/// <param name="TraceFolder">The folder for the traces of steps.</param>
/// <param name="TraceSteps">Their numbers, as they were asked for.</param>
internal sealed record TrainingFiles(string? Save, string? History, string? Plot, string? TraceFolder = null, string? TraceSteps = null)
{
    private OutputFile[] Single => [new("--save", Save), new("--history", History), new("--plot", Plot)];

    /// <summary>What the trace of a step is called.</summary>
    public static string TraceName(int step) => Invariant($"train-step-{step}");

    /// <summary>Checks before the work that the files can be written.</summary>
    /// <exception cref="UsageException">A folder is not there, or two files are one.</exception>
    /// <exception cref="LoopNet.Data.DataException">A file cannot be written.</exception>
    public void Check()
    {
        Array.ForEach(Single, output => output.Check());
        PlotFile.CheckEnding(Plot);
        if (TraceFolder is not null)
        {
            OutputFile.CheckFolder(TraceFolder, "--trace-out");
        }

        CheckApart();
    }

    /// <summary>Checks that no file to write is one that is read, or another that is written.</summary>
    /// <param name="inputs">The files that are read; null where one is not asked for.</param>
    /// <exception cref="UsageException">One is.</exception>
    public void CheckApart(params IEnumerable<string?> inputs) => OutputFile.CheckApart([.. Single, .. Traces()], inputs);

    // A part that is no number is refused when the steps of the run are known.
    private IEnumerable<OutputFile> Traces()
    {
        foreach (string part in TraceSteps?.Split(',') ?? [])
        {
            if (int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out int step))
            {
                TraceFiles files = new(TraceFolder!, TraceFiles.Formats, new TextOptions());
                foreach (string path in files.Paths(TraceName(step)))
                {
                    yield return new OutputFile("--trace-step", path);
                }
            }
        }
    }
}
