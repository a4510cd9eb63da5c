namespace LoopNet;

/// <summary>A worked example: a network, its samples and its rule, complete.</summary>
/// <param name="Name">Letters, digits and hyphens, 64 at most.</param>
/// <param name="Network">The network with its parameters before the first step.</param>
/// <param name="Samples">The samples of one pass, in order.</param>
/// <param name="Rule">How a step moves the parameters.</param>
/// <param name="BatchSize">The samples of one update, at least 1; more than there are means all of them.</param>
/// <param name="Steps">How many updates the example makes, at least 1.</param>
/// <param name="Source">Where the example was published, or null.</param>
public sealed record Example(string Name, Network Network, SampleList Samples, UpdateRule Rule, int BatchSize, int Steps, string? Source);
