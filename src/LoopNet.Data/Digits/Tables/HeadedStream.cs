namespace LoopNet.Data;

/// <summary>A stream whose first bytes can be seen before it is read, also where it cannot be wound back.</summary>
internal sealed class HeadedStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private int _given;

    /// <summary>Reads the first bytes.</summary>
    /// <param name="inner">The stream, at its beginning; it is disposed with this one.</param>
    /// <param name="length">How many bytes to see, or as many as there are.</param>
    public HeadedStream(Stream inner, int length)
    {
        _inner = inner;
        byte[] head = new byte[length];
        _head = head[..inner.ReadAtLeast(head, length, throwOnEndOfStream: false)];
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_given == _head.Length)
        {
            return _inner.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _head.Length - _given);
        _head.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
