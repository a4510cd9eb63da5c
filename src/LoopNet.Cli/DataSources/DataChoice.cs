using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The option <c>--data</c>, and what is used without it.</summary>
internal static class DataChoice
{
    private const string Embedded = "embedded";

    /// <summary>The option, the same for every verb.</summary>
    public static Option<string?> CreateOption()
    {
        return new Option<string?>("--data")
        {
            HelpName = "PLACE",
            Description = """
                The digits: a folder with MNIST's four files (raw or .gz), a CSV file (label,pixel0..pixel783; its last 1/7
                is kept for testing), or the word embedded for the digits that the program draws. Default: ./data/mnist when
                MNIST is there, else the folder that the environment variable LOOPNET_DATA names, else embedded.
                """,
        };
    }

    /// <summary>Finds the digits to use, and says on standard error why where the person did not choose.</summary>
    /// <param name="data">The value of <c>--data</c>, or null.</param>
    /// <param name="terminal">Where to look, and where the note goes.</param>
    /// <exception cref="UsageException">The value is empty.</exception>
    /// <exception cref="DataException">There is no such place, or <c>LOOPNET_DATA</c> names a folder without MNIST.</exception>
    public static DigitSource Choose(string? data, Terminal terminal)
    {
        return data is null ? Standard(terminal) : Named(data);
    }

    private static DigitSource Named(string data)
    {
        if (data.Trim().Length == 0)
        {
            throw new UsageException($"--data needs a folder with MNIST's four files, a CSV file, or the word {Embedded}");
        }

        if (data == Embedded)
        {
            return DigitSource.Embedded();
        }

        if (Directory.Exists(data))
        {
            return DigitSource.Mnist(data);
        }

        if (!File.Exists(data))
        {
            throw new DataException(
                $"--data {data}: there is no such folder or file; " +
                $"give a folder with MNIST's four files, a CSV file, or the word {Embedded}.");
        }

        return DigitSource.Csv(data);
    }

    private static DigitSource Standard(Terminal terminal)
    {
        string local = Path.Join(terminal.Folder, "data", "mnist");
        if (MnistFolder.Exists(local))
        {
            terminal.Note($"using MNIST, found in {local}");
            return DigitSource.Mnist(local);
        }

        string? variable = terminal.DataVariable;
        if (string.IsNullOrEmpty(variable))
        {
            terminal.Note($"using the embedded digits, since {local} {Lack(local)} and LOOPNET_DATA is not set");
            return DigitSource.Embedded();
        }

        if (!MnistFolder.Exists(variable))
        {
            throw new DataException(
                $"The environment variable LOOPNET_DATA names the folder {variable}, which {Lack(variable)}: correct it, unset it, or use --data.");
        }

        terminal.Note($"using MNIST, found in {variable}, the folder that LOOPNET_DATA names");
        return DigitSource.Mnist(variable);
    }

    private static string Lack(string folder) => Directory.Exists(folder) ? "does not hold all four files of MNIST" : "is not there";
}
