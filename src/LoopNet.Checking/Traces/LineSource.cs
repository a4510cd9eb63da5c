using System.Text;

namespace LoopNet.Checking;

/// <summary>Reads a text line by line. Only a line feed ends a line, and no line may be longer than a limit.</summary>
internal sealed class LineSource(TextReader reader)
{
    /// <summary>The limit before the sizes of the network are known: far above any header.</summary>
    public const int HeaderLimit = 1 << 20;

    private readonly char[] _buffer = new char[1 << 16];
    private int _next;
    private int _end;

    /// <summary>The number of the last line, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the last line ended with a line feed.</summary>
    public bool WasTerminated { get; private set; } = true;

    /// <summary>The longest line, in characters.</summary>
    public long Limit { get; set; } = HeaderLimit;

    /// <summary>The next line without its line feed; null at the end.</summary>
    /// <exception cref="TraceFaultException">The line is too long.</exception>
    public string? Next()
    {
        StringBuilder line = new();
        bool any = false;
        while (Fill())
        {
            any = true;
            int feed = Array.IndexOf(_buffer, '\n', _next, _end - _next);
            int stop = feed < 0 ? _end : feed;
            line.Append(_buffer, _next, stop - _next);
            _next = stop;
            if (line.Length > Limit)
            {
                throw TraceFaultException.At(
                    Number + 1,
                    $"the line is longer than {Limit:N0} characters, more than any record of this network takes",
                    "Write the trace again: a line feed may be missing.");
            }

            if (feed >= 0)
            {
                _next++;
                return Line(line, terminated: true);
            }
        }

        return any ? Line(line, terminated: false) : null;
    }

    private string Line(StringBuilder line, bool terminated)
    {
        Number++;
        WasTerminated = terminated;
        return line.ToString();
    }

    private bool Fill()
    {
        if (_next == _end)
        {
            _end = reader.Read(_buffer, 0, _buffer.Length);
            _next = 0;
        }

        return _end > 0;
    }
}
