using System.Text;

namespace LoopNet.Verifying;

/// <summary>
/// Verifies a trace: derives every record again from its operands in the file, and names the first that does not follow.
/// </summary>
/// <remarks>
/// The list and order of the records have to be exactly those of docs/trace-format.md, and each number has to follow to the bit, with exp, ln
/// and tanh the doubles nearest to the true values. A trace of another library, whose exp, ln and tanh lie within two units in the last
/// place of these, follows too, unless the verification is strict; the verdict tells it apart. None of the code that writes
/// traces has a part in it, and exp, ln and tanh are computed in whole numbers here. One step is kept at a time.
/// </remarks>
public static class TraceVerifier
{
    private const int BufferSize = 1 << 16;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Verifies a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="strict">Whether exp, ln and tanh have to be correctly rounded.</param>
    /// <returns>The verdict; unreadable where there is no such file.</returns>
    public static TraceVerdict Verify(string path, bool strict = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            return Unreadable("this is a folder", "Give a file that ends in .trace.jsonl.");
        }

        try
        {
            // A byte order mark is to be seen, not passed over.
            using StreamReader reader = new(path, StrictUtf8, detectEncodingFromByteOrderMarks: false, BufferSize);
            return Verify(reader, strict);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unreadable("there is no such file", "Check the path.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable($"the file cannot be read ({exception.Message})", "Check the path and its permissions.");
        }
    }

    /// <summary>Verifies a text.</summary>
    /// <param name="reader">The text of a trace in JSON Lines, from its first character.</param>
    /// <param name="strict">Whether exp, ln and tanh have to be correctly rounded.</param>
    public static TraceVerdict Verify(TextReader reader, bool strict = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        LineReader lines = new(reader);
        FileHeader header;
        try
        {
            header = HeaderReader.Read(lines);
            HeaderRules.Check(header);
        }
        catch (TraceFaultException exception)
        {
            TraceOutcome outcome = exception.Unreadable ? TraceOutcome.Unreadable : TraceOutcome.DoesNotFollow;
            return new TraceVerdict { Outcome = outcome, Fault = exception.Fault };
        }

        return Verify(header, new RecordReader(lines, header), strict);
    }

    private static TraceVerdict Verify(FileHeader header, RecordReader reader, bool strict)
    {
        WrongNumbers wrong = new(header, strict);
        TraceWalk walk = new(header, reader, wrong);
        TraceFault? fault = null;
        try
        {
            walk.Run();
        }
        catch (TraceFaultException exception)
        {
            fault = exception.Fault;
        }

        // A number that does not follow came before the fault of form that ended the walk.
        fault = wrong.Fault ?? fault;
        return new TraceVerdict
        {
            Outcome = fault is null ? TraceOutcome.Follows : TraceOutcome.DoesNotFollow,
            Header = header,
            Records = reader.Count,
            Steps = walk.Steps,
            NotRounded = wrong.NotRounded,
            NotRoundedCount = wrong.NotRoundedCount,
            Fault = fault,
        };
    }

    private static TraceVerdict Unreadable(string problem, string advice)
    {
        return new TraceVerdict { Outcome = TraceOutcome.Unreadable, Fault = new TraceFault { Line = 0, Problem = problem, Advice = advice } };
    }
}
