using System.Globalization;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What a network says to each digit of a set, as a CSV file.</summary>
internal static class PredictionFile
{
    private const string Ending = ".csv";

    /// <summary>Whether the name of a file asks for a table and not for a picture.</summary>
    public static bool Is(string? path) => path is not null && OutputFile.HasEnding(path, Ending);

    /// <summary>Writes a line for each digit: its index from 0, the digit that it is taken for, and perhaps the ten outputs.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    /// <exception cref="NonFiniteException">An output is infinite or not a number.</exception>
    public static void Write(string path, Network network, DigitSet digits, bool probabilities, CancellationToken cancellation)
    {
        IEnumerable<string> outputs = probabilities ? Enumerable.Range(0, network.OutputSize).Select(digit => Invariant($",p{digit}")) : [];
        WholeFile.Write(path, stream =>
        {
            using StreamWriter text = new(stream);
            text.Write($"index,digit{string.Concat(outputs)}\n");
            for (int index = 0; index < digits.Count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                Prediction prediction = Prediction.Of(network, digits, index);
                IEnumerable<string> numbers = probabilities ? prediction.Outputs.Select(output => $",{output.ToString("R", CultureInfo.InvariantCulture)}") : [];
                text.Write(Invariant($"{index},{prediction.Predicted}{string.Concat(numbers)}\n"));
            }
        });
    }
}
