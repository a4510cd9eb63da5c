using System.Text;
using Serilog.Sinks.File;

namespace LoopNet.Tests.Tracing;

/// <summary>A disk that is full after so many bytes: everything before them is written, nothing after.</summary>
internal sealed class FailingStream(Stream inner, FailurePoint point) : Stream
{
    private readonly Stream _inner = inner;

    public override bool CanRead => false;

    public override bool CanSeek => _inner.CanSeek;

    public override bool CanWrite => true;

    public override long Length => _inner.Length;

    public override long Position
    {
        get => _inner.Position;
        set => _inner.Position = value;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        int room = (int)Math.Min(count, point.Bytes - _inner.Length);
        _inner.Write(buffer, offset, room);
        if (room < count)
        {
            throw point.Failure();
        }
    }

    public override void Flush()
    {
        if (point.FailsInFlush && _inner.Length >= point.Bytes)
        {
            throw point.Failure();
        }

        _inner.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => _inner.Seek(offset, origin);

    public override void SetLength(long value) => _inner.SetLength(value);

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Where a write fails, and how.</summary>
internal sealed record FailurePoint(long Bytes, bool FailsInFlush, Func<Exception> Failure);

/// <summary>Puts the failing stream under one of the two files.</summary>
internal sealed class FailingDisk(string format, FailurePoint point) : FileLifecycleHooks
{
    public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
    {
        return path.Contains($".trace.{format}", StringComparison.Ordinal) ? new FailingStream(underlyingStream, point) : underlyingStream;
    }
}
