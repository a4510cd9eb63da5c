using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LoopNet.Data;

/// <summary>
/// MNIST's handwritten digits, read from a folder that holds its four IDX files under their usual names.
/// </summary>
/// <remarks>
/// Each file is <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, <c>t10k-images-idx3-ubyte</c> or
/// <c>t10k-labels-idx1-ubyte</c>, also with a dot for the last-but-one hyphen (<c>train-images.idx3-ubyte</c>), also compressed
/// (<c>.gz</c>). Where a file is there under several of these names, the uncompressed one is read; <c>test</c> in place of <c>t10k</c> and a folder
/// of the file's own name around it are known too. Other sets in the same format (Fashion-MNIST, KMNIST) read as well.
/// </remarks>
public static class MnistFolder
{
    /// <summary>The SHA-256 of MNIST's file of training labels, by which MNIST is known.</summary>
    internal const string TrainingLabelsSha256 = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5";

    // Enough for every set of this format that has the same four files, and a bound on what a forged header can ask for.
    private const int MaxCount = 1_000_000;

    // The labels of EMNIST's letters go from 1 to 26.
    private const int Letters = 26;

    // Where torchvision and others put the files below the folder that they are given.
    private static readonly string[] Below = ["", "MNIST/raw", "raw", "mnist", "FashionMNIST/raw", "KMNIST/raw"];

    private static readonly string[] SetEndings = [".npz", ".npy", ".csv", ".csv.gz"];

    // Fashion-MNIST is known by its first labels.
    private static readonly byte[] FirstOfFashion = [9, 0, 0, 3, 0, 2, 7, 2, 5, 5];

    /// <summary>Whether all four files are in the folder; not whether they are sound.</summary>
    /// <param name="folder">A folder, which need not exist.</param>
    public static bool Exists(string folder) => Files(folder).Count == 4;

    /// <summary>The paths of those of the four files that are in the folder.</summary>
    /// <param name="folder">A folder, which need not exist.</param>
    public static IReadOnlyList<string> Files(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string?[] found =
        [
            Find(folder, "train", "images", 3), Find(folder, "train", "labels", 1),
            Find(folder, "t10k", "images", 3), Find(folder, "t10k", "labels", 1),
        ];
        return [.. found.OfType<string>()];
    }

    /// <summary>The folder that holds the four files: the one that is given, or one below it where torchvision puts them.</summary>
    /// <param name="folder">A folder, which need not exist.</param>
    /// <returns>The folder with all four files; the one that is given where none has them.</returns>
    public static string Locate(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Below.Select(below => below.Length == 0 ? folder : Path.Combine(folder, below)).FirstOrDefault(Exists) ?? folder;
    }

    /// <summary>Which set the four files hold, as far as it is known: <c>MNIST</c>, <c>Fashion-MNIST</c> or <c>IDX</c>.</summary>
    /// <param name="folder">A folder, which need not exist.</param>
    public static string SetName(string folder)
    {
        if (Find(folder, "train", "labels", 1) is not string path)
        {
            return "MNIST";
        }

        try
        {
            byte[] labels = ReadLabels(path);
            string hash = Convert.ToHexStringLower(SHA256.HashData([0, 0, 8, 1, .. Size(labels.Length), .. labels]));
            bool isFashion = labels.AsSpan().StartsWith(FirstOfFashion);
            return (hash == TrainingLabelsSha256, isFashion) switch
            {
                (true, _) => "MNIST",
                (_, true) => "Fashion-MNIST",
                _ => "IDX",
            };
        }
        catch (DataException)
        {
            // What is wrong is told where the digits are read.
            return "IDX";
        }
    }

    /// <summary>Reads the digits to train on: 60,000 of them in MNIST.</summary>
    /// <param name="folder">The folder that holds the files.</param>
    /// <exception cref="DataException">A file is missing or cannot be used; the message names it and says why.</exception>
    public static DigitSet ReadTraining(string folder) => Read(folder, "train", $"{SetName(folder)} training digits");

    /// <summary>Reads the digits to test with: 10,000 of them in MNIST.</summary>
    /// <param name="folder">The folder that holds the files.</param>
    /// <exception cref="DataException">A file is missing or cannot be used; the message names it and says why.</exception>
    public static DigitSet ReadTest(string folder) => Read(folder, "t10k", $"{SetName(folder)} test digits");

    /// <summary>The names under which a file is looked for, in this order.</summary>
    /// <param name="name">Its usual name, for example <c>train-images-idx3-ubyte</c>.</param>
    internal static string[] Spellings(string name)
    {
        string dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        return [name, dotted, $"{name}.gz", $"{dotted}.gz"];
    }

