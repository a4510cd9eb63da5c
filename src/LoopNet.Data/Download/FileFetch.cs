namespace LoopNet.Data;

/// <summary>One file from one mirror: asked for until it is whole, and verified.</summary>
internal sealed class FileFetch(DownloadClient client, DownloadFile file, PartFile part, DownloadLimits limits)
{
    /// <summary>Called when a transfer starts; what it returns is disposed when the transfer ends.</summary>
    public Func<TransferProgress, IDisposable?>? Watch { get; init; }

    /// <summary>Fetches the file into its part.</summary>
    /// <param name="mirror">The mirror.</param>
    /// <param name="cancellation">Ends the fetch; the part stays.</param>
    /// <exception cref="MirrorException">The mirror does not give the file, or gives a wrong one, of which nothing stays.</exception>
    /// <exception cref="DataException">The part cannot be written.</exception>
    public async Task FromAsync(Uri mirror, CancellationToken cancellation)
    {
        // Bytes from before, perhaps of another mirror: where the whole is wrong, they may be the reason.
        bool hasOlderBytes = part.Length > 0;
        while (true)
        {
            await TransferAsync(mirror, cancellation);
            string? problem = part.Problem(file, cancellation);
            if (problem is null)
            {
                return;
            }

            part.Clear();
            if (!hasOlderBytes)
            {
                throw new MirrorException($"has a wrong file there, which {problem}");
            }

            hasOlderBytes = false;
        }
    }

    private async Task TransferAsync(Uri mirror, CancellationToken cancellation)
    {
        FileTransfer transfer = new(client, file, part, limits);
        for (int attempt = 1; ; attempt++)
        {
            TransferProgress progress = new(file.CompressedName, mirror, part.Length);
            try
            {
                using IDisposable? display = Watch?.Invoke(progress);
                await transfer.RunAsync(new Uri(mirror, file.CompressedName), progress, cancellation);
                return;
            }
            catch (MirrorException exception) when (exception.CanGoOn && attempt < limits.Attempts)
            {
                // The next attempt goes on where this one broke off.
            }
        }
    }
}
