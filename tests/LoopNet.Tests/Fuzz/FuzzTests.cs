using LoopNet.Data;
using LoopNet.Fuzz;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Fuzz;

/// <summary>Every reader takes what it is given or refuses it as documented; tests/LoopNet.Fuzz runs as many cases as one likes.</summary>
public sealed class FuzzTests : IDisposable
{
    private const long Seed = 1;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("example")]
    [InlineData("model")]
    [InlineData("answers")]
    [InlineData("notation")]
    [InlineData("trace")]
    [InlineData("idx")]
    [InlineData("csv")]
    [InlineData("numpy digits")]
    [InlineData("numpy model")]
    [InlineData("numpy answers")]
    [InlineData("table answers")]
    [InlineData("workbook answers")]
    [InlineData("picture")]
    [InlineData("history")]
    [InlineData("name")]
    [InlineData("option")]
    public void Read_OfChangedFiles_AcceptsThemOrRefusesThemAsDocumented(string name)
    {
        Reader reader = new Readers(_folder.Path).All().Single(reader => reader.Name == name);
        FuzzRun run = new(reader);

        Assert.All(reader.Seeds, seed => Assert.True(reader.Accepts(seed)));
        int cases = FullRun.Count(usual: 300, full: 5000);
        run.Run(Seed, first: 0, cases);

        Assert.Empty(run.Faults);
        Assert.Equal(cases, run.Accepted + run.Refused);
        Assert.True(run.Refused > cases / 3, $"{run.Refused} refused");
        Assert.True(run.Accepted > 0, "none accepted");
    }

    [Fact]
    public void Readers_AreAllHere()
    {
        Assert.Equal(["example", "model", "answers", "notation", "trace", "idx", "csv", "numpy digits", "numpy model", "numpy answers", "table answers", "workbook answers", "picture", "history", "name", "option"], new Readers(_folder.Path).All().Select(reader => reader.Name));
    }

    [Fact]
    public void Run_OfAReaderThatThrowsSomethingElse_NamesTheCase()
    {
        Reader planted = new("planted", [[1, 2, 3, 4]], file => file.Length < 4 ? throw new InvalidOperationException("planted") : throw new DataException("refused"), exception => exception is DataException);
        FuzzRun run = new(planted);

        run.Run(Seed, first: 0, 50);

        Assert.NotEmpty(run.Faults);
        Assert.Equal(50, run.Refused + run.Faults.Count);
        Assert.All(run.Faults, fault => Assert.Matches(@"^planted, case \d+: System.InvalidOperationException: planted", fault));
    }

    [Fact]
    public void Of_TheSameSeedAndNumber_IsTheSameFile()
    {
        byte[][] seeds = [[1, 2, 3, 4, 5, 6, 7, 8]];
        byte[][] first = [.. Enumerable.Range(0, 50).Select(number => new Mutation(Seed, number).Of(seeds))];
        byte[][] second = [.. Enumerable.Range(0, 50).Select(number => new Mutation(Seed, number).Of(seeds))];

        Assert.Equal(first, second);
        Assert.True(first.Count(file => !file.SequenceEqual(seeds[0])) > 40);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], seeds[0]);
    }
}
