namespace LoopNet.Data;

/// <summary>How far the transfer of one file is; another thread may ask at any time.</summary>
/// <param name="fileName">The file as the mirror calls it.</param>
/// <param name="mirror">Where it comes from.</param>
/// <param name="resumedFrom">The bytes that an earlier attempt left, 0 where there was none.</param>
public sealed class TransferProgress(string fileName, Uri mirror, long resumedFrom)
{
    private long _done;
    private long _total = -1;

    /// <summary>The file as the mirror calls it, for example <c>train-images-idx3-ubyte.gz</c>.</summary>
    public string FileName { get; } = fileName;

    /// <summary>Where it comes from.</summary>
    public Uri Mirror { get; } = mirror;

    /// <summary>The bytes that an earlier attempt left; the mirror may have them sent again all the same.</summary>
    public long ResumedFrom { get; } = resumedFrom;

    /// <summary>The bytes that are here.</summary>
    public long Done
    {
        get => Interlocked.Read(ref _done);
        internal set => Interlocked.Exchange(ref _done, value);
    }

    /// <summary>The bytes that the file has, compressed; null where the mirror has not said.</summary>
    public long? Total
    {
        get => Interlocked.Read(ref _total) is long total and >= 0 ? total : null;
        internal set => Interlocked.Exchange(ref _total, value ?? -1);
    }
}
