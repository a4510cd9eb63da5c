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

    public LoopbackServer()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/mnist/");
        _ = AcceptAsync();
    }

    /// <summary>The folder that the server keeps, with a slash at its end.</summary>
    public Uri Address { get; }

    /// <summary>What is answered to a path; at first the small files.</summary>
    public Func<string, Answer> Answers { get; set; } = Answer.Right;

    /// <summary>What was asked for so far.</summary>
    public ConcurrentQueue<string> Paths { get; } = new();

    /// <summary>Done when an answer has reached the point at which it stalls.</summary>
    public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient connection = client;
        using StreamReader reader = new(client.GetStream(), Encoding.ASCII);
        string path = (await reader.ReadLineAsync(_end.Token))!.Split(' ')[1];
        while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 })
        {
            // The head of the request ends with an empty line.
        }

        Paths.Enqueue(path);
        Answer answer = Answers(path);
        int trickling = answer.Bytes.Length - answer.Trickling;
        await client.GetStream().WriteAsync(answer.Bytes.AsMemory(0, trickling), _end.Token);
        for (int next = trickling; next < answer.Bytes.Length; next++)
        {
            await Task.Delay(10, _end.Token);
            await client.GetStream().WriteAsync(answer.Bytes.AsMemory(next, 1), _end.Token);
        }

        if (answer.Stalls)
        {
            Stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, _end.Token);
        }
    }
}

/// <summary>What the server sends, the last bytes each 10 ms after the one before; then the connection ends, or stays open and still.</summary>
public sealed record Answer(byte[] Bytes, int Trickling = 0, bool Stalls = false)
{
    public static Answer Right(string path) => Of(200, SmallFiles.Compressed(path.Split('/')[^1]));

    public static Answer Of(int status, byte[] body, string? header = null)
    {
        string head = $"HTTP/1.1 {status} Answer\r\n{header ?? $"Content-Length: {body.Length}"}\r\nConnection: close\r\n\r\n";
        return new Answer([.. Encoding.ASCII.GetBytes(head), .. body]);
    }

    /// <summary>No more than the first 100,000 bytes.</summary>
    public Answer Cut() => this with { Bytes = Bytes[..100_000] };
}
