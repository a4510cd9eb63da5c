namespace LoopNet.Cli;

/// <summary>The files that a training leaves behind; each is null where it is not asked for.</summary>
/// <param name="Save">The file to save the network in.</param>
/// <param name="History">The CSV for the figures of each epoch.</param>
/// <param name="Plot">The picture or page of the curves.</param>
/// <param name="TraceFolder">The folder for the traces of steps.</param>
internal sealed record TrainingFiles(string? Save, string? History, string? Plot, string? TraceFolder = null)
{
    /// <summary>Checks before the work that the files can be written.</summary>
    /// <exception cref="UsageException">A folder is not there, or two files are one.</exception>
    /// <exception cref="LoopNet.Data.DataException">A file cannot be written.</exception>
    public void Check()
    {
        OutputFile.Check(Save, "--save");
        OutputFile.Check(History, "--history");
        PlotFile.Check(Plot);
        if (TraceFolder is not null)
        {
            OutputFile.CheckFolder(TraceFolder, "--trace-out");
        }

        if (OutputFile.AreSame(Save, History))
        {
            throw new UsageException($"--save and --history both name {Save}; give two files");
        }
    }

    /// <summary>Checks that no file of digits would be overwritten.</summary>
    /// <exception cref="UsageException">One would.</exception>
    public void CheckNotDigits(DigitSource source)
    {
        source.CheckNotOverwritten(Save, "--save");
        source.CheckNotOverwritten(History, "--history");
        source.CheckNotOverwritten(Plot, "--plot");
    }
}
