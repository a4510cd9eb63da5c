using System.Text;
using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>A file of another kind than was expected, named by its first bytes.</summary>
/// <param name="What">What it is, for example <c>a PNG picture</c>.</param>
/// <param name="Advice">What to do where digits were expected.</param>
public sealed partial record ForeignFile(string What, string Advice)
{
    /// <summary>How many of the first bytes are enough.</summary>
    public const int HeadLength = 512;

    private const string ToArrays = "in Python, numpy.savez('digits.npz', x_train=..., y_train=..., x_test=..., y_test=...) writes what --data reads";
    private const string ToCsv = "save the table as CSV, with commas and in UTF-8";
    private const string ToPicture = "loopnet predict --picture reads one picture of a digit; --data takes many digits as a folder, CSV or npz";
    private const string Unpack = "unpack it first";

    private static readonly (string Start, ForeignFile Kind)[] Texts =
    [
        ("version https://git-lfs", new("a pointer of Git LFS that stands for the file", "git lfs pull fetches the file itself")),
        ("<!doctype html", new("a web page (HTML)", "it is the page about the file and not the file: use the link that downloads it, on GitHub the one called raw")),
        ("<html", new("a web page (HTML)", "it is the page about the file and not the file: use the link that downloads it, on GitHub the one called raw")),
        ("<?xml", new("an XML file", ToCsv)),
        ("@relation", new("an ARFF file of Weka or OpenML", "OpenML offers the same table as CSV")),
        ("{\\rtf", new("an RTF document", ToCsv)),
    ];

