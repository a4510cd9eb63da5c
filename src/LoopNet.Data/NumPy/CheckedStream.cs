namespace LoopNet.Data;

/// <summary>What a zip archive holds under a name, with its checksum taken at the end: numbers that are not compressed have no other guard.</summary>
/// <param name="inner">The content; it is disposed with this stream.</param>
/// <param name="expected">Its CRC-32.</param>
/// <param name="name">What it is called in messages.</param>
internal sealed class CheckedStream(Stream inner, uint expected, string name) : ForwardStream(inner)
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private uint _sum = uint.MaxValue;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = Inner.Read(buffer);
        foreach (byte value in buffer[..read])
        {
            _sum = Table[(byte)(_sum ^ value)] ^ (_sum >> 8);
        }

        return read > 0 || buffer.IsEmpty || ~_sum == expected ? read : throw new DataException($"{name} is damaged, since its checksum does not match: save it again.");
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
