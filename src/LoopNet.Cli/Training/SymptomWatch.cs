namespace LoopNet.Cli;

/// <summary>Looks at a run from outside its loops, and tells in one line each what it sees when the run does not learn.</summary>
/// <remarks>A symptom is told in the epoch in which it appears, and once more at the end where it is still there.</remarks>
/// <param name="run">The run.</param>
/// <param name="updatesPerEpoch">How many updates an epoch has.</param>
/// <param name="terminal">Where the lines go.</param>
internal sealed class SymptomWatch(TrainingRun run, long updatesPerEpoch, Terminal terminal)
{
    private readonly HashSet<string> _told = [];
    private List<Symptom> _last = [];
    private List<Symptom> _ofNetwork = [];

    /// <summary>Looks at the digits before training.</summary>
    public void BeforeTraining()
    {
        Symptom?[] seen = [NothingOverOne.In(run.TrainingDigits), .. MissingDigits.In(run.TrainingDigits, run.TestDigits)];
        foreach (Symptom symptom in seen.OfType<Symptom>())
        {
            terminal.Note($"{symptom}");
        }
    }

    /// <summary>Looks at what was measured after an epoch, and at the network where that is worth it.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="isFirst">Whether it is the first of the run.</param>
    /// <param name="isLast">Whether it is the last.</param>
    public void AfterEpoch(int epoch, bool isFirst, bool isLast)
    {
        List<Symptom> figures = OfFigures(epoch * updatesPerEpoch, isLast);
        bool isNew = figures.Any(symptom => !_told.Contains(symptom.Heading));
        if (isFirst || isLast || isNew)
        {
            _ofNetwork = OfNetwork();
        }

        _last = [.. figures, .. _ofNetwork];
        foreach (Symptom symptom in _last.Where(symptom => isLast || !_told.Contains(symptom.Heading)))
        {
            terminal.Note(Invariant($"epoch {epoch}: {symptom}"));
        }

        _told.Clear();
        _told.UnionWith(_last.Select(symptom => symptom.Heading));
    }

    private List<Symptom> OfFigures(long updates, bool isLast)
    {
        Symptom? shifted = ShiftedLabels.In(run.Confusion);
        Symptom?[] seen = updates >= Symptom.FewestUpdates
            ?
            [
                OneAnswer.In(run.Confusion), LossOfChance.In(run.Task.Network, run.Results[^1]), LossUnchanged.In(run.Results),
                LossGrowing.OverTheFirst(run.Results) ?? LossGrowing.OverTheLowest(run.Results, updatesPerEpoch), shifted,
            ]
            : [shifted, .. isLast ? AfterFew(updates) : []];
        return [.. seen.OfType<Symptom>()];
    }

    // At the end of a run of few updates, since after it comes nothing that could mend it.
    private Symptom?[] AfterFew(long updates)
    {
        return run.Task.ExpectsToLearn && run.TrainingDigits.Count >= Symptom.FewestDigits
            ? [OneAnswer.In(run.Confusion), LossGrowing.OverTheFirst(run.Results) ?? LossUnchanged.AfterFew(run.Results, updates)]
            : [];
    }

    private List<Symptom> OfNetwork()
    {
        using (ProgressBar.OfWaiting(terminal, "looking for units that do not learn"))
        {
            Network network = run.Task.Network;
            return
            [
                .. EqualUnits.In(network),
                .. DeadReluUnits.In(network, run.TrainingDigits, terminal.Interrupted),
                .. SaturatedUnits.In(network, run.TrainingDigits),
            ];
        }
    }
}
