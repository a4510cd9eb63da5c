using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Tests.Checking;

/// <summary>Answers from JSON, as the command hands them to the checker.</summary>
public static class Answers
{
    public static IReadOnlyList<GivenAnswer> Parse(string json, string name = "my.json") => Given(AnswersFile.Parse(json, name).Entries);

    public static IReadOnlyList<GivenAnswer> Read(string path) => Given(AnswersFile.Read(path).Entries);

    private static GivenAnswer[] Given(IEnumerable<AnswerEntry> entries)
    {
        return [.. entries.Select(entry => new GivenAnswer(entry.Name, entry.Literal, entry.Place) { ArrayLengths = entry.ArrayLengths })];
    }
}
