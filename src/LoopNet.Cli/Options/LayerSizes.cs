using System.Globalization;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The sizes of a network, as they are written on a command line: <c>784,32,32,10</c>.</summary>
internal static class LayerSizes
{
    private const string OfDigits = "784,32,32,10";

    private static readonly char[] Separators = [',', '-', 'x'];

    /// <summary>Reads n_0, ..., n_L of a network for digits.</summary>
    /// <param name="text">Whole numbers with <c>,</c>, <c>-</c> or <c>x</c> between them.</param>
    /// <exception cref="UsageException">The text is no list of sizes, or does not go from 784 pixels to 10 classes.</exception>
    public static int[] Parse(string text)
    {
        int[] sizes = List(text, OfDigits);
        if (sizes.Length < 2 || sizes[0] != DigitSet.PixelCount || sizes[^1] != DigitSet.ClassCount)
        {
            throw new UsageException(
                $"--layers starts with {DigitSet.PixelCount}, the pixels of a digit, and ends with {DigitSet.ClassCount}, the classes: " +
                $"write for example {OfDigits}, not {text}");
        }

        return sizes;
    }

    /// <summary>Reads n_0, ..., n_L of any network.</summary>
    /// <param name="text">Whole numbers with <c>,</c>, <c>-</c> or <c>x</c> between them.</param>
    /// <exception cref="UsageException">The text is no list of sizes, or has one size only.</exception>
    public static int[] ParseAny(string text)
    {
        const string example = "2,2,1";
        int[] sizes = List(text, example);
        return sizes.Length >= 2 ? sizes : throw new UsageException($"--layers has the inputs and at least one layer: write for example {example}, not {text}");
    }

    private static int[] List(string text, string example)
    {
        string[] parts = text.Split(Separators, StringSplitOptions.TrimEntries);
        int[] sizes = new int[parts.Length];
        for (int l = 0; l < parts.Length; l++)
        {
            if (!int.TryParse(parts[l], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[l]) || sizes[l] == 0)
            {
                string found = parts[l].Length == 0 ? "a size is missing" : $"found '{parts[l]}'";
                throw new UsageException(
                    $"--layers is a list of whole numbers from 1 to {int.MaxValue}, for example {example}; {found} in '{text}'");
            }
        }

        return sizes;
    }
}
