using System.Globalization;
using System.Text;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Standard output and standard error as the process was given them; a caller may have closed them.</summary>
internal static class StandardStream
{
    private const int Output = 1;
    private const int Error = 2;
    private const int SmallestWidth = 40;

    // A stream that was handed over is never marked so: the mark means "not for the programs that this one starts".
    private const int ClosedForOthers = 0x80000;

    /// <summary>Where results go; every write fails where the stream is closed.</summary>
    public static TextWriter ForResults() => IsOpen(Output) ? Console.Out : new ClosedWriter();

    /// <summary>Where notes go; nowhere where the stream is closed.</summary>
    public static TextWriter ForNotes() => IsOpen(Error) ? Console.Error : TextWriter.Null;

    /// <summary>Whether standard error is a screen.</summary>
    public static bool ErrorIsScreen() => IsOpen(Error) && !Console.IsErrorRedirected;

    /// <summary>The width of the screen, in characters; the standard where results go to a file or a pipe, so that they are the same everywhere.</summary>
    public static int Width()
    {
        if (!IsOpen(Output) || Console.IsOutputRedirected)
        {
            return FittedLines.StandardWidth;
        }

        try
        {
            return Console.WindowWidth > 0 ? Math.Max(Console.WindowWidth, SmallestWidth) : FittedLines.StandardWidth;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return FittedLines.StandardWidth;
        }
    }

    // Where the caller closed a stream, the runtime has given its number to a pipe of its own by now; what is written there would harm it.
    private static bool IsOpen(int number)
    {
        const string folder = "/proc/self/fdinfo";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(folder))
        {
            return true;
        }

        try
        {
            string flags = File.ReadLines(Invariant($"{folder}/{number}")).First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), fromBase: 8) & ClosedForOthers) == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private sealed class ClosedWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override IFormatProvider FormatProvider => CultureInfo.InvariantCulture;

        public override void Write(char value) => throw new IOException("it is closed");

        public override void Write(string? value) => throw new IOException("it is closed");

        public override void WriteLine(string? value) => throw new IOException("it is closed");
    }
}
