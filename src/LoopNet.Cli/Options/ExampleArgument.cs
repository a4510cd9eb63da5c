using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The argument EXAMPLE: the file of a worked example, or the name of one that comes with LoopNet.</summary>
internal static class ExampleArgument
{
    /// <summary>The argument.</summary>
    /// <param name="arity">Whether it may be left out.</param>
    public static Argument<string?> Create(ArgumentArity arity)
    {
        return new Argument<string?>("EXAMPLE")
        {
            Arity = arity,
            Description = $"The file of an example (a network, its samples and its rule, as JSON), or the name of a shipped one: {string.Join(", ", ShippedExamples.Names())}.",
        };
    }

    /// <summary>The example that an argument names; a file comes before a shipped example of the same name.</summary>
    /// <param name="argument">The argument as it was given.</param>
    /// <exception cref="DataException">There is no such example, or its file cannot be used.</exception>
    public static Example Resolve(string argument) => ExampleFile.Read(FileOf(argument));

    /// <summary>The file of the example that an argument names.</summary>
    /// <param name="argument">The argument as it was given.</param>
    /// <exception cref="DataException">There is no such example.</exception>
    public static string FileOf(string argument)
    {
        if (File.Exists(argument))
        {
            return argument;
        }

        string? shipped = ShippedExamples.PathOf(argument);
        if (shipped is null && !argument.Contains('.', StringComparison.Ordinal) && !Directory.Exists(argument))
        {
            throw new DataException($"{argument} is neither a file nor a shipped example; the shipped examples are {string.Join(", ", ShippedExamples.Names())}.");
        }

        return shipped ?? argument;
    }
}
