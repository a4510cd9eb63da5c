using System.Security.Cryptography;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Four small files that stand for those of MNIST: noise of seven bits, which stays large when compressed, and becomes no larger.</summary>
public static class SmallFiles
{
    public static IReadOnlyList<DownloadFile> All { get; } =
        [.. MnistFiles.All.Select(file => new DownloadFile(file.Name, 200_000, Convert.ToHexStringLower(SHA256.HashData(Content(file.CompressedName)))))];

    /// <summary>What a file holds, by the name of its compressed form.</summary>
    public static byte[] Content(string name)
    {
        SeededRandom random = new(1, name);
        return [.. Enumerable.Range(0, 200_000).Select(_ => (byte)random.NextIndex(128))];
    }

    /// <summary>A file as a mirror keeps it, by its name.</summary>
    public static byte[] Compressed(string name) => TemporaryFolder.Gzip(Content(name));
}
