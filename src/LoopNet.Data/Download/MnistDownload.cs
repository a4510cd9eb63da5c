namespace LoopNet.Data;

/// <summary>Fetches the files of MNIST into a folder, and puts them in place when all of them are there and right.</summary>
/// <remarks>
/// Until then each file is a <c>.part</c>, from which the next download goes on. So a folder never holds images of
/// one set beside labels of another, and what looks complete is complete.
/// </remarks>
public sealed class MnistDownload
{
    // The mirror that is asked first: the one that gave the file before, so that a dead one is waited for once only.
    private int _firstMirror;

    /// <summary>The folder, which is made where it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>The mirrors, in the order in which they are tried.</summary>
    public IReadOnlyList<Uri> Mirrors { get; init; } = MnistMirrors.All;

    /// <summary>The files.</summary>
    public IReadOnlyList<DownloadFile> Files { get; init; } = MnistFiles.All;

    /// <summary>How patient the download is.</summary>
    public DownloadLimits Limits { get; init; } = new();

    /// <summary>Told, in a sentence, when a mirror fails and another is tried.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Called when a transfer starts; what it returns is disposed when the transfer ends.</summary>
    public Func<TransferProgress, IDisposable?>? Watch { get; init; }

    /// <summary>Fetches what is not there, and puts it in place.</summary>
    /// <param name="cancellation">Ends the download; what has come stays as parts.</param>
    /// <returns>What came of each file, in the order of <see cref="Files"/>.</returns>
    /// <exception cref="DataException">No mirror gave a file, or the folder cannot be written; nothing is put in place.</exception>
    /// <exception cref="OperationCanceledException">The download was ended; nothing is put in place.</exception>
    public async Task<IReadOnlyList<DownloadedFile>> RunAsync(CancellationToken cancellation)
    {
        MakeFolder();
        List<DownloadPlace> fetched = [];
        List<DownloadedFile> files = [];
        using DownloadClient client = new(Limits);
        foreach (DownloadFile file in Files)
        {
            DownloadPlace place = new(Folder, file);
            string? existing = place.Existing();
            if (existing is not null && Verification.ProblemOfFile(existing, file, cancellation) is null)
            {
                files.Add(new DownloadedFile(existing, "there already, and right", Replaced: null));
                continue;
            }

            string origin = await FetchAsync(client, file, place, cancellation);
            fetched.Add(place);
            files.Add(new DownloadedFile(place.FilePath, origin, existing));
        }

        cancellation.ThrowIfCancellationRequested();
        foreach (DownloadPlace place in fetched)
        {
            place.PutPartInPlace();
        }

        return files;
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new DataException($"{Folder}: the folder cannot be made ({exception.Message.TrimEnd('.')}): name another one.", exception);
        }
    }

    private async Task<string> FetchAsync(DownloadClient client, DownloadFile file, DownloadPlace place, CancellationToken cancellation)
    {
        using PartFile part = PartFile.Open(place.PartPath);
        if (part.Length > 0 && part.Problem(file, cancellation) is null)
        {
            return "fetched by an earlier download";
        }

        FileFetch fetch = new(client, file, part, Limits) { Watch = Watch };
        for (int tried = 1; ; tried++)
        {
            Uri mirror = Mirrors[_firstMirror];
            try
            {
                await fetch.FromAsync(mirror, cancellation);
                return $"fetched from {mirror}";
            }
            catch (MirrorException exception)
            {
                _firstMirror = (_firstMirror + 1) % Mirrors.Count;
                string failure = $"{file.CompressedName}: the mirror {mirror} {exception.Message}";
                if (tried == Mirrors.Count)
                {
                    throw new DataException($"{failure}; {Advice(part)}.", exception);
                }

                Note?.Invoke($"{failure}; trying the next mirror, {Mirrors[_firstMirror]}");
            }
        }
    }

    private string Advice(PartFile part)
    {
        string whole = Mirrors.Count == 1 ? "" : $"that was the last of {Mirrors.Count} mirrors: ";
        string rest = part.Length > 0 ? $", which goes on from the {part.Length:N0} bytes in {part.Path}," : "";
        return $"{whole}check the connection and try again{rest} or name another mirror with --mirror";
    }
}
