using System.Text;

namespace LoopNet.Cli;

/// <summary>
/// Standard output: the one way of results to the terminal. What a terminal would obey is written visibly, and a stream that takes nothing is
/// named in the error.
/// </summary>
/// <remarks>A call of WriteLine writes one line, whatever its text holds; in a text for Write, line feeds stay.</remarks>
/// <param name="inner">Where the text goes.</param>
internal sealed class ResultWriter(TextWriter inner) : TextWriter
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
    public override void WriteLine(string? value) => Try(() => inner.WriteLine(VisibleText.Of(value ?? "")));

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
