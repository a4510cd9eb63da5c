using System.Globalization;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The sizes of a network for digits, as they are written on a command line: <c>784,32,32,10</c>.</summary>
internal static class LayerSizes
{
    private const string Sample = "784,32,32,10";

    private static readonly char[] Separators = [',', '-', 'x'];

    /// <summary>Reads n_0, ..., n_L.</summary>
    /// <param name="text">Whole numbers with <c>,</c>, <c>-</c> or <c>x</c> between them.</param>
    /// <exception cref="UsageException">The text is no list of sizes, or does not go from 784 pixels to 10 classes.</exception>
    public static int[] Parse(string text)
    {
        string[] parts = text.Split(Separators, StringSplitOptions.TrimEntries);
        int[] sizes = new int[parts.Length];
        for (int l = 0; l < parts.Length; l++)
        {
            if (!int.TryParse(parts[l], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[l]) || sizes[l] == 0)
            {
                string found = parts[l].Length == 0 ? "a size is missing" : $"found '{parts[l]}'";
                throw new UsageException(
                    $"--layers is a list of whole numbers from 1 to {int.MaxValue}, for example {Sample}; {found} in '{text}'");
            }
        }

        if (sizes.Length < 2 || sizes[0] != DigitSet.PixelCount || sizes[^1] != DigitSet.ClassCount)
        {
            throw new UsageException(
                $"--layers starts with {DigitSet.PixelCount}, the pixels of a digit, and ends with {DigitSet.ClassCount}, the classes: " +
                $"write for example {Sample}, not {text}");
        }

        return sizes;
    }
}
