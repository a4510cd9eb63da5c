using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet check EXAMPLE ANSWERS</c>: judges a hand calculation, and names the mistake behind its first wrong number.</summary>
internal static class CheckAnswers
{
    /// <summary>Checks answers and prints the report.</summary>
    /// <param name="exampleArgument">The file of an example, or the name of a shipped one.</param>
    /// <param name="answersPath">The file of the answers.</param>
    /// <param name="json">Whether the report is for programs.</param>
    /// <param name="terminal">Where the report goes.</param>
    /// <returns>The exit status: done where no number is wrong.</returns>
    /// <exception cref="DataException">The example or the answers cannot be used.</exception>
    public static int Run(string exampleArgument, string answersPath, bool json, Terminal terminal)
    {
        Example example = ExampleArgument.Resolve(exampleArgument);
        GivenAnswer[] answers = [.. AnswersFile.Read(answersPath).Select(entry => new GivenAnswer(entry.Name, entry.Literal, entry.Place) { ArrayLengths = entry.ArrayLengths })];
        CheckReport report = Check(example, answers, answersPath, terminal.Interrupted);
        if (json)
        {
            terminal.Output.WriteLine(JsonReport.Text(report));
        }
        else
        {
            TextReport.Write(report, terminal.Output);
        }

        return report.AllRight ? ExitStatus.Done : ExitStatus.CheckFailed;
    }

    private static CheckReport Check(Example example, GivenAnswer[] answers, string answersPath, CancellationToken cancellation)
    {
        if (answers.Length == 0)
        {
            throw new DataException($"{answersPath}: no number is given; fill in at least one.");
        }

        try
        {
            return AnswerCheck.Of(example, answers, cancellation);
        }
        catch (CheckException exception)
        {
            throw new DataException($"{exception.Message}.", exception);
        }
    }
}
