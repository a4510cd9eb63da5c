using System.Globalization;
using System.Text;

namespace LoopNet.Data;

/// <summary>Pictures in the format PGM, grey, as text (P2) or bytes (P5); its relative in colour, PPM, is P3 and P6.</summary>
public static class PgmFile
{
    private const int MostSide = 20_000;
    private const int MostPixels = 100_000_000;

    /// <summary>Whether a file begins as one.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.Length > 2 && head[0] == 'P' && head[1] is (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6' && head[2] <= ' ';

    /// <summary>Reads a picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="DataException">It is cut short or has numbers that are none.</exception>
    public static GreyPicture Read(ReadOnlySpan<byte> bytes, string name)
    {
        int place = 2;
        int width = Next(bytes, ref place, name, MostSide);
        int height = Next(bytes, ref place, name, MostSide);
        int white = Next(bytes, ref place, name, ushort.MaxValue);
        bool isText = bytes[1] is (byte)'2' or (byte)'3';
        int parts = bytes[1] is (byte)'3' or (byte)'6' ? 3 : 1;
        if (width == 0 || height == 0 || white == 0 || (long)width * height > MostPixels)
        {
            throw new DataException(Invariant($"{name}: a picture of {width} x {height} pixels with {white} for white is none that is read: save it again."));
        }

        place++;
        double[] shades = new double[width * height];
        for (int pixel = 0; pixel < shades.Length; pixel++)
        {
            double sum = 0.0;
            for (int part = 0; part < parts; part++)
            {
                sum += isText ? Next(bytes, ref place, name, white) : Binary(bytes, ref place, name, white);
            }

            shades[pixel] = Math.Min(1.0, sum / (parts * white));
        }

        return new GreyPicture(width, height, shades);
    }

    /// <summary>A digit as a PGM of 28 x 28 in text.</summary>
    /// <param name="pixels">784 pixels, 0 for paper and 255 for ink.</param>
    public static string Text(ReadOnlySpan<byte> pixels)
    {
        StringBuilder text = new(Invariant($"P2\n{DigitSet.Side} {DigitSet.Side}\n255\n"));
        for (int row = 0; row < DigitSet.Side; row++)
        {
            text.AppendJoin(' ', pixels.Slice(row * DigitSet.Side, DigitSet.Side).ToArray().Select(pixel => pixel.ToString(CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    private static int Binary(ReadOnlySpan<byte> bytes, ref int place, string name, int white)
    {
        int size = white > byte.MaxValue ? 2 : 1;
        if (place + size > bytes.Length)
        {
            throw new DataException($"{name} is cut short: save the picture again.");
        }

        int number = size == 1 ? bytes[place] : (bytes[place] << 8) | bytes[place + 1];
        place += size;
        return number;
    }

    // A number of the header or of a picture in text; # begins a comment.
    private static int Next(ReadOnlySpan<byte> bytes, ref int place, string name, int most)
    {
        while (place < bytes.Length && (bytes[place] <= ' ' || bytes[place] == '#'))
        {
            if (bytes[place] == '#')
            {
                int end = bytes[place..].IndexOf((byte)'\n');
                place = end < 0 ? bytes.Length : place + end;
            }
            else
            {
                place++;
            }
        }

        int start = place;
        while (place < bytes.Length && char.IsAsciiDigit((char)bytes[place]))
        {
            place++;
        }

        bool isNumber = int.TryParse(bytes[start..place], NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number <= most ? number : throw new DataException(Invariant($"{name}, byte {start + 1}: a whole number from 0 to {most} was expected: save the picture again."));
    }
}
