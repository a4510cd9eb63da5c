namespace LoopNet.Data;

/// <summary>A stream whose first bytes can be seen before it is read, also where it cannot be wound back.</summary>
internal sealed class HeadedStream : ForwardStream
{
    private readonly byte[] _head;
    private int _given;

    /// <summary>Reads the first bytes.</summary>
    /// <param name="inner">The stream, at its beginning; it is disposed with this one.</param>
    /// <param name="length">How many bytes to see, or as many as there are.</param>
    public HeadedStream(Stream inner, int length)
        : base(inner)
    {
        byte[] head = new byte[length];
        _head = head[..inner.ReadAtLeast(head, length, throwOnEndOfStream: false)];
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_given == _head.Length)
        {
            return Inner.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _head.Length - _given);
        _head.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
