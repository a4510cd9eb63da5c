using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Which digits are used: those of a place that is named, or of the first place that has some.</summary>
internal static class DataChoice
{
    private const string Embedded = "embedded";

    /// <summary>Finds the digits to use, and says on standard error why where the person did not choose.</summary>
    /// <param name="data">A folder, a file or the word embedded; null for the first place that has digits.</param>
    /// <param name="label">Where a line of a table has the label.</param>
    /// <param name="terminal">Where to look, and where the note goes.</param>
    /// <exception cref="UsageException">The value is empty.</exception>
    /// <exception cref="DataException">There is no such place, or <c>LOOPNET_DATA</c> names a folder without MNIST.</exception>
    public static DigitSource Choose(string? data, LabelPlace label, Terminal terminal)
    {
        return data is null ? Standard(terminal) : Named(data, label);
    }

    private static DigitSource Named(string data, LabelPlace label)
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
            string folder = MnistFolder.Locate(data);
            return MnistFolder.Files(folder).Count == 0 && TablePair.In(data) is (string training, string test)
                ? OfFile(training, label).TestedWith(OfFile(test, label))
                : DigitSource.Mnist(folder);
        }

        if (!File.Exists(data))
        {
            throw new DataException(
                $"--data {data}: there is no such folder or file; " +
                $"give a folder with MNIST's four files, a CSV file, or the word {Embedded}.");
        }

        return OfFile(data, label);
    }

    private static DigitSource OfFile(string path, LabelPlace label)
    {
        if (!NumPyFile.Is(path))
        {
            return DigitSource.OfOneSet(path, () => DigitCsv.Read(path, place: label));
        }

        (DigitSet digits, DigitSet? test) = NumPyDigits.Read(path, label);
        return test is null ? DigitSource.OfOneSet(path, () => digits) : DigitSource.OfTwoSets(path, digits, test);
    }

    private static DigitSource Standard(Terminal terminal)
    {
        string local = MnistFolder.Locate(Path.Join(terminal.Folder, "data", "mnist"));
        if (MnistFolder.Exists(local))
        {
            terminal.Note($"using {Called(local)}, found in {local}");
            return DigitSource.Mnist(local);
        }

        string? variable = terminal.DataVariable;
        if (string.IsNullOrEmpty(variable))
        {
            terminal.Note($"using the embedded digits, since {local} {Lack(local)} and LOOPNET_DATA is not set");
            return DigitSource.Embedded();
        }

        string folder = MnistFolder.Locate(variable);
        if (!MnistFolder.Exists(folder))
        {
            throw new DataException(
                $"The environment variable LOOPNET_DATA names the folder {variable}, which {Lack(variable)}: correct it, unset it, or use --data.");
        }

        terminal.Note($"using {Called(folder)}, found in {folder}, the folder that LOOPNET_DATA names");
        return DigitSource.Mnist(folder);
    }

    private static string Called(string folder) => MnistFolder.SetName(folder) is "IDX" ? "IDX files" : MnistFolder.SetName(folder);

    private static string Lack(string folder) => Directory.Exists(folder) ? "does not hold all four files of MNIST" : "is not there";
}
