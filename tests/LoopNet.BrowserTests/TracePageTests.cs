using System.Globalization;
using System.Text.RegularExpressions;
using LoopNet.Tests.Cli;
using Xunit.Abstractions;

namespace LoopNet.BrowserTests;

/// <summary>The page of a trace, as somebody reads it who walks through it with the keys and asks every number where it comes from.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class TracePageTests(Browser browser, TracePageFiles files, ITestOutputHelper output) : IClassFixture<TracePageFiles>
{
    // Everything that stands in the card of each number of the current record, which is the first tensor of the stage.
    private const string FocusAll = """
        () => [...document.querySelectorAll('.tensor:first-child button.number')].map((button) => {
          button.focus();
          const text = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
          return {
            name: document.querySelector('#card h2').textContent,
            shown: button.textContent,
            isLooked: button.classList.contains('looked'),
            derivation: text('#card > .card > .derivation')[0],
            others: [...text('#card > .card > .derivation').slice(1), ...text('#card .beside .derivation')],
            reads: [...document.querySelectorAll('#stage .reads')].length,
          };
        })
        """;

    public static TheoryData<string, string> Walked => new()
    {
        { "tiny", "" }, { "mazur", "" }, { "xor-batch", "" }, { "dead-relu", "" }, { "mazur", "delta" }, { "tiny", "columns" },
    };

    [BrowserTheory]
    [MemberData(nameof(Walked))]
    public async Task Walk_ThroughEveryRecord_ShowsEveryNumberAsTheTextOfTheTraceHasIt(string example, string notation)
    {
        string file = files.Page(example, notation);
        string text = Plain(TracePageFiles.TextBeside(file));
        await using OpenPage page = await browser.Open(file);
        await page.Inner.Keyboard.PressAsync("Home");

        HashSet<string> derivations = new(StringComparer.Ordinal);
        int records = await RecordCount(page);
        for (int record = 1; record <= records; record++)
        {
            Assert.EndsWith(Invariant($"Record {record} of {records}"), await page.Inner.Locator("#position").InnerTextAsync(), StringComparison.Ordinal);
            foreach (Card card in await page.Inner.EvaluateAsync<Card[]>(FocusAll))
            {
                Assert.True(card.IsLooked, card.Name);
                Assert.EndsWith($"={card.Shown}", Plain(card.Derivation), StringComparison.Ordinal);
                foreach (string told in card.Others.Append(card.Derivation).Select(Plain).Where(told => told.Count(letter => letter == '=') > 1))
                {
                    derivations.Add(told);
                }
            }

            await page.Inner.Keyboard.PressAsync("ArrowRight");
        }

        // Of the Jacobians B4 and B7, which are copies, the text has the matrix alone; and a later step's parameters are those of the step before.
        string[] missing = [.. derivations.Where(told => !text.Contains(told, StringComparison.Ordinal) && !CopyPattern().IsMatch(told))];
        Assert.Equal([], missing);
        int written = ElementPattern().Count(TracePageFiles.TextBeside(file));
        output.WriteLine($"{derivations.Count} derivations in the page, {written} in the text");
        Assert.True(derivations.Count >= written, $"{derivations.Count} derivations in the page, {written} in the text");
        page.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("tiny", "dL/dW1[0,0]")]
    [InlineData("tiny", "a3[0]")]
    [InlineData("mazur", "2/0/L")]
    [InlineData("xor-batch", "W1'[0,1]")]
    public async Task Pin_OfANumber_ShowsTheTreeOfExplain(string example, string name)
    {
        await using OpenPage page = await browser.Open(files.Page(example), fragment: name);
        string explained = Plain(CommandRun.Of("explain", example, name).Output.Replace('|', ' ').Replace('`', ' '));

        string[] branches = await page.Inner.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('#tree li')].map((item) => [...item.childNodes].filter((node) => node.nodeName !== 'UL' && node.className !== 'equation' && node.className !== 'remark').map((node) => node.textContent).join(''))
            """);

        Assert.NotEmpty(branches);
        int place = 0;
        foreach (string branch in branches.Select(Plain).Where(branch => !branch.StartsWith("max", StringComparison.Ordinal) && !branch.StartsWith("sum", StringComparison.Ordinal)))
        {
            int found = explained.IndexOf(branch, place, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{branch} is not in the explanation of {name}, or not in its order");
            place = found + 1;
        }

        // As many lines as the explanation has numbers.
        int told = CommandRun.Lines(CommandRun.Of("explain", example, name).Output).Length;
        Assert.Equal(told, branches.Length);
    }

    [BrowserFact]
    public async Task Pin_SurvivesTheWalk_AndTheAddressReloadsBoth()
    {
        await using OpenPage page = await browser.Open(files.Page("mazur"), fragment: "1/0/dL/dW1[0,1]");
        Assert.Equal("dL/dW1[0,1]", await page.Inner.Locator("#card h2").InnerTextAsync());
        string before = await page.Inner.Locator("#position").InnerTextAsync();

        await page.Inner.Keyboard.PressAsync("PageDown");
        string after = await page.Inner.Locator("#position").InnerTextAsync();
        await page.Inner.ReloadAsync();

        Assert.NotEqual(before, after);
        Assert.Equal(after, await page.Inner.Locator("#position").InnerTextAsync());
        Assert.StartsWith("dL/dW1[0,1], down", await page.Inner.Locator("#tree h2").InnerTextAsync(), StringComparison.Ordinal);
        page.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("step=12", "Record 12 of 43", null)]
    [InlineData("step=999", "Record 1 of 43", null)]
    [InlineData("no-such-number", "Record 1 of 43", null)]
    [InlineData("%E0%A4%A", "Record 1 of 43", null)]
    [InlineData("dL/dW1[9,9]", "Record 1 of 43", null)]
    [InlineData("1//W1'[0,1]", "Record 38 of 43", "W1'[0,1]")]
    [InlineData("step=3&L", "Record 3 of 43", "L")]
    public async Task Address_OfARecordOrANumber_LeadsThere(string fragment, string position, string? pinned)
    {
        await using OpenPage page = await browser.Open(files.Page("tiny"), fragment: fragment);

        Assert.EndsWith(position, await page.Inner.Locator("#position").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(pinned is null ? 0 : 1, await page.Inner.Locator("#tree h2").CountAsync());
        if (pinned is not null)
        {
            Assert.Equal(pinned, await page.Inner.Locator("#card h2").InnerTextAsync());
        }

        page.AssertQuiet();
    }

    [BrowserFact]
    public async Task Address_InTheNamesOfANotation_LeadsToItsNumber()
    {
        await using OpenPage page = await browser.Open(files.Page("mazur", "mazur"), fragment: "dE/dw5");

        Assert.Equal("dE/dw5", await page.Inner.Locator("#card h2").InnerTextAsync());
        Assert.Contains("0.08216704", await page.Inner.Locator("#card").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Keys_MoveByRecordsPhasesAndEnds()
    {
        await using OpenPage page = await browser.Open(files.Page("tiny"));
        (string Key, string Position)[] expected =
        [
            ("ArrowRight", "Record 2 of"), ("ArrowDown", "Record 3 of"), ("ArrowUp", "Record 2 of"), ("ArrowLeft", "Record 1 of"),
            ("PageDown", "forward. Record 7 of"), ("PageDown", "loss. Record 14 of"), ("PageUp", "forward. Record 7 of"), ("End", "Record 43 of 43"),
            ("ArrowRight", "Record 43 of 43"), ("Home", "Record 1 of"), ("PageUp", "Record 1 of"),
        ];
        foreach ((string key, string position) in expected)
        {
            await page.Inner.Keyboard.PressAsync(key);
            Assert.Contains(position, await page.Inner.Locator("#position").InnerTextAsync(), StringComparison.Ordinal);
        }

        await page.Inner.GetByLabel("Walk").SelectOptionAsync("backward");
        await page.Inner.Locator("#stage").FocusAsync();
        await page.Inner.Keyboard.PressAsync("Home");
        Assert.Contains("backward. Record 16 of", await page.Inner.Locator("#position").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Look_AtANumber_MarksWhatItReadsAndWhatReadsIt()
    {
        await using OpenPage page = await browser.Open(files.Page("tiny"), fragment: "step=8");

        await page.Inner.Locator(".tensor:first-child button.number").First.HoverAsync();

        string[] reads = await Names(page, "#card .list:nth-of-type(1)");
        Assert.Equal(["W1[0,0]", "x[0]", "W1[0,1]", "x[1]", "W1[0,2]", "x[2]", "b1[0]"], reads);
        Assert.Equal(7, await page.Inner.Locator(".tensors .reads").CountAsync());
        Assert.Equal(["a1[0]"], await Names(page, "#card .list:nth-of-type(2)"));
    }

    [BrowserFact]
    public async Task DeadUnit_OnTheWayBack_HasABarAndLetsNoGradientPass()
    {
        await using OpenPage page = await browser.Open(files.Page("dead-relu"));
        await page.Inner.Keyboard.PressAsync("PageDown");
        Assert.Equal(0, await page.Inner.Locator(".barrier").CountAsync());

        await page.Inner.Keyboard.PressAsync("End");

        Assert.Equal(1, await page.Inner.Locator(".unit.blocked .barrier").CountAsync());
        Assert.Equal("z: 0", await page.Inner.Locator(".unit.blocked .of-sum").TextContentAsync());
    }

    [BrowserTheory]
    [InlineData(2)]
    [InlineData(17)]
    public async Task Digits_AreThoseOfTheTextAtThatLength(int digits)
    {
        string text = Plain(CommandRun.Of("trace", "tiny", "--out", "-", "--digits", $"{digits}").Output);
        await using OpenPage page = await browser.Open(files.Page("tiny"), fragment: "dL/dz3[1]");

        await page.Inner.GetByLabel("Digits").FillAsync($"{digits}");

        Assert.Contains(Plain(await page.Inner.Locator("#card .derivation").First.InnerTextAsync()), text, StringComparison.Ordinal);
        Assert.Contains(Plain(await page.Inner.Locator("#card .beside .derivation").InnerTextAsync()), text, StringComparison.Ordinal);
    }

    private static async Task<string[]> Names(OpenPage page, string list)
    {
        return [.. await page.Inner.Locator($"{list} button.name").AllInnerTextsAsync()];
    }

    private static async Task<int> RecordCount(OpenPage page)
    {
        string position = await page.Inner.Locator("#position").InnerTextAsync();
        return int.Parse(position[(position.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
    }

    private static string Plain(string text) => BlankPattern().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankPattern();

    // A name, a name and a number: a copy.
    [GeneratedRegex(@"^[^=]+=[^=+*()]+=-?[0-9.e-]+$")]
    private static partial Regex CopyPattern();

    // A line of the text that begins a derivation.
    [GeneratedRegex(@"^    [^ =]+(?: [^ =]+)? = .* = |^    [^ =]+(?: [^ =]+)? = [^=]*[a-zA-Z][^=]*$", RegexOptions.Multiline)]
    private static partial Regex ElementPattern();

    // What Playwright hands over.
    private sealed record Card
    {
        public string Name { get; init; } = "";

        public string Shown { get; init; } = "";

        public bool IsLooked { get; init; }

        public string Derivation { get; init; } = "";

        public string[] Others { get; init; } = [];

        public int Reads { get; init; }
    }
}
