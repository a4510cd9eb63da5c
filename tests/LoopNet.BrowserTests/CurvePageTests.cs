using System.Text.Json;
using LoopNet.Cli;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;
using Microsoft.Playwright;

namespace LoopNet.BrowserTests;

/// <summary>The page of <c>train --plot</c>, as a reader sees it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CurvePageTests(Browser browser) : IDisposable
{
    private const string Title = "784-32-32-10, sigmoid, softmax, cross-entropy on MNIST";

    private static readonly Dictionary<string, EpochResult[]> Courses = new(StringComparer.Ordinal)
    {
        ["usual"] = Course(8, epoch => 2.4 * Math.Exp(-epoch / 3.0), gap: 0.04),
        ["before training"] = Course(0, _ => 2.4, gap: 0.0),
        ["nothing learned"] = Course(700, _ => 2.3025, gap: 0.0),
        ["long and noisy"] = Course(12_345, epoch => (2.3 / (1.0 + (epoch / 900.0))) + (0.05 * Math.Sin(epoch)), gap: 0.02),
        ["over many powers of ten"] = Course(40, epoch => Math.Pow(10.0, 1.0 - (epoch / 4.0)), gap: 0.0),
        ["overfitted"] = [.. Enumerable.Range(0, 101).Select(epoch => new EpochResult(epoch, 2.4 / (1 + epoch), Math.Min(1.0, 0.1 + (epoch / 50.0)), 1.2 + (epoch / 100.0), 0.5, 1.0))],
        ["enormous"] = Course(3, epoch => 7.9e120 / (1 + epoch), gap: 0.0),
    };

    private static readonly View[] Views = [new(), View.Narrow, View.Projector, new View(800, 1100), new View(640, 400)];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> CourseNames => [.. Courses.Keys];

    private string FilePath => Path.Join(_folder.Path, "curves.html");

    public void Dispose() => _folder.Dispose();

    [BrowserTheory]
    [MemberData(nameof(CourseNames))]
    public async Task Page_OfEachCourseInEachWindow_FillsItAndNoTextHidesAnother(string course)
    {
        Write(Courses[course], TrainingState.Finished);
        await using OpenPage page = await browser.Open(FilePath);

        foreach (View view in Views)
        {
            await page.Resize(view.Width, view.Height);

            await page.AssertFitsAcross();
            await AssertFilled(page, view);
            await AssertTextsApart(page, view);
        }

        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Page_LightAndDark_IsReadByEverybody()
    {
        Write(Courses["usual"], TrainingState.GoesOn);
        await using OpenPage page = await browser.Open(FilePath);
        await page.AssertAccessible();
        Assert.Equal("rgb(255, 255, 255)", await Paper(page));

        await page.ShowDark(true);
        await page.Resize(View.Narrow.Width, View.Narrow.Height);
        await page.AssertAccessible();
        Assert.Equal("rgb(22, 24, 29)", await Paper(page));
    }

    [BrowserFact]
    public async Task Page_OnAProjectorAndWithLargeType_HasTypeThatIsReadFromAfar()
    {
        View view = new();
        Write(Courses["usual"], TrainingState.Finished);
        await using OpenPage page = await browser.Open(FilePath, View.Projector);

        double projected = await TypeSize(page);
        await page.Resize(View.Narrow.Width, View.Narrow.Height);
        double narrow = await TypeSize(page);

        Assert.InRange(projected, 20.0, 40.0);
        Assert.InRange(narrow, 14.0, 18.0);

        // Who sets type of twice the size in the browser gets it.
        await page.Resize(view.Width, view.Height);
        double usual = await TypeSize(page);
        await page.Inner.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        Assert.InRange(await TypeSize(page), 1.3 * usual, 2.0 * usual);
        await page.AssertFitsAcross();
        await AssertTextsApart(page, view);
    }

    [BrowserFact]
    public async Task Page_OfARunThatGoesOn_FollowsItsFileAndIsNotLoadedAnew()
    {
        EpochResult[] results = Courses["usual"];
        Write(results[..3], TrainingState.GoesOn);
        await using OpenPage page = await browser.Open(FilePath);
        await page.Inner.EvaluateAsync("window.isTheSame = true");
        await AssertShown(page, "training, epoch 2 of 8", results[2]);

        Write(results[..6], TrainingState.GoesOn);
        await AssertShown(page, "training, epoch 5 of 8", results[5]);

        Write(results, TrainingState.Finished);
        await AssertShown(page, "finished after epoch 8", results[8]);

        Assert.True(await page.Inner.EvaluateAsync<bool>("window.isTheSame"));
        Assert.Equal($"finished after epoch 8: {Title}", await page.Inner.TitleAsync());
        Assert.Equal([], page.Complaints);
        Assert.All(page.Requests, request => Assert.Equal(page.Address, request.Split('?')[0]));

        // Nothing more is to come, so it looks no more.
        int requests = page.Requests.Count;
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(requests, page.Requests.Count);
    }

    [BrowserFact]
    public async Task Page_WithoutScript_ShowsTheSame()
    {
        EpochResult[] results = Courses["usual"];
        Write(results, TrainingState.GoesOn);
        await using OpenPage page = await browser.Open(FilePath, new View(HasScript: false));

        await AssertShown(page, "training, epoch 8 of 8", results[8]);
        Assert.True(await page.Inner.GetByText("Load this page again to see the epochs that came since.").IsVisibleAsync());
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Page_WithAHostileTitle_ShowsItAsText()
    {
        const string Hostile = "</title></style></script><img src=x onerror=alert(1)>\"&'<script>document.title = 'owned'</script>";
        PlotFile.Write(FilePath, Hostile, Courses["usual"], 8, TrainingState.GoesOn);
        await using OpenPage page = await browser.Open(FilePath);

        Assert.Equal(Hostile, await page.Inner.Locator("h1").TextContentAsync());
        Assert.Equal(0, await page.Inner.Locator("img").CountAsync());
        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Page_ThatATrainingLeaves_ShowsItsLastFigures()
    {
        CommandRun run = CommandRun.Of("train", "--data", "embedded", "--limit", "200", "--layers", "784,8,10", "--epochs", "3", "--plot", FilePath);
        await using OpenPage page = await browser.Open(FilePath);

        string[] figures = run.EpochFigures[^1];
        string[] expected = ["training", figures[2], "test", figures[4], "training", $"{figures[1]} %", "test", $"{figures[3]} %"];
        Assert.Equal(expected, await page.Inner.Locator("text.label").AllTextContentsAsync());
        page.AssertQuiet();
    }

    // The plots take the window but for its margins and its heading, and the lines most of each plot.
    private static async Task AssertFilled(OpenPage page, View view)
    {
        JsonElement places = (await page.Inner.EvaluateAsync("""
            () => {
              const box = (element) => { const { left, right, top, bottom } = element.getBoundingClientRect(); return { left, right, top, bottom }; };
              return { figures: [...document.querySelectorAll('figure')].map(box), lines: [...document.querySelectorAll('.line.test')].map(box),
                       height: document.documentElement.scrollHeight };
            }
            """))!.Value;
        Place[] figures = Boxes(places.GetProperty("figures"));
        Place[] lines = Boxes(places.GetProperty("lines"));

        double area = figures.Sum(figure => figure.Width * figure.Height);
        Assert.InRange(area / (view.Width * places.GetProperty("height").GetDouble()), 0.7, 1.0);
        Assert.InRange(figures.Max(figure => figure.Right), 0.94 * view.Width, view.Width);
        Assert.InRange(figures.Max(figure => figure.Bottom), 0.94 * view.Height, double.MaxValue);
        foreach ((Place figure, Place line) in figures.Zip(lines))
        {
            Assert.InRange((line.Right - figure.Left) / figure.Width, 0.7, 0.95);
        }
    }

    private static async Task AssertTextsApart(OpenPage page, View view)
    {
        JsonElement texts = (await page.Inner.EvaluateAsync("""
            () => [...document.querySelectorAll('h1, p, svg text')].filter((element) => element.getClientRects().length > 0).map((element) => {
              const { left, right, top, bottom } = element.getBoundingClientRect();
              const slack = (bottom - top) / 6; // a line of type is higher than its letters
              return { text: element.textContent, left, right, top: top + slack, bottom: bottom - slack };
            })
            """))!.Value;
        Place[] places = Boxes(texts);
        Assert.InRange(places.Length, 15, 60);
        for (int first = 0; first < places.Length; first++)
        {
            Assert.InRange(places[first].Left, 0.0, view.Width);
            Assert.InRange(places[first].Right, 0.0, view.Width);
            for (int second = first + 1; second < places.Length; second++)
            {
                Assert.False(places[first].Hides(places[second]), $"{view}: {texts[first]} and {texts[second]}");
            }
        }
    }

    private static Place[] Boxes(JsonElement boxes)
    {
        return [.. boxes.EnumerateArray().Select(box => new Place(Side(box, "left"), Side(box, "right"), Side(box, "top"), Side(box, "bottom")))];
    }

    private static double Side(JsonElement box, string name) => box.GetProperty(name).GetDouble();

    private static Task<string> Paper(OpenPage page) => page.Inner.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static Task<double> TypeSize(OpenPage page) => page.Inner.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('svg text')).fontSize)");

    private static async Task AssertShown(OpenPage page, string state, EpochResult last)
    {
        await Assertions.Expect(page.Inner.GetByRole(AriaRole.Status)).ToHaveTextAsync(state);
        string[] values = [NumberText.Loss(last.TrainingLoss), NumberText.Loss(last.TestLoss), NumberText.Percent(last.TrainingAccuracy), NumberText.Percent(last.TestAccuracy)];
        Assert.Equal(values, await page.Inner.Locator("text.value").AllTextContentsAsync());
        Assert.Equal(4, await page.Inner.Locator("text.value:visible").CountAsync());
    }

    private static EpochResult[] Course(int epochs, Func<int, double> loss, double gap)
    {
        return [.. Enumerable.Range(0, epochs + 1).Select(epoch => Result(epoch, loss(epoch), loss(epoch) + gap))];
    }

    private static EpochResult Result(int epoch, double trainingLoss, double testLoss)
    {
        return new EpochResult(epoch, trainingLoss, Math.Exp(-trainingLoss), testLoss, Math.Exp(-testLoss), Seconds: 1.0);
    }

    private void Write(EpochResult[] results, TrainingState state) => PlotFile.Write(FilePath, Title, results, 8, state);

    private sealed record Place(double Left, double Right, double Top, double Bottom)
    {
        public double Width => Right - Left;

        public double Height => Bottom - Top;

        public bool Hides(Place other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
