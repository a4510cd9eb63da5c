using Microsoft.Playwright;

namespace LoopNet.BrowserTests;

/// <summary>The browser that all tests share; each opens pages of its own in it, in surroundings that no other test knows.</summary>
public sealed class Browser : IAsyncLifetime
{
    // A browser that asks nobody for anything by itself: what is asked for, a page asks for.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Starts the browser, unless every test is skipped.</summary>
    public async Task InitializeAsync()
    {
        if (Chromium.WhySkipped is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = Arguments });
        }
    }

    /// <summary>Ends the browser.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page from the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="view">How it is looked at; null for a light window of 1280 x 800.</param>
    /// <param name="fragment">What follows the # of the address; empty for an address without one.</param>
    public async Task<OpenPage> Open(string path, View? view = null, string fragment = "")
    {
        view ??= new View();
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
            ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = view.HasScript,
        });
        string address = new Uri(Path.GetFullPath(path)).AbsoluteUri;
        OpenPage page = new(context, await context.NewPageAsync(), address);
        await page.Inner.GotoAsync(fragment.Length == 0 ? address : $"{address}#{fragment}");
        return page;
    }
}
