using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The argument EXAMPLE: the file of a worked example.</summary>
internal static class ExampleArgument
{
    /// <summary>The argument, which may be left out.</summary>
    public static Argument<string?> Create()
    {
        return new Argument<string?>("EXAMPLE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The file of an example: a network, its samples and its rule, as JSON.",
        };
    }

    /// <summary>The example that an argument names.</summary>
    /// <param name="argument">The argument as it was given.</param>
    /// <exception cref="DataException">There is no such example, or its file cannot be used.</exception>
    public static Example Resolve(string argument) => ExampleFile.Read(argument);
}
