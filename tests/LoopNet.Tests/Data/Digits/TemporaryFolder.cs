using System.Diagnostics;
using System.IO.Compression;

namespace LoopNet.Tests.Data;

/// <summary>An empty folder for the files of one test, removed at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("loopnet-test-").FullName;

    public string Write(string name, params byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteText(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs lines of a shell in the folder, for what .NET cannot make: pipes, and links that lead nowhere.</summary>
    public void Shell(string script)
    {
        ProcessStartInfo start = new("sh", ["-ec", script]) { WorkingDirectory = Path };
        using Process shell = Process.Start(start)!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    public static byte[] Gzip(params byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
