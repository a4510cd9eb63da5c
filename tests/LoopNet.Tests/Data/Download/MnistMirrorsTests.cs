using LoopNet.Data;

namespace LoopNet.Tests.Data;

public class MnistMirrorsTests
{
    [Fact]
    public void All_EachOfThem_IsAFolderOverHttps()
    {
        Assert.All(MnistMirrors.All, mirror => Assert.Equal(("https", mirror), (mirror.Scheme, MnistMirrors.Parse(mirror.AbsoluteUri))));
    }

    [Theory]
    [InlineData("https://example.org/mnist", "https://example.org/mnist/")]
    [InlineData("http://127.1.2.3:8000", "http://127.1.2.3:8000/")]
    [InlineData("http://[::1]:8000/", "http://[::1]:8000/")]
    [InlineData("http://localhost:8000/a", "http://localhost:8000/a/")]
    public void Parse_FolderOverHttpsOrOnThisMachine_IsTaken(string text, string address) => Assert.Equal(address, MnistMirrors.Parse(text).AbsoluteUri);

    [Theory]
    [InlineData("http://example.org/mnist/", "is not used, since http is not safe from changes on the way: give an https address")]
    [InlineData("http://127.0.0.1.example.org/", "is not used")]
    [InlineData("http://localhost.example.org/", "is not used")]
    [InlineData("http://10.0.0.1/", "is not used")]
    [InlineData("ftp://example.org/", "is not used")]
    [InlineData("file:///srv/mnist/", "is no address")]
    [InlineData("example.org/mnist", "is no address")]
    [InlineData("https://user:secret@example.org/", "The mirror on example.org has a user, a ? or a # in its address: give the plain address of a folder.")]
    [InlineData("https://example.org/?a=b", "has a user, a ? or a #")]
    [InlineData("https://example.org/#a", "has a user, a ? or a #")]
    public void Parse_AnythingElse_IsRefused(string text, string part)
    {
        Assert.Contains(part, Assert.Throws<DataException>(() => MnistMirrors.Parse(text)).Message, StringComparison.Ordinal);
    }
}
