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
    /// <summary>The option that names the file to save in, for messages.</summary>
    public string SaveOption { get; init; } = "--save";

    private OutputFile[] Single => [new(SaveOption, Save), new("--history", History), new("--plot", Plot)];

    /// <summary>What the trace of a step is called.</summary>
    /// <param name="step">The step, from 1 over all epochs.</param>
    /// <param name="sample">The one sample of it, from 0; null for the whole step.</param>
    public static string TraceName(int step, int? sample = null) => sample is null ? Invariant($"train-step-{step}") : Invariant($"train-step-{step}-sample-{sample}");

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
        TraceFiles files = new(TraceFolder ?? "", TraceFiles.LineFormats, new TextOptions());
        foreach (string part in TraceSteps?.Split(',') ?? [])
        {
            string[] numbers = part.Split('/');
            if (int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int step))
            {
                // Where a step has one sample, its trace is that of the step.
                bool hasSample = int.TryParse(numbers[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int sample) && numbers.Length == 2;
                string[] names = hasSample ? [TraceName(step), TraceName(step, sample)] : [TraceName(step)];
                foreach (string path in names.SelectMany(files.Paths))
                {
                    yield return new OutputFile("--trace-step", path);
                }
            }
        }
    }
}
