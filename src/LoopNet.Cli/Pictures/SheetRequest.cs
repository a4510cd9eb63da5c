using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The sheet of digits that <c>loopnet predict</c> is asked for.</summary>
/// <param name="Count">How many digits, at least 1.</param>
/// <param name="Path">The picture to write.</param>
internal sealed record SheetRequest(int Count, string Path)
{
    /// <summary>Checks the options before the work; null where no sheet is asked for.</summary>
    /// <param name="count">The value of <c>--sheet</c>, or null.</param>
    /// <param name="path">The value of <c>--out</c>, or null.</param>
    /// <param name="inputs">The files that are read, which the picture must not replace.</param>
    /// <exception cref="UsageException">One option is given without the other, or the picture cannot have that name.</exception>
    /// <exception cref="DataException">The picture cannot be written.</exception>
    public static SheetRequest? Of(int? count, string? path, params string?[] inputs)
    {
        if (count is null && path is not null)
        {
            throw new UsageException("--out is for a sheet of digits: give --sheet N as well");
        }

        if (count is not null && path is null)
        {
            throw new UsageException("--sheet needs a picture to draw the digits in: give --out FILE.svg as well");
        }

        PictureFile.Check(path, "--out", inputs);
        return count is int number ? new SheetRequest(number, path!) : null;
    }

    /// <summary>The digits of the sheet in words, for example <c>digits 20 to 39</c>.</summary>
    /// <param name="first">The first one, from 0.</param>
    public string Digits(int first) => Count == 1 ? $"digit {first}" : $"digits {first} to {first + Count - 1}";

    /// <summary>Passes the digits through a network, draws the sheet and says in two lines what is on it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="digits">The set, with enough digits.</param>
    /// <param name="first">The first one, from 0.</param>
    /// <param name="terminal">Where the lines go.</param>
    /// <exception cref="NonFiniteException">An output is infinite or not a number.</exception>
    /// <exception cref="DataException">The picture cannot be written.</exception>
    public void Draw(Network network, DigitSet digits, int first, Terminal terminal)
    {
        List<Prediction> predictions = [];
        for (int index = first; index < first + Count; index++)
        {
            terminal.Interrupted.ThrowIfCancellationRequested();
            predictions.Add(Prediction.Of(network, digits, index));
        }

        PictureFile.Write(Path, PredictionSheet.Svg($"{network}: {Digits(first)} of {digits.Name}", predictions));
        terminal.Output.WriteLine(PredictionSheet.Summary(predictions));
        terminal.Output.WriteLine($"sheet drawn in {Path}");
    }
}
