using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>Answers as arrays of NumPy by name.</summary>
/// <remarks>
/// Doubles count as written with 15 significant digits, floats of 32 bits with 6 and of 16 bits with 3, whole numbers as they are; not a number is a blank. Vectors may be
/// <c>(n, 1)</c> or <c>(1, n)</c>, and <c>dL_dW1</c> stands for <c>dL/dW1</c>, since Python's names have no slash.
/// </remarks>
internal static partial class NumPyAnswers
{
    private const int DigitsOfDouble = 15;
    private const int DigitsOfFloat = 6;

    /// <summary>Reads answers.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file cannot be read, or a number is infinite.</exception>
    public static IReadOnlyList<AnswerEntry> Read(string path)
    {
        List<AnswerEntry> entries = [];
        foreach ((string given, NpyArray array) in NumPyFile.Read(path))
        {
            string name = PythonPattern().Replace(given, "/d");
            int[] shape = [.. array.Shape];
            bool isVector = VectorPattern().IsMatch(name);
            if (isVector && shape.Length == 2 && shape.Contains(1))
            {
                shape = [shape.Max()];
            }

            bool isSingle = name is "L" || name.EndsWith(" L", StringComparison.Ordinal) || name.EndsWith("/L", StringComparison.Ordinal);
            shape = isSingle && array.Count == 1 ? [] : shape;
            for (int place = 0; place < array.Count; place++)
            {
                int[] index = Index(place, shape);
                entries.Add(new AnswerEntry(AnswersFile.Indexed(name, index), Literal(array, place, $"{path}: {given}"), $"{path}: {AnswersFile.Indexed(given, index)}", shape));
            }
        }

        return entries;
    }

    private static int[] Index(int place, int[] shape)
    {
        int[] index = new int[shape.Length];
        for (int d = shape.Length - 1; d >= 0; d--)
        {
            index[d] = place % shape[d];
            place /= shape[d];
        }

        return index;
    }

    private static string? Literal(NpyArray array, int place, string where)
    {
        double number = array[place];
        if (double.IsInfinity(number))
        {
            throw new DataException($"{where}: found infinity; expected a finite number, or nan for a blank.");
        }

        if (double.IsNaN(number))
        {
            return null;
        }

        return array.IsWhole ? number.ToString("F0", CultureInfo.InvariantCulture) : Written(number, array.IsShortFloat ? DigitsOfFloat : DigitsOfDouble);
    }

    // With zeros at the end, which count as digits of an answer.
    private static string Written(double number, int digits)
    {
        const int fewest = -5;
        int exponent = number == 0.0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return exponent >= fewest && exponent < digits
            ? number.ToString(Invariant($"F{digits - 1 - exponent}"), CultureInfo.InvariantCulture)
            : number.ToString(Invariant($"E{digits - 1}"), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"_d(?=[LWbaxz])", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex PythonPattern();

    [GeneratedRegex(@"^([^ ]*/)??((mean|sum) )?(dL/d)?([baz][0-9]+|[xy])'?$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex VectorPattern();
}
