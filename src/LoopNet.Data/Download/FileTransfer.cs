using System.Net;
using System.Net.Http.Headers;

namespace LoopNet.Data;

/// <summary>One request for a file, or for the rest of it, and the bytes that come, kept in a part.</summary>
/// <remarks>
/// What is asked for starts a little before the end of the part. The rest is taken only where these bytes are the same
/// again: so a part goes on at any mirror that keeps the same file, on any day, and without a tag that would have to be kept beside it.
/// </remarks>
internal sealed class FileTransfer(DownloadClient client, DownloadFile file, PartFile part, DownloadLimits limits)
{
    private const int Overlap = 1024;
    private const int BufferSize = 1 << 16;

    /// <summary>Fetches what is missing; where the part does not fit, or the mirror knows no ranges, everything.</summary>
    /// <param name="address">The file at a mirror.</param>
    /// <param name="progress">Told of every byte.</param>
    /// <param name="cancellation">Ends the transfer; the part stays.</param>
    /// <exception cref="MirrorException">The mirror did not give the file; what came of it is in the part.</exception>
    /// <exception cref="DataException">The part cannot be written.</exception>
    public async Task RunAsync(Uri address, TransferProgress progress, CancellationToken cancellation)
    {
        if (part.Length > Overlap)
        {
            bool fits = await AskAsync(address, part.Length - Overlap, progress, cancellation);
            if (fits)
            {
                return;
            }
        }

        part.Clear();
        await AskAsync(address, 0, progress, cancellation);
    }

    // False where a range was asked for and does not continue the part.
    private async Task<bool> AskAsync(Uri address, long from, TransferProgress progress, CancellationToken cancellation)
    {
        using StallGuard guard = new(limits, cancellation);
        using HttpResponseMessage response = await client.GetAsync(address, from, guard);
        guard.Renew();
        bool isRest = from > 0 && response.StatusCode == HttpStatusCode.PartialContent;
        if (from > 0 && response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return false;
        }

        if (response.StatusCode != HttpStatusCode.OK && !isRest)
        {
            throw new MirrorException($"answered {(int)response.StatusCode} ({response.StatusCode})");
        }

        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        long? total = isRest ? range?.Length : response.Content.Headers.ContentLength;
        RefuseTooLarge(total);
        Stream body = await ReadAsync(response.Content.ReadAsStreamAsync, guard, cameBefore: false);
        if (isRest)
        {
            bool fits = range?.From == from && await IsSameAgainAsync(body, guard);
            if (!fits)
            {
                return false;
            }
        }
        else
        {
            part.Clear();
        }

        progress.Total = total;
        await AppendAsync(body, total, progress, guard);
        return true;
    }

    private async Task<bool> IsSameAgainAsync(Stream body, StallGuard guard)
    {
        byte[] again = new byte[Overlap];
        int read = await ReadAsync(token => body.ReadAtLeastAsync(again, Overlap, throwOnEndOfStream: false, token).AsTask(), guard, cameBefore: false);
        guard.Received(read);
        return again.AsSpan(0, read).SequenceEqual(part.Tail(Overlap));
    }

    private async Task AppendAsync(Stream body, long? total, TransferProgress progress, StallGuard guard)
    {
        byte[] buffer = new byte[BufferSize];
        long lengthBefore = part.Length;
        progress.Done = part.Length;
        while (true)
        {
            int read = await ReadAsync(token => body.ReadAsync(buffer, token).AsTask(), guard, part.Length > lengthBefore);
            if (read == 0)
            {
                break;
            }

            guard.Received(read);
            RefuseTooLarge(part.Length + read);
            part.Append(buffer, read);
            progress.Done = part.Length;
        }

        if (total is long expected && part.Length != expected)
        {
            throw new MirrorException($"sent {part.Length:N0} of {expected:N0} bytes") { CanGoOn = part.Length > lengthBefore };
        }
    }

    private void RefuseTooLarge(long? length)
    {
        if (length > file.CompressedLimit)
        {
            part.Clear();
            throw new MirrorException($"has a file there that is too large: over {file.CompressedLimit:N0} bytes");
        }
    }

    private async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, StallGuard guard, bool cameBefore)
    {
        try
        {
            return await read(guard.Token);
        }
        catch (OperationCanceledException exception) when (guard.IsStalled)
        {
            throw new MirrorException($"sent next to nothing for {limits.Stall.TotalSeconds:0.###} s", exception) { CanGoOn = cameBefore };
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new MirrorException($"broke off after {part.Length:N0} bytes", exception) { CanGoOn = cameBefore };
        }
    }
}
