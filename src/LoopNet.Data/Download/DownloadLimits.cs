namespace LoopNet.Data;

/// <summary>How patient a download is.</summary>
public sealed record DownloadLimits
{
    /// <summary>How long a mirror may take to answer, and then for each <see cref="StallBytes"/>, before it counts as stalled.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The bytes that have to come within <see cref="Stall"/>: a mirror that sends one now and then is stalled too.</summary>
    public long StallBytes { get; init; } = 16 * 1024;

    /// <summary>How often a file is asked for at one mirror, as long as every time brings some of it.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How often a mirror may send a request elsewhere.</summary>
    public int Redirects { get; init; } = 5;
}
