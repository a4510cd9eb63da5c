using System.Globalization;
using System.Text.RegularExpressions;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Published;

/// <summary>Holds docs/worked-examples.md: every number in it is LoopNet's, the publication's or an explained mistake.</summary>
public partial class WorkedExamplesPageTests
{
    private const string Overview = "Example | Network | What it is for";
    private const string Numbers = "Published | LoopNet | Printed | Right | Verdict";
    private const string Explanations = "Published | Printed | What gives it | It gives";
    private const string Values = "LoopNet | Value | What it shows";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(ShippedExamples.Documents, "worked-examples.md"));

    public static TheoryData<Publication> Shipped => [.. Publication.All.Where(publication => publication.Shipped is not null)];

    [Fact]
    public void Tables_OfThePage_AreAllOfAKindThatIsChecked()
    {
        Assert.All(MarkdownTable.Read(Lines), table => Assert.Contains(table.Kind, new[] { Overview, Numbers, Explanations, Values }));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Numbers_OfAShippedExample_StandOnThePageOnceEachAndAreRight(Publication publication)
    {
        Assert.Empty(Complaints(publication, Lines));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Explanations_OfAShippedExample_StandOnThePageAndGiveThePrintedNumber(Publication publication)
    {
        IReadOnlyDictionary<string, double> explanations = publication.Explained;
        string[][] rows = Rows(Lines, publication.Shipped!, Explanations);

        Assert.Equal(explanations.Keys.Order(StringComparer.Ordinal), rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        foreach (string[] row in rows)
        {
            Assert.Equal(publication.Number(row[0]).Printed, row[1]);
            AssertRight(row[3], explanations[row[0]], row[0]);
        }
    }

    [Theory]
    [InlineData("tiny")]
    [InlineData("xor-batch")]
    [InlineData("leaky-relu")]
    [InlineData("sum-of-outputs")]
    [InlineData("forward-only")]
    [InlineData("given-gradient")]
    [InlineData("full-size")]
    public void Values_OfAnExampleOfOurOwn_AreThoseOfItsStep(string name)
    {
        NamedNumbers numbers = new(ShippedExamples.Read(name));
        string[][] rows = Rows(Lines, name, Values);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => AssertRight(row[1], numbers[row[0]], row[0]));
    }

    [Fact]
    public void Sections_OfThePage_AreTheShippedExamplesWithTheirFiles()
    {
        string page = string.Join('\n', Lines);
        foreach (string name in ShippedExamples.Names)
        {
            Assert.Contains($"\n## {name}\n", page, StringComparison.Ordinal);
            Assert.Contains($"[example](examples/{name}.json)", page, StringComparison.Ordinal);
            Assert.Contains($"| [`{name}`](#{name}) |", page, StringComparison.Ordinal);
            Assert.Equal(name != "full-size", page.Contains($"[trace](../traces/{name}.trace.txt)", StringComparison.Ordinal));
            if (ShippedExamples.Read(name).Source is string source)
            {
                Assert.Contains($"]({source})", page, StringComparison.Ordinal);
            }
        }

        foreach (Match link in FileLink().Matches(page))
        {
            Assert.True(File.Exists(Path.Combine(ShippedExamples.Documents, link.Groups["file"].Value)), link.Value);
        }
    }

    // A decimal in a sentence could be wrong without any table being wrong: there is none.
    [Fact]
    public void Sentences_OfThePage_HoldNoDecimals()
    {
        foreach (string line in Lines)
        {
            string text = Address().Replace(line, "");
            Assert.True(MarkdownTable.IsRow(line) || !Decimal().IsMatch(text), line);
        }
    }

    [Theory]
    [InlineData("| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | ok |", "| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164798 | ok |")]
    [InlineData("| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | ok |", "| `w5+` | `W2'[0,0]` | 0.35891649 | 0.3589164797 | ok |")]
    [InlineData("| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | ok |", "| `w5+` | `W2'[0,1]` | 0.35891648 | 0.3589164797 | ok |")]
    [InlineData("| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | ok |", "| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | wrong |")]
    [InlineData("| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | ok |", "| `w5+` | `W2'[0,0]` | 0.35891648 | 0.359 | ok |")]
    [InlineData("| `w5+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | ok |", "| `w9+` | `W2'[0,0]` | 0.35891648 | 0.3589164797 | ok |")]
    public void Complaints_OfAPlantedError_AreMade(string row, string planted)
    {
        Assert.Contains(row, Lines);
        string[] lines = [.. Lines.Select(line => line == row ? planted : line)];

        Assert.NotEmpty(Complaints(Publication.All.OfType<Mazur2015>().Single(), lines));
    }

    private static List<string> Complaints(Publication publication, string[] lines)
    {
        List<string> complaints = [];
        string[][] rows = Rows(lines, publication.Shipped!, Numbers);
        PublishedTable table = publication.Computed;
        IReadOnlyList<PublishedNumber> numbers = publication.File.Numbers;
        if (!numbers.Select(number => number.Name).Order(StringComparer.Ordinal).SequenceEqual(rows.Select(row => row[0]).Order(StringComparer.Ordinal)))
        {
            complaints.Add("The published numbers do not stand there once each.");
            return complaints;
        }

        foreach (string[] row in rows)
        {
            PublishedNumber number = publication.Number(row[0]);
            PublishedTable.Entry entry = table.Find(number, numbers)!;
            string[] expected = [number.Name, entry.Name, number.Printed, row[3], Verdict(number.Status)];
            bool precise = Digits(row[3]) >= Digits(Shortest(number.Printed, entry.Value));
            if (!expected.SequenceEqual(row) || !precise || PublishedNumber.UnitsOff(row[3], entry.Value) != 0)
            {
                complaints.Add($"{string.Join(" | ", row)}: {entry.Name} is {entry.Value:R}");
            }
        }

        return complaints;
    }

    private static string Verdict(string status) => status switch { "ok" => "ok", "last-digit" => "last digit", _ => "wrong" };

    // At least the printed decimals, unless the right number ends before them.
    private static string Shortest(string printed, double right)
    {
        decimal rounded = Math.Round((decimal)right, Math.Min(Digits(printed), 14));
        return rounded.ToString("0.##############", CultureInfo.InvariantCulture);
    }

    private static int Digits(string number)
    {
        int point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : number.Length - point - 1;
    }

    private static string[][] Rows(string[] lines, string section, string kind)
    {
        return [.. MarkdownTable.Read(lines).Where(table => table.Section == section && table.Kind == kind).SelectMany(table => table.Rows)];
    }

    private static void AssertRight(string written, double right, string name)
    {
        Assert.True(PublishedNumber.UnitsOff(written, right) == 0, $"{name}: {written} is written, {right:R} is right");
    }

    [GeneratedRegex(@"\]\((?<file>examples/[^)]*)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileLink();

    [GeneratedRegex(@"\]\([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\d\.\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();
}
