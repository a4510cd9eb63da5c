namespace LoopNet.Data;

/// <summary>Fetches the files of MNIST into a folder, and puts them in place when all of them are there and right.</summary>
/// <remarks>
/// Until then each file that has come is a <c>.part</c>, whole and right, which the next download need not fetch again. So a
/// folder never holds images of one set beside labels of another, and what looks complete is complete.
/// </remarks>
/// <param name="folder">The folder, which is made where it is missing.</param>
/// <param name="mirrors">The mirrors, at least one, in the order in which they are tried.</param>
/// <param name="files">The files.</param>
public sealed class MnistDownload(string folder, IReadOnlyList<Uri> mirrors, IReadOnlyList<DownloadFile> files)
{
    // How often each mirror is asked for a file: what broke off once may come whole another time.
    private const int Rounds = 2;

    // The mirror that is asked next. One that fails goes to the end, so that a dead one is waited for once only.
    private readonly Queue<Uri> _mirrors = new(mirrors);

    /// <summary>How long a mirror may take to answer, and then for each 16 KB.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told, in a sentence, when a mirror fails and the file is asked for once more.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Called when a transfer starts; what it returns is disposed when the transfer ends.</summary>
    public Func<FileTransfer, IDisposable?>? Watch { get; init; }

    /// <summary>Fetches what is not there, and puts it in place.</summary>
    /// <param name="cancellation">Ends the download; files that are whole stay as parts.</param>
    /// <returns>What came of each file, as a line to print.</returns>
    /// <exception cref="DataException">No mirror gave a file, or the folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The download was ended; nothing is put in place.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            List<string> lines = [];
            List<(DownloadFile File, string Target, string[] ReadBefore)> fetched = [];
            foreach (DownloadFile file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                string[] there = [.. MnistFolder.Spellings(file.Name).Select(name => Path.Combine(folder, name)).Where(File.Exists)];
                string? existing = Path.GetFileName(there.FirstOrDefault());
                if (existing is not null && file.IsAt(there[0]))
                {
                    lines.Add($"{existing}: there already, and right");
                    continue;
                }

                // Wrong files that would be read in its stead make room.
                string[] readBefore = [.. there.Where(path => !path.EndsWith(".gz", StringComparison.Ordinal))];
                string target = Path.Combine(folder, file.CompressedName);
                Array.ForEach([.. readBefore, target], WholeFile.Refuse);
                target = WholeFile.Target(target);
                string origin = await FetchAsync(file, Part(target), cancellation);
                lines.Add($"{file.CompressedName}: {origin}{(existing is null ? "" : $"; it replaces a wrong {existing}")}");
                fetched.Add((file, target, readBefore));
            }

            foreach ((DownloadFile file, string target, string[] readBefore) in fetched)
            {
                Place(file, target);
                Array.ForEach(readBefore, File.Delete);
            }

            return lines;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string reason = exception.Message.TrimEnd('.');
            throw new DataException($"{folder}: MNIST cannot be kept there ({reason}): check the right to write, or name another folder.", exception);
        }
    }

    private static string Part(string target) => $"{target}.part";

    private static void Place(DownloadFile file, string target)
    {
        try
        {
            WholeFile.Move(Part(target), target);
        }
        catch (DataException) when (!File.Exists(Part(target)) && file.IsAt(target))
        {
            // Another download into this folder has put it in place.
        }
    }

    private async Task<string> FetchAsync(DownloadFile file, string part, CancellationToken cancellation)
    {
        WholeFile.Refuse(part);
        if (file.IsAt(part))
        {
            return "fetched by an earlier download";
        }

        for (int turn = 1; ; turn++)
        {
            FileTransfer transfer = new(file, _mirrors.Peek());
            try
            {
                using IDisposable? display = Watch?.Invoke(transfer);
                byte[] bytes = await transfer.RunAsync(Stall, cancellation);
                WholeFile.Write(part, stream => stream.Write(bytes));
                return $"fetched from {transfer.Mirror}";
            }
            catch (MirrorException exception)
            {
                string failure = $"{file.CompressedName}: the mirror {transfer.Mirror} {exception.Message}";
                if (turn == Rounds * mirrors.Count)
                {
                    throw new DataException($"{failure}; check the connection and try again, or name another mirror with --mirror.", exception);
                }

                _mirrors.Enqueue(_mirrors.Dequeue());
                Note?.Invoke($"{failure}; trying again at {_mirrors.Peek()}");
            }
        }
    }
}
