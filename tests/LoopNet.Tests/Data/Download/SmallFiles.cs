using System.Security.Cryptography;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Four small files that stand for those of MNIST: noise of seven bits, so that they stay large when compressed, and become no larger.</summary>
public static class SmallFiles
{
    private const int Size = 200_000;

    private static readonly byte[][] Contents = [.. MnistFiles.All.Select(file => Noise(file.Name))];

    public static IReadOnlyList<DownloadFile> All { get; } =
        [.. MnistFiles.All.Select((file, index) => new DownloadFile(file.Name, Size, Convert.ToHexStringLower(SHA256.HashData(Contents[index]))))];

    /// <summary>The first of them alone.</summary>
    public static IReadOnlyList<DownloadFile> First { get; } = [All[0]];

    public static string FirstName => All[0].CompressedName;

    /// <summary>The first, as a mirror keeps it.</summary>
    public static byte[] FirstBytes { get; } = TemporaryFolder.Gzip(Contents[0]);

    /// <summary>A file as a mirror keeps it, by the name of its compressed form.</summary>
    public static byte[] Compressed(string name) => TemporaryFolder.Gzip(Content(name));

    /// <summary>What the file of that name holds.</summary>
    public static byte[] Content(string name) => Contents[All.ToList().FindIndex(file => file.CompressedName == name)];

    private static byte[] Noise(string purpose)
    {
        SeededRandom random = new(1, purpose);
        byte[] bytes = new byte[Size];
        for (int index = 0; index < Size; index++)
        {
            bytes[index] = (byte)random.NextIndex(128);
        }

        return bytes;
    }
}
