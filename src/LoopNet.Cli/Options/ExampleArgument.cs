using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The argument EXAMPLE: the file of a worked example, or the name of one that comes with LoopNet.</summary>
internal static class ExampleArgument
{
    private const int MostFiles = 1000;

    /// <summary>The argument.</summary>
    /// <param name="arity">Whether it may be left out.</param>
    public static Argument<string?> Create(ArgumentArity arity)
    {
        Argument<string?> argument = new("EXAMPLE")
        {
            Arity = arity,
            Description = $"The file of an example (a network, its samples and its rule, as JSON: docs/example-format.md), or the name of a shipped one: {string.Join(", ", ShippedExamples.Names())}.",
        };
        argument.CompletionSources.Add([.. ShippedExamples.Names()]);
        return argument;
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
        if (shipped is not null || Directory.Exists(argument))
        {
            return shipped ?? argument;
        }

        string? near = File.Exists($"{argument}.json") ? $"{argument}.json" : NearWord.Of(argument, [.. ShippedExamples.Names(), .. FilesBeside(argument)]);
        if (near is null && argument.Contains('.', StringComparison.Ordinal))
        {
            throw new DataException($"{argument}: there is no such file; expected the JSON file of an example, so check the path.");
        }

        string end = near is null ? $"the shipped examples are {string.Join(", ", ShippedExamples.Names())}." : $"did you mean {near}?";
        throw new DataException($"{argument} is neither a file nor a shipped example; {end}");
    }

    // The JSON files in the folder of a file, each under the path that names it as the argument names its own.
    private static IEnumerable<string> FilesBeside(string argument)
    {
        string folder = Path.GetDirectoryName(argument) ?? "";
        string place = folder.Length == 0 ? "." : folder;
        try
        {
            return [.. new DirectoryInfo(place).EnumerateFiles("*.json").Take(MostFiles).Select(file => Path.Join(folder, file.Name)).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or System.Security.SecurityException)
        {
            return [];
        }
    }
}
