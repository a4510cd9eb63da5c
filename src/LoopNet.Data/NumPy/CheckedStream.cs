namespace LoopNet.Data;

/// <summary>What a zip archive holds under a name, with its checksum taken at the end: numbers that are not compressed have no other guard.</summary>
/// <param name="inner">The content; it is disposed with this stream.</param>
/// <param name="expected">Its CRC-32.</param>
/// <param name="name">What it is called in messages.</param>
internal sealed class CheckedStream(Stream inner, uint expected, string name) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private uint _sum = uint.MaxValue;

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
        int read = inner.Read(buffer);
        foreach (byte value in buffer[..read])
        {
            _sum = Table[(byte)(_sum ^ value)] ^ (_sum >> 8);
        }

        return read > 0 || buffer.IsEmpty || ~_sum == expected ? read : throw new DataException($"{name} is damaged, since its checksum does not match: save it again.");
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
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static uint Entry(int value)
    {
        uint sum = (uint)value;
        for (int bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }

        return sum;
    }
}
