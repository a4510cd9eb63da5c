using System.Text;

namespace LoopNet.Fuzz;

/// <summary>Changes a file in a few places, as a function of the seed: as a slip, a broken disk or somebody with a plan would.</summary>
public sealed class Mutation
{
    private const int MostChanges = 4;
    private const int LongRun = 70_000;

    // What readers stumble over: edges of numbers, brackets without end, texts of another kind.
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "0", "-0", "-1", "1e999", "-1e-999", "NaN", "Infinity", "1e308", "4.9e-324", "2147483648", "-2147483649", "9223372036854775808", "0.1.2", "1,5", "0x10",
            "null", "true", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "{", "}", "[", "]", "[[[[[[[[", "{\"a\":", ",", ",,", ":", "\"", "/*", "//", "\\", "/", "..", "'", "\r", "\n", "\r\n", "\t", "\0", "\u001b[2J",
            "\u202e", "\ufeff", "\u0661", "é", "\"weights\":", "\"step\":1,", "dL/dW1[0,1]", "1/0/", "W1'", "epoch,", "label,",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B], [0, 0, 8, 3], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0],
    ];

    private readonly SeededRandom _random;

    /// <summary>Prepares the changes of a case.</summary>
    public Mutation(long seed, int number) => _random = new SeededRandom(seed, "fuzz", number);

    /// <summary>A file with one to four changes, mostly few.</summary>
    /// <param name="seeds">Sound files; one of them is changed, and parts of the others may come into it.</param>
    public byte[] Of(IReadOnlyList<byte[]> seeds)
    {
        byte[] file = seeds[_random.NextIndex(seeds.Count)];
        int changes = 1 + _random.NextIndex(1 + _random.NextIndex(MostChanges));
        for (int change = 0; change < changes; change++)
        {
            file = Changed(file, seeds[_random.NextIndex(seeds.Count)]);
        }

        return file;
    }

    private byte[] Changed(byte[] file, byte[] other)
    {
        int start = _random.NextIndex(file.Length + 1);
        int length = Math.Min(file.Length - start, Length());
        byte[] piece = Pieces[_random.NextIndex(Pieces.Length)];
        return _random.NextIndex(10) switch
        {
            0 => Flipped(file, start),
            1 => Spliced(file, start, length, []),
            2 => Spliced(file, start, 0, file.AsSpan(start, length)),
            3 => Spliced(file, start, 0, piece),
            4 => Spliced(file, start, length, piece),
            5 => file[..start],
            6 => Spliced(file, start, length, Part(other)),
            7 => Spliced(file, start, 0, Repeated(piece)),
            8 => NumberReplaced(file, start, piece),
            _ => LineMoved(file, start),
        };
    }

    // Mostly short, at times long.
    private int Length() => 1 + _random.NextIndex(1 << _random.NextIndex(12));

    private byte[] Flipped(byte[] file, int place)
    {
        byte[] changed = [.. file];
        if (place < changed.Length)
        {
            changed[place] ^= (byte)(1 << _random.NextIndex(8));
        }

        return changed;
    }

    private ReadOnlySpan<byte> Part(byte[] file)
    {
        int start = _random.NextIndex(file.Length + 1);
        return file.AsSpan(start, Math.Min(file.Length - start, Length()));
    }

    private byte[] Repeated(byte[] piece)
    {
        int times = 1 + _random.NextIndex(_random.NextIndex(20) == 0 ? LongRun / piece.Length : 100);
        return [.. Enumerable.Repeat(piece, times).SelectMany(bytes => bytes)];
    }

    // A number of a text file, where there is one behind the place.
    private static byte[] NumberReplaced(byte[] file, int start, byte[] piece)
    {
        int first = Array.FindIndex(file, start, letter => letter is >= (byte)'0' and <= (byte)'9');
        if (first < 0)
        {
            return file;
        }

        int end = Array.FindIndex(file, first, letter => letter is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'e' or (byte)'E' or (byte)'-'));
        return Spliced(file, first, (end < 0 ? file.Length : end) - first, piece);
    }

    private byte[] LineMoved(byte[] file, int start)
    {
        int first = start == 0 ? 0 : Array.LastIndexOf(file, (byte)'\n', start - 1) + 1;
        int end = Array.IndexOf(file, (byte)'\n', first) + 1;
        if (end <= 0)
        {
            return file;
        }

        byte[] line = file[first..end];
        byte[] rest = Spliced(file, first, line.Length, []);
        int to = rest.Length == 0 ? 0 : Array.IndexOf(rest, (byte)'\n', _random.NextIndex(rest.Length)) + 1;
        return Spliced(rest, to, 0, line);
    }

    private static byte[] Spliced(byte[] file, int start, int removed, ReadOnlySpan<byte> added) => [.. file.AsSpan(0, start), .. added, .. file.AsSpan(start + removed)];
}
