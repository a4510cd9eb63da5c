using System.CommandLine;
using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>An exception that ended a verb, told as one sentence on standard error and an exit status.</summary>
internal static class Failure
{
    /// <summary>Writes the sentence; the command is the root where no verb was found. Returns the exit status.</summary>
    public static int Report(Exception exception, Command command, Terminal terminal)
    {
        if (exception is OperationCanceledException && terminal.Interrupted.IsCancellationRequested)
        {
            terminal.Note("interrupted");
            return ExitStatus.Interrupted;
        }

        terminal.Note(Sentence(exception, command));
        return ExitStatus.BadInput;
    }

    private static string Sentence(Exception exception, Command command)
    {
        return exception switch
        {
            UsageException when exception.Message.EndsWith('?') => $"{exception.Message} See {HelpPage.FullName(command)} --help",
            UsageException => $"{exception.Message}; see {HelpPage.FullName(command)} --help",
            ResultException or DataException or TraceException or WorksheetException or NonFiniteException => exception.Message,
            ExerciseException => $"{exception.Message}.",
            IOException or UnauthorizedAccessException => $"input or output failed: {exception.Message}",
            OutOfMemoryException => "there is not enough memory; choose smaller layers or a smaller --limit",
            _ => $"an error in LoopNet itself, please report it with the command line: {exception.GetType().Name}: {exception.Message}",
        };
    }
}
