namespace LoopNet;

/// <summary>Asks a training run for every tensor of some of its steps.</summary>
/// <param name="Steps">The steps, counted from 1 over all epochs.</param>
/// <param name="Take">Receives the number of such a step and its record, just after the step; the record's parameters before the step stay true only until the next.</param>
public sealed record StepWatch(IReadOnlySet<int> Steps, Action<int, StepRecord> Take);
