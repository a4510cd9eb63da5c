using System.IO.Compression;

namespace LoopNet.Data;

/// <summary>Files of NumPy: one array (<c>.npy</c>), or several by name (<c>.npz</c>, a zip archive of the first).</summary>
public static class NumPyFile
{
    private const string Ending = ".npy";

    // Zip knows no earlier time, and a file should not tell when it was written.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a file begins as one of NumPy does, whatever its name.</summary>
    public static bool Is(string path)
    {
        return ForeignFile.At(path)?.What is "an array of NumPy (.npy)" or "arrays of NumPy (.npz)";
    }

    /// <summary>Whether the name of a file to write asks for arrays by name.</summary>
    public static bool IsNamed(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads all arrays of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The arrays by their names; that of a <c>.npy</c> is called <c>arr_0</c>, as NumPy calls what has no name.</returns>
    /// <exception cref="DataException">The file cannot be read, or an array is of a type that is not read.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            bool isArchive = file.ReadByte() == 'P';
            file.Position = 0;
            return isArchive ? Archive(file, path) : new Dictionary<string, NpyArray>(StringComparer.Ordinal) { ["arr_0"] = NpyFormat.Read(file, path) };
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{path} is a damaged zip archive ({e.Message.TrimEnd('.')}): save it again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DataException($"{path} cannot be read ({e.Message.TrimEnd('.')}): check the file and the right to read it.", e);
        }
    }

    /// <summary>Writes arrays of doubles by name, whole or not at all; the same numbers give the same bytes.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="arrays">Each array with its name, shape and numbers, the last index fastest.</param>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<(string Name, int[] Shape, double[] Numbers)> arrays)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(arrays);
        WholeFile.Write(path, stream =>
        {
            // The archive is made in memory: it seeks, and the file need not.
            using MemoryStream memory = new();
            using (ZipArchive archive = new(memory, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach ((string name, int[] shape, double[] numbers) in arrays)
                {
                    ZipArchiveEntry entry = archive.CreateEntry($"{name}{Ending}", CompressionLevel.NoCompression);
                    entry.LastWriteTime = NoTime;
                    using Stream content = entry.Open();
                    NpyFormat.Write(content, shape, numbers);
                }
            }

            memory.WriteTo(stream);
        });
    }

    private static Dictionary<string, NpyArray> Archive(FileStream file, string path)
    {
        Dictionary<string, NpyArray> arrays = new(StringComparer.Ordinal);
        using ZipArchive archive = new(file, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = entry.FullName.EndsWith(Ending, StringComparison.Ordinal) ? entry.FullName[..^Ending.Length] : entry.FullName;
            using Stream content = new CheckedStream(entry.Open(), entry.Crc32, $"{path}: {name}");
            if (!arrays.TryAdd(name, NpyFormat.Read(content, $"{path}: {name}")))
            {
                throw new DataException($"{path} holds the array {name} twice: save it again.");
            }
        }

        return arrays.Count > 0 ? arrays : throw new DataException($"{path} holds no array: save it again.");
    }
}
