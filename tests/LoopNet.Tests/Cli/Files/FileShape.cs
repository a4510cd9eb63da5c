using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using LoopNet.Data;

namespace LoopNet.Tests.Cli;

/// <summary>A file as people bring it, made from drawn digits.</summary>
/// <param name="What">What it is, for the table.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Options">What the command line has beside --data.</param>
public sealed record FileShape(string What, string Name, byte[] Bytes, params string[] Options)
{
    private static readonly DigitSet Digits = DrawnDigits.Training(1, 40);

    /// <summary>Files that hold digits, or should.</summary>
    public static IReadOnlyList<FileShape> All { get; } =
    [
        Table("label first, with a header", header: true),
        Table("label first, without a header"),
        Table("label last, named by a header", lastNamed: "class"),
        Table("label last, without a header", last: true),
        Table("label last, without a header, `--label last`", last: true, options: ["--label", "last"]),
        Table("semicolons between the columns", separator: ";"),
        Table("tabs between the columns", separator: "\t"),
        Table("blanks between the columns", separator: " "),
        Table("a comma at the end of each line", end: ","),
        Table("a column that numbers the rows, then label and pixels", index: true),
        Table("the same with a header, as pandas writes it", header: true, index: true),
        Table("a header of numbers, 0 to 784", numbers: true),
        Table("pixels as fractions from 0 to 1", pixel: value => (value / 255.0).ToString("R", CultureInfo.InvariantCulture)),
        Table("pixels as `5.0`", pixel: value => Invariant($"{value}.0")),
        Table("pixels and labels as `5.000e+00`, as numpy.savetxt writes them", pixel: value => value.ToString("0.000e+00", CultureInfo.InvariantCulture), label: value => value.ToString("0.000e+00", CultureInfo.InvariantCulture), separator: " "),
        Table("pixels with a decimal comma", pixel: value => (value / 255.0).ToString("F3", CultureInfo.InvariantCulture).Replace('.', ','), separator: ";"),
        Table("pixels standardised: mean taken away", pixel: value => ((value - 33.0) / 78.0).ToString("F4", CultureInfo.InvariantCulture)),
        Table("one line of fractions among bytes", pixel: value => Invariant($"{value}"), spoilt: true),
        Table("labels as vectors of 0 and 1", label: value => string.Join(',', Enumerable.Range(0, 10).Select(k => k == value ? 1 : 0))),
        Table("labels from 1 to 10", label: value => Invariant($"{value + 1}")),
        Table("labels as words", label: value => $"digit {value}"),
        Table("lines of blanks between the lines", newLine: "\n  \n"),
        Table("Windows line ends, quotes around numbers", newLine: "\r\n", pixel: value => $"\"{value}\""),
        new("compressed with gzip", "digits.csv.gz", Gzip(Text(Lines()))),
        new("784 pixels and no label, as Kaggle's test.csv", "test.csv", Text(string.Concat(Enumerable.Range(0, Digits.Count).Select(index => $"{string.Join(',', Digits.Pixels(index).ToArray())}\n")))),
        new("scikit-learn's digits of 8 x 8", "digits8.csv", Text($"{string.Join(',', new int[65])}\n")),
        new("an empty file", "empty.csv", []),
        new("a web page", "digits.csv", Text("<!DOCTYPE html>\n<html><head><title>mnist</title></head></html>\n")),
        new("a pointer of Git LFS", "digits.csv", Text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 109640201\n")),
        new("an ARFF file, as OpenML offers it", "mnist_784.arff", Text("@RELATION mnist_784\n@ATTRIBUTE pixel1 real\n")),
        new("a table of LIBSVM", "mnist.scale", Text("5 153:0.0117647 154:0.0705882\n")),
        new("UTF-16, as Excel's \"Unicode text\"", "digits.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Lines())]),
        new("arrays of NumPy, x_train to y_test", "mnist.npz", Npz(("x_train", [40, 28, 28], Pixels(40)), ("y_train", [40], Labels(40)), ("x_test", [10, 28, 28], Pixels(10)), ("y_test", [10], Labels(10)))),
        new("arrays of NumPy, X as (N, 784) and y as (N, 1)", "digits.npz", Npz(("X", [40, 784], Pixels(40)), ("y", [40, 1], Labels(40)))),
        new("arrays of NumPy without names", "digits.npz", Npz(("arr_0", [40, 28, 28], Pixels(40)), ("arr_1", [40], Labels(40)))),
        new("arrays of NumPy of 32 x 32", "digits.npz", Npz(("x_train", [2, 32, 32], new double[2048]), ("y_train", [2], Labels(2)))),
        new("a pickle of Python", "mnist.pkl", [0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0, 0, 0x5D]),
        new("mnist.pkl.gz of the old tutorials", "mnist.pkl.gz", Gzip(0x80, 2, 0x28, 0x63, 0x6E, 0x75)),
        new("a Parquet file", "train.parquet", [.. "PAR1"u8, 0x15, 0, 0x15]),
        new("a MATLAB file", "mnist-original.mat", [.. "MATLAB 5.0 MAT-file, Platform: posix"u8, 0, 1]),
        new("an HDF5 file", "mnist.h5", [0x89, .. "HDF\r\n"u8, 0x1A, 0x0A, 0]),
        new("a zip archive", "archive.zip", Zip("mnist_train.csv")),
        new("an Excel workbook", "digits.xlsx", Zip("[Content_Types].xml")),
        new("a PNG picture", "seven.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0x0D]),
        new("a JPEG picture", "seven.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10]),
        new("one of MNIST's files alone", "train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28, .. new byte[784]]),
        new("an IDX file of floats", "images-idx3-float", [0, 0, 0x0D, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28, 0, 0]),
        new("a binary file of no known kind", "digits.bin", [1, 2, 3, 0, 4, 5]),
    ];

    /// <summary>Folders that hold digits under other names or in other places: each is a list of files.</summary>
    public static IReadOnlyList<(string What, (string Path, byte[] Bytes)[] Files)> Folders { get; } =
    [
        ("MNIST's four files", Idx("", "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")),
        ("the same below `MNIST/raw`, as torchvision leaves them", Idx("MNIST/raw/", "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")),
        ("with dots, `train-images.idx3-ubyte`", Idx("", "train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte")),
        ("`test-images-...` in place of `t10k-images-...`", Idx("", "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "test-images-idx3-ubyte", "test-labels-idx1-ubyte")),
        ("each file in a folder of its name, as Kaggle unpacks them", [.. ((string[])["train-images", "train-labels", "t10k-images", "t10k-labels"]).Select(name => Nested(name))]),
        ("EMNIST's digits", Idx("", "emnist-digits-train-images-idx3-ubyte", "emnist-digits-train-labels-idx1-ubyte", "emnist-digits-test-images-idx3-ubyte", "emnist-digits-test-labels-idx1-ubyte")),
        ("EMNIST's letters under MNIST's names", [.. Idx("", "train-images-idx3-ubyte", "", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"), ("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 1, 26])]),
        ("mnist_train.csv and mnist_test.csv", [("mnist_train.csv", Text(Lines())), ("mnist_test.csv", Text(Lines()))]),
        ("mnist.npz alone", [("mnist.npz", Npz(("x", [1, 784], new double[784]), ("y", [1], [3.0])))]),
        ("a web page in the place of the labels", [.. Idx("", "train-images-idx3-ubyte", "", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"), ("train-labels-idx1-ubyte.gz", Text("<!DOCTYPE html><html></html>"))]),
    ];

    private static (string Path, byte[] Bytes) Nested(string name)
    {
        string file = $"{name}-{(name.EndsWith("images", StringComparison.Ordinal) ? "idx3" : "idx1")}-ubyte";
        return ($"{file}/{file}", Idx("", "", "", "", "", file)[0].Bytes);
    }

    private static (string Path, byte[] Bytes)[] Idx(string folder, params string[] names)
    {
        List<(string, byte[])> files = [];
        foreach (string name in names.Where(name => name.Length > 0))
        {
            bool isImages = name.Contains("images", StringComparison.Ordinal);
            files.Add((folder + name, isImages ? [.. Header(0x803, 2, 28, 28), .. Digits.Pixels(0), .. Digits.Pixels(1)] : [.. Header(0x801, 2), (byte)Digits.Label(0), (byte)Digits.Label(1)]));
        }

        return [.. files];
    }

    private static byte[] Header(params int[] numbers)
    {
        byte[] bytes = new byte[4 * numbers.Length];
        for (int index = 0; index < numbers.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * index), numbers[index]);
        }

        return bytes;
    }

    private static FileShape Table(
        string what, bool header = false, bool last = false, string? lastNamed = null, string separator = ",", string end = "", bool index = false, bool numbers = false,
        Func<int, string>? pixel = null, Func<int, string>? label = null, string newLine = "\n", bool spoilt = false, string[]? options = null)
    {
        return new FileShape(what, "digits.csv", Text(Lines(header, last || lastNamed is not null, lastNamed, separator, end, index, numbers, pixel, label, newLine, spoilt)), options ?? []);
    }

    private static string Lines(
        bool header = false, bool last = false, string? lastNamed = null, string separator = ",", string end = "", bool index = false, bool numbers = false,
        Func<int, string>? pixel = null, Func<int, string>? label = null, string newLine = "\n", bool spoilt = false)
    {
        string[] pixelNames = [.. Enumerable.Range(0, 784).Select(i => $"pixel{i}")];
        List<string> lines = [];
        if (header || lastNamed is not null)
        {
            string[] names = lastNamed is null ? ["label", .. pixelNames] : [.. pixelNames, lastNamed];
            lines.Add(string.Join(separator, index ? ["", .. names] : names));
        }

        if (numbers)
        {
            lines.Add(string.Join(separator, Enumerable.Range(0, 785)));
        }

        for (int digit = 0; digit < Digits.Count; digit++)
        {
            Func<int, string> write = spoilt && digit == 3 ? value => (value / 255.0).ToString("F4", CultureInfo.InvariantCulture) : pixel ?? (value => Invariant($"{value}"));
            string[] pixels = [.. Digits.Pixels(digit).ToArray().Select(value => write(value))];
            string own = label is null ? Invariant($"{Digits.Label(digit)}") : label(Digits.Label(digit));
            string[] entries = last ? [.. pixels, own] : [own, .. pixels];
            lines.Add(string.Join(separator, index ? [Invariant($"{digit}"), .. entries] : entries) + end);
        }

        return string.Join(newLine, lines) + "\n";
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static double[] Pixels(int count) => [.. Enumerable.Range(0, count).SelectMany(index => Digits.Pixels(index).ToArray()).Select(value => (double)value)];

    private static double[] Labels(int count) => [.. Enumerable.Range(0, count).Select(index => (double)Digits.Label(index))];

    private static byte[] Gzip(params byte[] bytes) => Data.TemporaryFolder.Gzip(bytes);

    private static byte[] Zip(string name)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.WriteByte(1);
        }

        return stream.ToArray();
    }

    private static byte[] Npz(params (string, int[], double[])[] arrays)
    {
        using Data.TemporaryFolder folder = new();
        string path = System.IO.Path.Join(folder.Path, "a.npz");
        NumPyFile.Write(path, arrays);
        return File.ReadAllBytes(path);
    }
}
