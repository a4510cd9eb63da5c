using LoopNet.Tests;
using LoopNet.Tests.Cli;
using Microsoft.Playwright;

namespace LoopNet.BrowserTests;

/// <summary>The pictures of docs/reading-a-trace.md: LOOPNET_WRITE_DOCS=1 takes them anew. They are as large as the page is now, and each stands in the docs.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TracePagePictureTests(Browser browser, TracePageFiles files) : IClassFixture<TracePageFiles>
{
    private static readonly View Picture = new(1280, 800);

    private static bool WritesDocs => Environment.GetEnvironmentVariable("LOOPNET_WRITE_DOCS") == "1";

    [BrowserFact]
    public Task Step_OfTheDocs_IsShown() => Shown("page-step.png", files.Page("tiny"), Picture, "step=18&dL/dz3[0]", _ => Task.CompletedTask);

    [BrowserFact]
    public Task Cover_OfTheDocs_IsShown() => Shown("page-cover.png", files.Page("mazur"), Picture, "step=14", async page =>
    {
        await page.GetByLabel("Cover the numbers").CheckAsync();
        ILocator blanks = page.Locator(".tensor:first-child input.blank");
        await blanks.Nth(0).FillAsync("0.1385");
        await blanks.Nth(1).FillAsync("0.0381");
        Assert.Equal("1 of 2 filled in are right", await page.Locator("#score").InnerTextAsync());
    });

    [BrowserFact]
    public async Task Check_OfTheDocs_IsShown()
    {
        string answers = files.Write("answers.json", """{ "z1": [0.3775, 0.3925], "dL/da2": ["0.7414", "-0.2171"], "dL/dz2": ["0.1385", "0.0381"], "dL/dW2[1,0]": "0.0226" }""");
        string file = files.Write("check.html", "");
        Assert.Equal(1, CommandRun.Of("check", "mazur", answers, "--html", file).Status);
        await Shown("page-check.png", file, Picture, "", async page => Assert.Contains("first wrong", await page.Locator(".finding").InnerTextAsync(), StringComparison.Ordinal));
    }

    [BrowserFact]
    public Task Large_OfTheDocs_IsShown() => Shown("page-large.png", files.Page("full-size"), Picture.InTheDark(), "step=34&dL/dW1[3,124]", async page =>
    {
        Assert.Equal(1, await page.Locator(".tensor:first-child canvas").CountAsync());
    });

    private async Task Shown(string picture, string file, View view, string fragment, Func<IPage, Task> prepare)
    {
        string path = Path.Combine(Repository.Top, "docs", "pictures", picture);
        await using OpenPage page = await browser.Open(file, view, fragment);
        await prepare(page.Inner);
        byte[] png = await page.Screenshot();
        if (WritesDocs)
        {
            await File.WriteAllBytesAsync(path, png);
        }

        Assert.Contains($"(pictures/{picture})", Repository.Read("docs/reading-a-trace.md"), StringComparison.Ordinal);
        Assert.Equal(Size(png), Size(await File.ReadAllBytesAsync(path)));
        page.AssertQuiet();
    }

    // Width and height stand in the first chunk of a PNG.
    private static byte[] Size(byte[] png) => png[16..24];
}
