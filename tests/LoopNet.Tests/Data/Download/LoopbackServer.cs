using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoopNet.Tests.Data;

/// <summary>A small HTTP server on this machine that answers as a test wants, well or badly: one request per connection.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Request, Answer> _answer;

    public LoopbackServer(Func<Request, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The folder that the server keeps, with a slash at its end.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/mnist/");

    /// <summary>What was asked for so far.</summary>
    public Request[] Requests => [.. _requests];

    /// <summary>Done when an answer has reached the point at which it stalls.</summary>
    public Task Stalled => _stalled.Task;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_end.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                Request request = await ReadAsync(stream);
                _requests.Enqueue(request);
                await WriteAsync(stream, _answer(request));
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private static async Task<Request> ReadAsync(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        string[] first = (await reader.ReadLineAsync() ?? "").Split(' ');
        long? from = null;
        while (await reader.ReadLineAsync() is string line && line.Length > 0)
        {
            const string range = "Range: bytes=";
            if (line.StartsWith(range, StringComparison.OrdinalIgnoreCase))
            {
                from = long.Parse(line[range.Length..].TrimEnd('-'));
            }
        }

        return new Request(first[1].Split('/')[^1], first[1], from);
    }

    private async Task WriteAsync(NetworkStream stream, Answer answer)
    {
        if (answer.Status == 0)
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        string length = answer.SaysLength ? $"Content-Length: {answer.Body.Length}\r\n" : "";
        string head = $"HTTP/1.1 {answer.Status} Answer\r\n{length}{string.Concat(answer.Headers.Select(header => header + "\r\n"))}Connection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _end.Token);
        await stream.WriteAsync(answer.Body.AsMemory(0, answer.CutAfter ?? answer.Body.Length), _end.Token);
        await stream.FlushAsync(_end.Token);
        for (int next = answer.CutAfter ?? answer.Body.Length; answer.Trickles && next < answer.Body.Length; next++)
        {
            await stream.WriteAsync(answer.Body.AsMemory(next, 1), _end.Token);
            await Task.Delay(20, _end.Token);
        }

        if (answer.Stalls)
        {
            _stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, _end.Token);
        }
    }
}

/// <summary>What a client asked for.</summary>
/// <param name="File">The last part of the path.</param>
/// <param name="Path">The whole path.</param>
/// <param name="From">The first byte of the range, where one was asked for.</param>
public sealed record Request(string File, string Path, long? From);

/// <summary>What the server sends, and how far it comes.</summary>
public sealed record Answer(int Status, byte[] Body)
{
    public string[] Headers { get; init; } = [];

    /// <summary>Only so many bytes of the body are sent.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The connection stays open behind the last byte that is sent.</summary>
    public bool Stalls { get; init; }

    /// <summary>The rest comes byte by byte, which would take half an hour.</summary>
    public bool Trickles { get; init; }

    public bool SaysLength { get; init; } = true;

    /// <summary>A file, or the range of it that was asked for.</summary>
    public static Answer Of(byte[] file, Request request)
    {
        if (request.From is not long from)
        {
            return new Answer(200, file);
        }

        return from < file.Length
            ? new Answer(206, file[(int)from..]) { Headers = [$"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}"] }
            : new Answer(416, []) { Headers = [$"Content-Range: bytes */{file.Length}"] };
    }

    /// <summary>No answer at all, on a connection that stays open.</summary>
    public static Answer Silence { get; } = new(0, []);

    public static Answer Redirect(string location) => new(302, []) { Headers = [$"Location: {location}"] };
}
