namespace LoopNet.Data;

/// <summary>What has come of a file so far: <c>NAME.gz.part</c>, which stays for the next attempt when a download ends early.</summary>
/// <remarks>It is held open and locked, so that two downloads into one folder do not mix.</remarks>
internal sealed class PartFile : IDisposable
{
    private readonly FileStream _stream;

    private PartFile(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>How many bytes have come.</summary>
    public long Length => _stream.Length;

    /// <summary>Opens what an earlier attempt left, or starts with nothing.</summary>
    /// <exception cref="DataException">The file cannot be written, or another download has it.</exception>
    public static PartFile Open(string path)
    {
        FileStream stream = OfDisk(path, () => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        return new PartFile(path, stream);
    }

    /// <summary>The last bytes, fewer where there are no more.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public byte[] Tail(int count)
    {
        return OfDisk(Path, () =>
        {
            byte[] tail = new byte[Math.Min(count, Length)];
            _stream.Position = Length - tail.Length;
            _stream.ReadExactly(tail);
            return tail;
        });
    }

    /// <summary>Writes bytes behind those that are there.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public void Append(byte[] buffer, int count)
    {
        OfDisk(Path, () =>
        {
            _stream.Position = Length;
            _stream.Write(buffer, 0, count);
            return count;
        });
    }

    /// <summary>Starts with nothing.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public void Clear()
    {
        OfDisk(Path, () =>
        {
            _stream.SetLength(0);
            return 0;
        });
    }

    /// <summary>What is wrong with the bytes so far, as a clause; null where they are the file, whole and right.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public string? Problem(DownloadFile file, CancellationToken cancellation)
    {
        return OfDisk(Path, () => Verification.ProblemOfDownload(_stream, file, cancellation));
    }

    /// <summary>Closes the file; nothing is left of one that is empty.</summary>
    public void Dispose()
    {
        bool isEmpty = Length == 0;
        _stream.Dispose();
        if (isEmpty)
        {
            File.Delete(Path);
        }
    }

    private static T OfDisk<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new DataException(
                $"{path}: the download cannot be kept there ({exception.Message.TrimEnd('.')}): check the right to write and the space, " +
                "end another download into the same folder, or name another folder.",
                exception);
        }
    }
}
