using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LoopNet.BrowserTests;

/// <summary>A page that <see cref="Browser"/> has opened, and all that it complained of or asked for since.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _requests = new();

    internal OpenPage(IBrowserContext context, IPage page, string address)
    {
        _context = context;
        Inner = page;
        Address = address;
        page.Console += (_, message) => Note(_complaints, message.Type is "error" or "warning", $"console, {message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(_complaints, isWorthIt: true, $"error: {error}");
        page.Request += (_, request) => Note(_requests, request.Url.Split('#')[0] != address, request.Url);
    }

    /// <summary>The page as Playwright knows it.</summary>
    public IPage Inner { get; }

    /// <summary>The address of its file, without a fragment.</summary>
    public string Address { get; }

    /// <summary>What the console showed as an error or a warning, a refusal of the Content-Security-Policy among it, and errors of the script.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The addresses that it asked for, beside its own file.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Shows the page in a window of another size.</summary>
    public Task Resize(int width, int height) => Inner.SetViewportSizeAsync(width, height);

    /// <summary>Lets the system ask for dark pages, or for light ones.</summary>
    public Task ShowDark(bool isDark) => Inner.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });

    /// <summary>The page as a PNG: the window, or the whole page.</summary>
    public Task<byte[]> Screenshot(bool whole = false) => Inner.ScreenshotAsync(new() { FullPage = whole, Animations = ScreenshotAnimations.Disabled });

    /// <summary>Checks that the page has complained of nothing and has asked for nothing but its file.</summary>
    public void AssertQuiet()
    {
        Assert.Equal([], Complaints);
        Assert.Equal([], Requests);
    }

    /// <summary>Checks that nothing of the page is wider than the window.</summary>
    public async Task AssertFitsAcross()
    {
        int width = await Inner.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.InRange(width, 1, Inner.ViewportSize!.Width);
    }

    /// <summary>Checks that axe finds nothing that keeps anybody from reading the page: all of its rules, best practices too.</summary>
    public async Task AssertAccessible()
    {
        AxeResult result = await Inner.RunAxe();
        Assert.NotEmpty(result.Passes);
        Assert.Equal([], result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }

    /// <summary>Closes the page.</summary>
    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static void Note(ConcurrentQueue<string> notes, bool isWorthIt, string note)
    {
        if (isWorthIt)
        {
            notes.Enqueue(note);
        }
    }
}
