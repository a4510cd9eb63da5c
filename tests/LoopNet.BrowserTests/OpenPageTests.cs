using LoopNet.Tests.Data;

namespace LoopNet.BrowserTests;

/// <summary>The checks of pages notice what they are for.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OpenPageTests(Browser browser) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public async Task Checks_OfASoundPage_Pass()
    {
        await using OpenPage page = await Opened("<main><h1>A page</h1><p>text</p></main>");

        page.AssertQuiet();
        await page.AssertFitsAcross();
        await page.AssertAccessible();
        await page.ShowDark(true);
        Assert.True(await page.Inner.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
    }

    [BrowserTheory]
    [InlineData("<script>console.error('wrong')</script>", "console, error: wrong")]
    [InlineData("<script>throw new Error('wrong')</script>", "error: Error: wrong")]
    [InlineData("<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\"><script>0</script>", "console, error: Executing inline script violates")]
    public async Task Complaints_OfAPageThatHasAFault_TellIt(string fault, string complaint)
    {
        await using OpenPage page = await Opened("", fault);

        string told = Assert.Single(page.Complaints);
        Assert.StartsWith(complaint, told, StringComparison.Ordinal);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(page.AssertQuiet);
    }

    [BrowserTheory]
    [InlineData("<img src='beside.png' alt='beside'>")]
    [InlineData("<script>fetch('http://127.0.0.1:9/beside.png').catch(() => 0)</script>")]
    public async Task Requests_OfAPageThatAsksForMore_TellIt(string more)
    {
        await using OpenPage page = await Opened(more);

        Assert.EndsWith("/beside.png", Assert.Single(page.Requests), StringComparison.Ordinal);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(page.AssertQuiet);
    }

    [BrowserFact]
    public async Task Assertions_OfAPageThatFewCanRead_Fail()
    {
        await using OpenPage page = await Opened("<main><h1 style='width: 2000px'>A page</h1><p style='color: #ddd'>text</p></main>");

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(page.AssertFitsAcross);
        Xunit.Sdk.XunitException exception = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(page.AssertAccessible);
        Assert.Contains("color-contrast", exception.Message, StringComparison.Ordinal);
    }

    private async Task<OpenPage> Opened(string content, string head = "")
    {
        string path = _folder.WriteText("page.html", $"<!DOCTYPE html><html lang='en'><head><title>A page</title>{head}</head><body>{content}</body></html>");
        return await browser.Open(path);
    }
}
