using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>In which names the numbers of a sheet are read, and shown in reports.</summary>
/// <param name="Notation">The notation that was asked for; null where the sheet or the example says it.</param>
/// <param name="Shown">Which names are shown.</param>
internal sealed record SheetNames(Notation? Notation, NamesShown Shown);

/// <summary>Checks a file of answers.</summary>
internal static class SheetCheck
{
    /// <summary>What is found in a file of answers.</summary>
    /// <param name="example">The example.</param>
    /// <param name="path">The file.</param>
    /// <param name="chosen">The names.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="DataException">The file cannot be read, or what it says means nothing.</exception>
    public static CheckReport Of(Example example, string path, SheetNames chosen, CancellationToken cancellation)
    {
        AnswerSet set = AnswersFile.Read(path);
        Notation? notation = chosen.Notation ?? set.Notation ?? example.Notation;
        GivenAnswer[] answers = [.. (notation is null ? set.InPlainNames() : set).Entries.Select(Given)];
        OwnNames names = new(example, notation, chosen.Shown);
        if (answers.Length == 0)
        {
            throw new DataException($"{path}: no number is given; fill in at least one.");
        }

        try
        {
            return AnswerCheck.Of(names, answers, cancellation);
        }
        catch (CheckException exception)
        {
            throw new DataException($"{exception.Message}.", exception);
        }
    }

    private static GivenAnswer Given(AnswerEntry entry) => new(entry.Name, entry.Literal, entry.Place) { ArrayLengths = entry.ArrayLengths };
}
