using System.Text;

namespace LoopNet.Verifying;

/// <summary>Reads a text line by line. Only a line feed ends a line, and no line may be longer than a limit.</summary>
internal sealed class LineReader(TextReader reader)
{
    // Before the sizes of the network are known: far above any header.
    private const int HeaderLimit = 1 << 20;

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
        int letter = reader.Read();
        bool isEnd = letter < 0;
        while (letter is not (< 0 or '\n'))
        {
            line.Append((char)letter);
            if (line.Length > Limit)
            {
                throw TraceFaultException.At(
                    Number + 1,
                    Invariant($"the line is longer than {Limit:N0} characters, more than any record of this network takes"),
                    "Write the trace again: a line feed may be missing.");
            }

            letter = reader.Read();
        }

        if (isEnd)
        {
            return null;
        }

        Number++;
        WasTerminated = letter == '\n';
        return line.ToString();
    }

    /// <summary>Refuses the last line where a carriage return stands before its line feed.</summary>
    /// <exception cref="TraceFaultException">It does.</exception>
    public void RefuseCarriageReturn(string line)
    {
        const string Problem = "the line ends with a carriage return, and a line feed alone was expected";
        TraceFaultException.Require(!line.EndsWith('\r'), Number, Problem, "Convert the line ends of the file to line feeds.");
    }
}