    private static readonly (byte[] Start, ForeignFile Kind)[] Starts =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], new("a PNG picture", ToPicture)),
        ([0xFF, 0xD8, 0xFF], new("a JPEG picture", ToPicture)),
        ([.. "GIF8"u8], new("a GIF picture", ToPicture)),
        ([.. "II*\0"u8], new("a TIFF picture", "save it as PNG; " + ToPicture)),
        ([.. "MM\0*"u8], new("a TIFF picture", "save it as PNG; " + ToPicture)),
        ([0x93, .. "NUMPY"u8], new("an array of NumPy (.npy)", ToArrays)),
        ([.. "PAR1"u8], new("a Parquet file", "in Python, pandas.read_parquet(FILE) reads it, and its pictures can be written with numpy.savez")),
        ([.. "ARROW1"u8], new("an Arrow file", "in Python, pandas.read_feather(FILE).to_csv('digits.csv', index=False) writes what --data reads")),
        ([.. "MATLAB "u8], new("a MATLAB file (.mat)", "in Python, scipy.io.loadmat(FILE) reads it, and numpy.savez writes what --data reads")),
        ([0x89, .. "HDF\r\n"u8], new("an HDF5 file (.h5, .mat of MATLAB 7.3)", "in Python, h5py reads it, and numpy.savez writes what --data reads")),
        ([.. "BZh"u8], new("a file compressed with bzip2", Unpack)),
        ([0xFD, .. "7zXZ"u8], new("a file compressed with xz", Unpack)),
        ([0x28, 0xB5, 0x2F, 0xFD], new("a file compressed with Zstandard", Unpack)),
        ([.. "7z"u8, 0xBC, 0xAF], new("a 7z archive", Unpack)),
        ([.. "Rar!"u8], new("a RAR archive", Unpack)),
        ([.. "%PDF"u8], new("a PDF document", ToCsv)),
        ([.. "SQLite format 3"u8], new("an SQLite database", ToCsv)),
        ([0xD0, 0xCF, 0x11, 0xE0], new("a workbook of an old Excel (.xls)", ToCsv)),
        ([0xFF, 0xFE], new("a text in UTF-16", "save it in UTF-8")),
        ([0xFE, 0xFF], new("a text in UTF-16", "save it in UTF-8")),
        ([0x1F, 0x8B], new("a file compressed with gzip", Unpack)),
    ];

    /// <summary>Names a file.</summary>
    /// <param name="head">Its first bytes, <see cref="HeadLength"/> of them or as many as it has.</param>
    /// <returns>The kind; null where it is none of those that are known.</returns>
    public static ForeignFile? Of(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, HeadLength)];
        foreach ((byte[] start, ForeignFile kind) in Starts)
        {
            if (head.StartsWith(start))
            {
                return kind;
            }
        }

        return Pickle(head) ?? Archive(head) ?? Idx(head) ?? Bitmap(head) ?? Text(head);
    }

    /// <summary>Names a file where text was expected.</summary>
    /// <param name="head">Its first bytes, as for <see cref="Of"/>.</param>
    /// <returns>The kind; null where the bytes may be text.</returns>
    public static ForeignFile? NotText(ReadOnlySpan<byte> head) => Of(head) ?? Unknown(head[..Math.Min(head.Length, HeadLength)]);

    /// <summary>Reads the first bytes of a file and names it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The kind; null where it is none of those that are known, or the file cannot be read.</returns>
    public static ForeignFile? At(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] head = new byte[HeadLength];
            return file.CanSeek ? Of(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // The protocols of Python from 2 on; a file of joblib begins so too.
    private static ForeignFile? Pickle(ReadOnlySpan<byte> head)
    {
        return head.Length >= 2 && head[0] == 0x80 && head[1] is >= 2 and <= 5
            ? new ForeignFile("a pickle of Python", $"reading one can run any program, so LoopNet reads none: {ToArrays}")
            : null;
    }

    private static ForeignFile? Archive(ReadOnlySpan<byte> head)
    {
        if (head.Length > 262 && head[257..262].SequenceEqual("ustar"u8))
        {
            return new ForeignFile("a tar archive", Unpack);
        }

        if (!head.StartsWith("PK\u0003\u0004"u8) || head.Length < 30)
        {
            return head.StartsWith("PK\u0005\u0006"u8) ? new ForeignFile("an empty zip archive", "get the file again") : null;
        }

        int length = Math.Min(head[26] | (head[27] << 8), head.Length - 30);
        string first = Encoding.UTF8.GetString(head.Slice(30, length));
        if (first.EndsWith(".npy", StringComparison.Ordinal))
        {
            return new ForeignFile("arrays of NumPy (.npz)", ToArrays);
        }

        if (first.EndsWith("data.pkl", StringComparison.Ordinal))
        {
            return new ForeignFile("a file of PyTorch", "in Python, numpy.savez('m.npz', W1=..., b1=...) with tensor.numpy() writes weights that --model reads");
        }

        bool isOffice = first.StartsWith("[Content_Types]", StringComparison.Ordinal) || first.StartsWith("_rels", StringComparison.Ordinal) || first.StartsWith("xl/", StringComparison.Ordinal);
        return isOffice ? new ForeignFile("an Excel workbook", ToCsv) : new ForeignFile($"a zip archive with {Shown(first)} in it", Unpack);
    }

    private static ForeignFile? Idx(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0 || head[1] != 0 || head[3] is 0 or > 4)
        {
            return null;
        }

        string? numbers = head[2] switch
        {
            0x08 => "bytes",
            0x09 => "signed bytes",
            0x0B => "16-bit numbers",
            0x0C => "32-bit numbers",
            0x0D => "floating-point numbers (float)",
            0x0E => "floating-point numbers (double)",
            _ => null,
        };
        return numbers is null
            ? null
            : new ForeignFile(
                Invariant($"an IDX file of {numbers} in {head[3]} {(head[3] == 1 ? "dimension" : "dimensions")}"),
                head[2] == 0x08 ? "give the folder that holds it beside the other three files of MNIST" : $"pixels are bytes there, from 0 to 255: {ToArrays}");
    }

    // BM is too short to tell by itself; the length of the second header follows.
    private static ForeignFile? Bitmap(ReadOnlySpan<byte> head)
    {
        bool isBitmap = head.Length > 18 && head.StartsWith("BM"u8) && head[14] is 12 or 40 or 56 or 108 or 124 && head[15] == 0;
        bool isWebP = head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8);
        bool isGrey = head.Length > 2 && head[0] == 'P' && head[1] is (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6' && head[2] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t';
        return (isBitmap, isWebP, isGrey) switch
        {
            (true, _, _) => new ForeignFile("a BMP picture", ToPicture),
            (_, true, _) => new ForeignFile("a WebP picture", "save it as PNG; " + ToPicture),
            (_, _, true) => new ForeignFile("a PGM or PPM picture", ToPicture),
            _ => null,
        };
    }

    private static ForeignFile? Text(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        foreach ((string start, ForeignFile kind) in Texts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        if (SparsePattern().IsMatch(text))
        {
            return new ForeignFile("a table in the form of LIBSVM (label index:value ...)", $"in Python, sklearn.datasets.load_svmlight_file reads it; {ToArrays}");
        }

        bool isNotebook = text.StartsWith('{') && text.Contains("\"cells\"", StringComparison.Ordinal);
        return isNotebook ? new ForeignFile("a Jupyter notebook", "it holds a program and not the digits") : null;
    }

    private static ForeignFile? Unknown(ReadOnlySpan<byte> head)
    {
        return head.Contains((byte)0) ? new ForeignFile("a binary file of a kind that LoopNet does not know", "--data takes a folder with MNIST's files, a CSV file, or .npz and .npy of NumPy") : null;
    }

    private static string Shown(string name)
    {
        const int longest = 40;
        return name.Length <= longest ? name : $"{name[..longest]}...";
    }

    [GeneratedRegex(@"^[+-]?[0-9.]+ [0-9]+:[0-9]", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex SparsePattern();
}
