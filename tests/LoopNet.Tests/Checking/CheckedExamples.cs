using LoopNet.Tests.Data;

namespace LoopNet.Tests.Checking;

/// <summary>The examples in which mistakes are made: the shipped ones but for the largest, and those of the oracles.</summary>
public static class CheckedExamples
{
    private const string FullSize = "full-size";
    private const string Oracle = "oracle ";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names =>
    [
        .. ShippedExamples.Names.Where(name => name != FullSize),
        .. Tests.Oracle.Names.Cast<object[]>().Select(row => $"{Oracle}{row[0]}"),
    ];

    /// <summary>The example of a name.</summary>
    public static Example Read(string name)
    {
        return name.StartsWith(Oracle, StringComparison.Ordinal) ? Tests.Oracle.Read(name[Oracle.Length..]).Example : ShippedExamples.Read(name);
    }
}
