namespace LoopNet.Data;

/// <summary>Ends a wait for the network when the person wants it, or when nothing has come for too long.</summary>
internal sealed class StallGuard : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _interrupted;
    private readonly DownloadLimits _limits;
    private long _bytes;

    /// <summary>Starts to wait.</summary>
    public StallGuard(DownloadLimits limits, CancellationToken interrupted)
    {
        _limits = limits;
        _interrupted = interrupted;
        _source = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        Renew();
    }

    /// <summary>Cancelled by either.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the wait took too long; not where the person ended it.</summary>
    public bool IsStalled => _source.IsCancellationRequested && !_interrupted.IsCancellationRequested;

    /// <summary>The wait starts anew.</summary>
    public void Renew()
    {
        _bytes = 0;
        _source.CancelAfter(_limits.Stall);
    }

    /// <summary>Something has come; with enough of it the wait starts anew.</summary>
    public void Received(int bytes)
    {
        _bytes += bytes;
        if (_bytes >= _limits.StallBytes)
        {
            Renew();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
