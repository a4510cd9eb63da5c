using System.Net;

namespace LoopNet.Data;

/// <summary>The transfer of one file from one mirror: it comes whole and right, or not at all.</summary>
/// <remarks>Another thread may ask at any time how far it is.</remarks>
/// <param name="file">The file.</param>
/// <param name="mirror">Where it comes from.</param>
public sealed class FileTransfer(DownloadFile file, Uri mirror)
{
    // The bytes that have to come within the time of a stall: a mirror that sends one now and then is stalled too.
    private const int ChunkSize = 16 * 1024;

    /// <summary>The file as the mirror calls it, for example <c>train-images-idx3-ubyte.gz</c>.</summary>
    public string FileName => file.CompressedName;

    /// <summary>Where it comes from.</summary>
    public Uri Mirror => mirror;

    /// <summary>The bytes that are here.</summary>
    public long Done { get; private set; }

    /// <summary>The bytes that the file has, compressed; 0 where the mirror has not said.</summary>
    public long Total { get; private set; }

    /// <summary>Fetches the file and gives its bytes, compressed.</summary>
    /// <exception cref="MirrorException">The mirror does not give the file, or gives a wrong one.</exception>
    internal async Task<byte[]> RunAsync(TimeSpan stall, CancellationToken cancellation)
    {
        // From https a redirection is followed, though never to http: .NET sees to that. What stays on this machine takes no proxy.
        using SocketsHttpHandler handler = new() { AllowAutoRedirect = mirror.Scheme == Uri.UriSchemeHttps, UseProxy = !mirror.IsLoopback };
        using HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("LoopNet");
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(stall);
        try
        {
            Uri address = new(mirror, FileName);
            using HttpResponseMessage response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            byte[] bytes = await ReadAsync(response, stall, patience);
            string? problem = file.ProblemOfCompressed(bytes);
            return problem is null ? bytes : throw new MirrorException($"has a wrong file there, which {problem}");
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new MirrorException(Invariant($"sent next to nothing for {stall.TotalSeconds:0.###} s"), exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or UriFormatException)
        {
            throw new MirrorException($"cannot be reached ({exception.GetBaseException().Message.TrimEnd('.')})", exception);
        }
        catch (IOException exception)
        {
            throw new MirrorException("broke off before the end of the file", exception);
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, TimeSpan stall, CancellationTokenSource patience)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new MirrorException(Invariant($"answered {(int)response.StatusCode} ({response.StatusCode})"));
        }

        Total = response.Content.Headers.ContentLength ?? 0;
        await using Stream body = await response.Content.ReadAsStreamAsync(patience.Token);
        using MemoryStream received = new();
        byte[] chunk = new byte[ChunkSize];
        int read = ChunkSize;
        while (read == ChunkSize)
        {
            patience.CancelAfter(stall);
            read = await body.ReadAtLeastAsync(chunk, ChunkSize, throwOnEndOfStream: false, patience.Token);
            received.Write(chunk, 0, read);
            Done = received.Length;
            if (Math.Max(Done, Total) > file.CompressedLimit)
            {
                throw new MirrorException(Invariant($"has a file there that is too large: over {file.CompressedLimit:N0} bytes"));
            }
        }

        return received.ToArray();
    }
}
