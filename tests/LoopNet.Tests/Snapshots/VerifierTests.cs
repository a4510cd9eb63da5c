using System.Text;
using LoopNet.Tests.Data;
using Xunit.Sdk;

namespace LoopNet.Tests.Snapshots;

/// <summary>The stand-in keeps the conventions of the library, so that either reads the files of the other.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_OfATextWithoutAFile_FailsAndWritesWhatItReceived()
    {
        FailException exception = await Assert.ThrowsAsync<FailException>(async () => await Verify("one\r\ntwö"));

        Assert.Contains("no verified file yet", exception.Message, StringComparison.Ordinal);
        Assert.Contains(Received, exception.Message, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "one\ntwö"u8], File.ReadAllBytes(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public async Task Verify_OfTheTextOfItsFile_PassesAndRemovesAStaleReceivedFile()
    {
        File.WriteAllText(Verified, "one\ntwo", Encoding.UTF8);
        File.WriteAllText(Received, "stale");

        await Verify("one\ntwo");

        Assert.False(File.Exists(Received));
        Assert.True(File.Exists(Verified));
    }

    [Theory]
    [InlineData("one\nTwo", "from line 2:\n- two\n+ Two")]
    [InlineData("one", "from line 2:\n- two\n+ ")]
    [InlineData("one\ntwo\n", "from line 3:\n- \n+ ")]
    public async Task Verify_OfAnotherText_FailsAndNamesTheFirstLine(string text, string difference)
    {
        File.WriteAllText(Verified, "one\ntwo", Encoding.UTF8);

        FailException exception = await Assert.ThrowsAsync<FailException>(async () => await Verify(text));

        Assert.Contains(difference, exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Received));
        Assert.Equal("one\ntwo", File.ReadAllText(Verified));
    }

    [Fact]
    public async Task Verify_WithParameters_HasThemInTheNameOfTheFile()
    {
        const string pair = "tanh-squared-error";
        const int seed = 1;
        string path = Path.Combine(_folder.Path, "ClassTests.Method_pair=tanh-squared-error_seed=1.verified.txt");
        File.WriteAllText(path, "text", Encoding.UTF8);

        await Verify("text").UseParameters(pair).UseParameters(seed);
    }

    private string Verified => Path.Combine(_folder.Path, "ClassTests.Method.verified.txt");

    private string Received => Path.Combine(_folder.Path, "ClassTests.Method.received.txt");

    private Snapshot Verify(string text) => Verifier.Verify(text, Path.Combine(_folder.Path, "ClassTests.cs"), "Method");
}
