using System.Diagnostics;

namespace LoopNet.Fuzz;

/// <summary>Gives changed files to a reader and counts what it makes of them.</summary>
/// <param name="reader">The reader.</param>
internal sealed class FuzzRun(Reader reader)
{
    private readonly List<string> _faults = [];

    /// <summary>The files that were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>The files that were refused as documented.</summary>
    public int Refused { get; private set; }

    /// <summary>The longest that a file took.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>What else came of a file: the number of the case and the exception.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Runs cases.</summary>
    /// <param name="seed">The seed; the same seed and number make the same file.</param>
    /// <param name="first">The first case, from 0.</param>
    /// <param name="count">How many.</param>
    public void Run(long seed, int first, int count)
    {
        for (int number = first; number < first + count; number++)
        {
            byte[] file = new Mutation(seed, number).Of(reader.Seeds);
            long start = Stopwatch.GetTimestamp();
            Read(file, number);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            Slowest = time > Slowest ? time : Slowest;
        }
    }

    private void Read(byte[] file, int number)
    {
        try
        {
            if (reader.Accepts(file))
            {
                Accepted++;
            }
            else
            {
                Refused++;
            }
        }
        catch (Exception exception) when (reader.Refuses(exception))
        {
            Refused++;
        }
        catch (Exception exception)
        {
            _faults.Add($"{reader.Name}, case {number}: {exception}");
        }
    }
}
