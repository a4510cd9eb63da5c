namespace LoopNet.Cli;

/// <summary>How far the training is whose curves are plotted.</summary>
/// <remarks>The page of a plot renews itself while <see cref="GoesOn"/>.</remarks>
public sealed record PlotState
{
    private readonly int _epochs;
    private readonly string? _end;

    private PlotState(int epochs, string? end)
    {
        _epochs = epochs;
        _end = end;
    }

    /// <summary>Every epoch is done.</summary>
    public static PlotState Finished { get; } = new(0, "finished");

    /// <summary>The person ended the training.</summary>
    public static PlotState Interrupted { get; } = new(0, "interrupted");

    /// <summary>An error ended the training.</summary>
    public static PlotState Failed { get; } = new(0, "ended by an error");

    /// <summary>Whether more epochs will come.</summary>
    public bool GoesOn => _end is null;

    /// <summary>The training goes on.</summary>
    /// <param name="epochs">How many epochs it will have.</param>
    public static PlotState Training(int epochs) => new(epochs, end: null);

    /// <summary>The state in words, for example <c>training, epoch 3 of 10</c> or <c>interrupted after epoch 3</c>.</summary>
    /// <param name="epoch">The last epoch that is done.</param>
    public string After(int epoch)
    {
        return GoesOn ? $"training, epoch {epoch:N0} of {_epochs:N0}" : $"{_end} after epoch {epoch:N0}";
    }
}