    private static DigitSet Read(string folder, string part, string name)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string imagePath = Require(folder, part, "images", 3, name);
        string labelPath = Require(folder, part, "labels", 1, name);

        byte[] labels = ReadLabels(labelPath);
        byte[] pixels = ReadImages(imagePath, labelPath, labels.Length);
        return new DigitSet(name, pixels, labels);
    }

    private static byte[] ReadLabels(string path)
    {
        using IdxFile file = IdxFile.Open(path);
        long count = file.ReadHeader(1, "labels (1 dimension)")[0];
        CheckCount(path, count, "labels");

        byte[] labels = file.ReadElements((int)count);
        for (int s = 0; s < labels.Length; s++)
        {
            if (labels[s] >= DigitSet.ClassCount)
            {
                throw new DataException(
                    Invariant($"{path} gives image {s} (counted from 0) the label {labels[s]}, ") +
                    $"but a label is 0 to 9: {OtherClasses(labels)}.");
            }
        }

        return labels;
    }

    private static string OtherClasses(byte[] labels)
    {
        int largest = labels.Max();
        return largest <= Letters && labels.Min() == 1
            ? Invariant($"its labels are 1 to {largest}, as those of EMNIST's letters, which are no digits; use a set of digits")
            : Invariant($"its labels go to {largest}; use a set of digits, or take the other images out");
    }

    // A size as the header has it.
    private static byte[] Size(int count)
    {
        byte[] size = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(size, count);
        return size;
    }

    private static byte[] ReadImages(string path, string labelPath, int labelCount)
    {
        using IdxFile file = IdxFile.Open(path);
        long[] sizes = file.ReadHeader(3, "images (3 dimensions)");
        CheckCount(path, sizes[0], "images");
        if (sizes[1] != DigitSet.Side || sizes[2] != DigitSet.Side)
        {
            throw new DataException(
                Invariant($"{path} holds images of {sizes[1]} x {sizes[2]} pixels, ") +
                "but 28 x 28 were expected: use a set in MNIST's own size.");
        }

        if (sizes[0] != labelCount)
        {
            throw new DataException(
                Invariant($"{path} holds {sizes[0]} images, but {labelPath} holds {labelCount} labels: ") +
                "take both files from the same set.");
        }

        return file.ReadElements(labelCount * DigitSet.PixelCount);
    }

    private static void CheckCount(string path, long count, string content)
    {
        if (count == 0)
        {
            throw new DataException($"{path} holds 0 {content}, but at least 1 was expected: get the file again.");
        }

        if (count > MaxCount)
        {
            throw new DataException(Invariant($"{path} promises {count} {content}, but {MaxCount} at most were expected: get the file again."));
        }

        DigitMemory.Check(path, count);
    }

    private static string Require(string folder, string part, string content, int dimensions, string name)
    {
        if (!Directory.Exists(folder))
        {
            throw new DataException($"There is no folder {folder} to read the {name} from: give the folder that holds MNIST's four files.");
        }

        string? path = Find(folder, part, content, dimensions);
        if (path is null)
        {
            string names = string.Join(", ", Names(part, content, dimensions));
            throw new DataException(
                $"The {content} of the {name} are not in the folder {folder}: " +
                $"one of these files was looked for: {names}; {Instead(folder)}put it there or give another folder.");
        }

        return path;
    }

    // What the folder holds in place of MNIST's files.
    private static string Instead(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        string? other = Array.Find(files, file => file.Contains("-images-idx3-ubyte", StringComparison.Ordinal) && !file.StartsWith('t'));
        string? set = Array.Find(files, file => SetEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
        return (other, set) switch
        {
            (not null, _) when other.StartsWith("emnist", StringComparison.Ordinal) =>
                $"it holds {other}, a part of EMNIST, whose pictures lie on their side (rows and columns are swapped): set them upright and write them under MNIST's names; else ",
            (not null, _) => $"it holds {other}: rename it and the three others to MNIST's names; else ",
            (_, not null) => $"it holds {set}, which --data takes as a file; else ",
            _ => "",
        };
    }

    private static string? Find(string folder, string part, string content, int dimensions)
    {
        foreach (string name in Names(part, content, dimensions))
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return path;
            }

            // Kaggle unpacks each file into a folder of its name.
            string inside = Path.Combine(path, name);
            if (File.Exists(inside))
            {
                return inside;
            }
        }

        return null;
    }

    private static string[] Names(string part, string content, int dimensions)
    {
        string[] usual = Spellings(Invariant($"{part}-{content}-idx{dimensions}-ubyte"));
        return part == "train" ? usual : [.. usual, .. Spellings(Invariant($"test-{content}-idx{dimensions}-ubyte"))];
    }
}
