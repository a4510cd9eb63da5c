using System.Runtime.CompilerServices;
using System.Text;
using LoopNet.Tests.Data;
using Xunit.Sdk;

namespace LoopNet.Tests.Snapshots;

/// <summary>
/// The stand-in keeps the conventions of the library, so that either reads the files of the other, and refuses what the library
/// would do in another way.
/// </summary>
public sealed class VerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_OfATextWithoutAFile_FailsAndWritesWhatItReceived()
    {
        FailException exception = await Assert.ThrowsAsync<FailException>(async () => await Verify("one\r\ntwö"));

        Assert.Contains("no verified file yet", exception.Message, StringComparison.Ordinal);
        Assert.Contains(Received(), exception.Message, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "one\ntwö"u8], File.ReadAllBytes(Received()));
        Assert.False(File.Exists(Verified()));
    }

    [Fact]
    public async Task Verify_OfTheTextOfItsFile_PassesAndRemovesAStaleReceivedFile()
    {
        File.WriteAllText(Verified(), "one\ntwo", Encoding.UTF8);
        File.WriteAllText(Received(), "stale");

        await Verify("one\ntwo");

        Assert.False(File.Exists(Received()));
        Assert.True(File.Exists(Verified()));
    }

    [Theory]
    [InlineData("one\nTwo", "from line 2:\n- two\n+ Two")]
    [InlineData("one", "from line 2:\n- two\n+ ")]
    [InlineData("one\ntwo\n", "from line 3:\n- \n+ ")]
    public async Task Verify_OfAnotherText_FailsAndNamesTheFirstLine(string text, string difference)
    {
        const string parameters = "_text=a_difference=b";
        File.WriteAllText(Verified(parameters), "one\ntwo", Encoding.UTF8);

        FailException exception = await Assert.ThrowsAsync<FailException>(async () => await Verify(text).UseParameters("a", "b"));

        Assert.Contains(difference, exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Received(parameters)));
        Assert.Equal("one\ntwo", File.ReadAllText(Verified(parameters)));
    }

    [Theory]
    [InlineData("tanh-squared-error", "1.5 or more")]
    public async Task Verify_WithParameters_HasThemInTheNameOfTheFileAsTheMethodNamesThem(string pair, string seed)
    {
        File.WriteAllText(Verified("_pair=tanh-squared-error_seed=1.5 or more"), "text", Encoding.UTF8);
        string first = pair;
        string second = seed;

        await Verify("text").UseParameters(first, second);
    }

    // The library keeps the values of the last call.
    [Theory]
    [InlineData("a", "b")]
    public void UseParameters_ASecondTime_IsRefused(string first, string second)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Verify("text").UseParameters(first).UseParameters(second));

        Assert.Contains("A second UseParameters", exception.Message, StringComparison.Ordinal);
    }

    // The library wants a value for each parameter, and takes none for a method that has no parameters.
    [Theory]
    [InlineData()]
    [InlineData("a", "b")]
    public async Task UseParameters_WithAnotherNumberOfValuesThanTheMethodHasParameters_IsRefused(params string[] values)
    {
        InvalidOperationException exception =
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await Verify("text").UseParameters(values));

        Assert.Contains($"has 1 parameter(s), but UseParameters was given {values.Length} value(s)", exception.Message, StringComparison.Ordinal);
    }

    // The library writes - for each of these characters.
    [Theory]
    [InlineData("dL/dW1")]
    [InlineData("a:b")]
    [InlineData("a\tb")]
    public async Task UseParameters_WithACharacterThatTheLibraryReplaces_IsRefused(string value)
    {
        InvalidOperationException exception =
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await Verify("text").UseParameters(value));

        Assert.Contains($"The value \"{value}\" holds a character", exception.Message, StringComparison.Ordinal);
    }

    // The library writes emptyString.
    [Fact]
    public void Verify_OfAnEmptyText_IsRefused()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Verify(""));

        Assert.Contains("would write emptyString", exception.Message, StringComparison.Ordinal);
    }

    // The library writes {TempPath}, {CurrentDirectory} and {SolutionDirectory}.
    [Fact]
    public void Verify_OfATextThatNamesAFolderOfThisMachine_IsRefused()
    {
        string[] folders = [_folder.Path, Environment.CurrentDirectory, Path.Combine(Repository.Top, "README.md")];

        Assert.All(folders, folder =>
        {
            InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Verify($"read {folder}: done"));
            Assert.Contains("The text names the folder", exception.Message, StringComparison.Ordinal);
        });
    }

    // The library names its files by the class of the test, the stand-in by the file of the test.
    [Fact]
    public async Task Verify_InAFileWithAnotherNameThanItsClass_IsRefused()
    {
        string testFile = Path.Combine(_folder.Path, "OtherTests.cs");

        InvalidOperationException exception =
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await Verifier.Verify("text", testFile));

        Assert.Contains("0 public methods OtherTests.Verify_InAFile", exception.Message, StringComparison.Ordinal);
    }

    private string Verified(string parameters = "", [CallerMemberName] string method = "") =>
        Path.Combine(_folder.Path, $"VerifierTests.{method}{parameters}.verified.txt");

    private string Received(string parameters = "", [CallerMemberName] string method = "") =>
        Path.Combine(_folder.Path, $"VerifierTests.{method}{parameters}.received.txt");

    private Snapshot Verify(string text, [CallerMemberName] string method = "") =>
        Verifier.Verify(text, Path.Combine(_folder.Path, "VerifierTests.cs"), method);
}
