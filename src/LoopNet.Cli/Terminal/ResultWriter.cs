using System.Text;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>
/// Standard output: the one way of results to the terminal. What a terminal would obey is written visibly, a line that is too long is broken,
/// and a stream that takes nothing is named in the error.
/// </summary>
/// <remarks>
/// A call of WriteLine writes one line, whatever its text holds, or the parts of one that is too long. A text for Write is a file of its own:
/// its line feeds stay, and none is added.
/// </remarks>
/// <param name="inner">Where the text goes.</param>
/// <param name="width">The longest line, in characters; only a single longer word exceeds it.</param>
internal sealed class ResultWriter(TextWriter inner, int width) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override IFormatProvider FormatProvider => inner.FormatProvider;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => inner.Write(VisibleText.OfLines(value ?? "")));

    /// <inheritdoc/>
    public override void WriteLine() => WriteLine("");

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        foreach (string line in FittedLines.Of(VisibleText.Of(value ?? ""), width))
        {
            Try(() => inner.WriteLine(line));
        }
    }

    /// <inheritdoc/>
    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new ResultException($"standard output cannot be written: {exception.Message}", exception);
        }
    }
}

/// <summary>Results that cannot be written; the message is the sentence to print.</summary>
internal sealed class ResultException(string message, Exception innerException) : Exception(message, innerException);
