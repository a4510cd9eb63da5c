using LoopNet.Data;
using StbImageSharp;

namespace LoopNet.Cli;

/// <summary>A picture of one digit: PNG, JPEG, BMP, GIF, PGM or PPM.</summary>
internal static class PictureFile
{
    // A telephone's photograph has a fifth of it.
    private const long MostPixels = 100_000_000;
    private const long MostBytes = 200_000_000;

    /// <summary>Reads a picture and makes its digit ready.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A set of one digit without a label.</returns>
    /// <exception cref="DataException">The file cannot be read, is no picture, or shows no digit.</exception>
    public static DigitSet Digit(string path)
    {
        byte[] bytes = Bytes(path);
        GreyPicture picture = PgmFile.Is(bytes) ? PgmFile.Read(bytes, path) : Decoded(bytes, path);
        return new DigitSet(Path.GetFileName(path), WrittenDigit.Prepare(picture, path), [0]) { IsLabelled = false };
    }

    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DataException($"{path} is a folder, but a picture of one digit was expected: give the file itself.");
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            if (!file.CanSeek || file.Length > MostBytes)
            {
                throw new DataException(Invariant($"{path} is no file of at most {MostBytes:N0} bytes: save the picture in a smaller size."));
            }

            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"There is no file {path}, but a picture of one digit was expected: check the name.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read ({e.Message.TrimEnd('.')}): check the file and the right to read it.", e);
        }
    }

    private static GreyPicture Decoded(byte[] bytes, string path)
    {
        using MemoryStream stream = new(bytes);
        if (ImageInfo.FromStream(stream) is not ImageInfo info)
        {
            string what = ForeignFile.NotText(bytes) is ForeignFile foreign ? $"{path} is {foreign.What}" : $"{path} is no picture that is known";
            throw new DataException($"{what}, but a PNG, JPEG, BMP, GIF or PGM was expected: save the picture as PNG.");
        }

        if ((long)info.Width * info.Height is <= 0 or > MostPixels)
        {
            throw new DataException(Invariant($"{path} has {info.Width} x {info.Height} pixels, and {MostPixels:N0} at most are read: save the picture in a smaller size."));
        }

        try
        {
            return Grey(ImageResult.FromMemory(bytes, ColorComponents.RedGreenBlueAlpha));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The decoder says what is wrong in exceptions of many types, of which some are those of arrays.
            throw new DataException($"{path} is a damaged picture, or one of a kind that is not read ({e.Message.TrimEnd('.')}): save it again as PNG.", e);
        }
    }

    // Luma of ITU-R BT.601; what is transparent shows white paper.
    private static GreyPicture Grey(ImageResult image)
    {
        double[] shades = new double[image.Width * image.Height];
        for (int pixel = 0; pixel < shades.Length; pixel++)
        {
            ReadOnlySpan<byte> parts = image.Data.AsSpan(4 * pixel, 4);
            double luma = ((0.299 * parts[0]) + (0.587 * parts[1]) + (0.114 * parts[2])) / 255.0;
            double cover = parts[3] / 255.0;
            shades[pixel] = (cover * luma) + (1.0 - cover);
        }

        return new GreyPicture(image.Width, image.Height, shades);
    }
}
