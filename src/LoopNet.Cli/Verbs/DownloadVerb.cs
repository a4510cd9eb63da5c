using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet data download</c>: fetches MNIST.</summary>
public static class DownloadVerb
{
    private const string Explanation = """
        Fetches the four files of MNIST, 11 MB in all, over HTTPS, and checks that the SHA-256 of what they hold is MNIST's
        before any of them is put in place. Files that are there and right are left alone; wrong ones are replaced by right ones.
        After that, loopnet train finds the digits in ./data/mnist by itself.

        When a mirror fails, the next one is tried, and each of them twice. A download that ends early, by Ctrl-C too, keeps the
        files that are whole, as NAME.gz.part; a file that broke off starts again the next time.
        """;

    private const string MirrorHelp = """
        The address of a folder with the four .gz files, instead of the well-known mirrors; give the option several times
        for several, which are tried in turn. It starts with https://, or with http:// on this machine.
        """;

    /// <summary>Makes the verb.</summary>
    internal static Verb Create(Terminal terminal)
    {
        Option<string?> folder = new("--to") { HelpName = "DIR", Description = "The folder to put them in; it is made where it is missing. Default: ./data/mnist." };
        Option<string[]> mirrors = new("--mirror") { HelpName = "URL", Description = MirrorHelp };
        Verb verb = new("download", "fetch MNIST, verified, into ./data/mnist")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet data download", "Put MNIST where train, evaluate and the others find it."),
                ("loopnet data download --to mnist --mirror https://example.org/mnist/", "Another folder, from a mirror of your own."),
            ],
        };
        verb.Options.Add(folder);
        verb.Options.Add(mirrors);
        verb.SetAction(parse =>
        {
            string place = parse.GetValue(folder) ?? Standard(terminal);
            if (place.Trim().Length == 0)
            {
                throw new UsageException("--to needs the name of a folder");
            }

            string[] given = parse.GetValue(mirrors) ?? [];
            IReadOnlyList<Uri> chosen = given.Length == 0 ? MnistMirrors.All : [.. given.Select(MnistMirrors.Parse)];
            OutputFile.CheckFolder(place, "--to");
            return Run(place, chosen, MnistFiles.All, terminal);
        });
        return verb;
    }

    /// <summary>Fetches files and tells what came of each.</summary>
    /// <param name="folder">Where they are put.</param>
    /// <param name="mirrors">Where they are kept, at least one.</param>
    /// <param name="files">The files.</param>
    /// <param name="terminal">Where results, notes and progress go.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="DataException">No mirror gave a file, or the folder cannot be written.</exception>
    public static int Run(string folder, IReadOnlyList<Uri> mirrors, IReadOnlyList<DownloadFile> files, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        MnistDownload download = new(folder, mirrors, files) { Note = terminal.Note, Watch = transfer => Watch(transfer, terminal) };
        try
        {
            // The one place where this thread waits for the network.
            foreach (string line in download.RunAsync(terminal.Interrupted).GetAwaiter().GetResult())
            {
                terminal.Output.WriteLine(line);
            }
        }
        catch (OperationCanceledException) when (terminal.Interrupted.IsCancellationRequested)
        {
            terminal.Note("interrupted; the next download keeps the files that are whole");
            return ExitStatus.Interrupted;
        }

        bool isFound = Path.GetFullPath(folder) == Path.GetFullPath(Standard(terminal));
        terminal.Output.WriteLine(isFound ? $"MNIST is in {folder}, where loopnet train finds it" : $"MNIST is in {folder}: use it with --data {folder}");
        return ExitStatus.Done;
    }

    private static string Standard(Terminal terminal) => Path.Join(terminal.Folder, "data", "mnist");

    // A bar on a screen, else a line when the transfer starts.
    private static ProgressBar? Watch(FileTransfer transfer, Terminal terminal)
    {
        if (!terminal.ShowsProgress)
        {
            terminal.Note($"fetching {transfer.FileName} from {transfer.Mirror}");
        }

        return ProgressBar.OfTransfer(terminal, transfer);
    }
}
