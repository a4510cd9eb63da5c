using System.Text.Json;
using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli.Classes;

/// <summary>The sheets of a class, graded at once.</summary>
public sealed class ClassCheckTests : IDisposable
{
    private const string Right = """{ "z1": [0.3775, 0.3925], "a1": ["0.5933", "0.5969"], "z2": [1.1059, 1.2249], "a2": [0.7514, 0.7729], "L": null }""";
    private const string BiasForgotten = """{ "z1": [0.0275, 0.0425], "a1": ["0.5069", "0.5106"], "z2": [0.4325, 0.5343], "a2": [0.6065, 0.6305], "L": null }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_OfAFolder_HasALineForEachSheetAndTheCommonestMistakeOnTop()
    {
        Write(("Anna Müller_12.json", Right), ("Ben/answers.json", BiasForgotten), ("Chloë.json", BiasForgotten), ("empty.json", ""), (".DS_Store", "x"), ("report.pdf", "%PDF-1.7"));

        CommandRun run = CommandRun.Of("check", "mazur", _folder.Path);

        Assert.Equal(ExitStatus.BadInput, run.Status);
        Assert.Equal("", run.Error);
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Equal("mazur: 3 sheets graded, 2 cannot be graded", lines[0]);
        Assert.Equal("Commonest mistake: Bias forgotten, on 2 of 3 sheets.", lines[1]);
        Assert.Equal(["Anna Müller_12.json", "8/9", "8"], Cells(lines, "Anna"));
        Assert.Equal(["Ben/answers.json", "0/9", "4", "z1[0]", "Bias forgotten"], Cells(lines, "Ben/"));
        Assert.Contains("the file is empty", lines.Single(line => line.StartsWith("empty.json", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("report.pdf", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("DS_Store", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_OfSeveralFiles_CountsWhatHalfOfThemHaveAPlaceFor()
    {
        // The second leaves everything out but two numbers, the third has one more than the others.
        Write(("1.json", Right), ("2.json", """{ "z1": [0.3775, 0.3925] }"""), ("3.json", Right.Replace("\"L\"", "\"dL/dz2\": [0.1385, -0.0381], \"L\"", StringComparison.Ordinal)));

        JsonElement sheets = Json("check", "mazur", File("1.json"), File("2.json"), File("3.json"), "--json").GetProperty("sheets");

        Assert.Equal([9, 9, 9], sheets.EnumerateArray().Select(sheet => sheet.GetProperty("asked").GetInt32()));
        Assert.Equal([8, 2, 8], sheets.EnumerateArray().Select(sheet => sheet.GetProperty("points").GetInt32()));
        Assert.Equal([1, 7, 1], sheets.EnumerateArray().Select(sheet => sheet.GetProperty("blank").GetInt32()));
    }

    [Theory]
    [InlineData("1.json", ExitStatus.Done)]
    [InlineData("2.json", ExitStatus.CheckFailed)]
    [InlineData("3.json", ExitStatus.BadInput)]
    public void Check_OfAClass_HasTheStatusOfItsWorstSheet(string worst, int status)
    {
        Write(("1.json", Right), ("2.json", BiasForgotten), ("3.json", "{"));

        Assert.Equal(status, CommandRun.Of("check", "mazur", File("1.json"), File(worst), "--points", "0").Status);
    }

    [Fact]
    public void Check_WithAFloor_GivesEverySheetThatCanBeReadAtLeastThat()
    {
        Write(("1.json", Right), ("2.json", """{ "z1": [7.5, null] }"""), ("3.json", "{"));

        CommandRun run = CommandRun.Of("check", "mazur", _folder.Path, "--points", "5", "--csv");

        string[][] rows = [.. CommandRun.Lines(run.Output).Select(line => line.Split(','))];
        int points = Array.IndexOf(rows[0], "points");
        Assert.Equal(["points", "8", "5", ""], rows.Select(row => row[points]));
    }

    [Fact]
    public void Check_WithACsvFile_WritesItAndShowsTheTable()
    {
        Write(("=1+1.json", Right), ("2.json", BiasForgotten));
        using TemporaryFolder other = new();
        string csv = Path.Combine(other.Path, "class.csv");

        CommandRun run = CommandRun.Of("check", "mazur", _folder.Path, "--csv", csv);

        Assert.StartsWith("mazur: 2 sheets graded\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("file,id,status,asked,right,follows,wrong,blank,points,first_wrong,mistakes,reason\n2.json,2,graded,9,0,4,4,1,4,z1[0],Bias forgotten,\n\"'=1+1.json\",\"'=1+1\",graded,9,8,0,0,1,8,,,\n", System.IO.File.ReadAllText(csv));
    }

    [Fact]
    public void Check_OfExercises_PairsByIdAndTellsWhoIsMissingOrTwiceThere()
    {
        string example = Repository.Read("docs/examples/mazur.json");
        using TemporaryFolder exercises = new();
        foreach (string id in new[] { "01", "02", "Anna-Müller" })
        {
            exercises.WriteText($"{id}.json", example.Replace("\"mazur\"", $"\"{id}\"", StringComparison.Ordinal).Replace("\"steps\": 2", "\"steps\": 1", StringComparison.Ordinal));
        }

        Write(("Öz_01.json", Right), ("Öz_01 (1).json", BiasForgotten), ("Anna_Mu\u0308ller.json", Right), ("homework.json", Right));

        JsonElement report = Json("check", "--exercises", exercises.Path, _folder.Path, "--json");

        Assert.Equal(["01", "01", "02", "Anna-Müller", ""], report.GetProperty("sheets").EnumerateArray().Select(sheet => sheet.GetProperty("id").GetString()));
        Assert.Equal(["graded", "graded", "missing", "graded", "unread"], report.GetProperty("sheets").EnumerateArray().Select(sheet => sheet.GetProperty("status").GetString()));
        Assert.Equal(["01"], report.GetProperty("doubled").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(1, report.GetProperty("missing").GetInt32());
    }

    [Theory]
    [InlineData("no-such-folder: there is no such file or folder", "mazur", "no-such-folder", "--csv")]
    [InlineData("--csv answers.json: give a name that ends in .csv", "mazur", "a", "b", "--csv", "answers.json")]
    [InlineData("--csv and --json both write to standard output", "mazur", "a", "b", "--json", "--csv")]
    [InlineData("--exercises no-such-folder: there is no such folder", "a", "b", "--exercises", "no-such-folder")]
    [InlineData("--points is for the answers of a class; leave it out for a trace", "a.jsonl", "--points", "3")]
    public void Check_OfABadCommandLine_IsOneSentence(string start, params string[] arguments)
    {
        Assert.StartsWith(start, CommandRun.Of(["check", .. arguments]).AssertOneSentence(), StringComparison.Ordinal);
    }

    private void Write(params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
            System.IO.File.WriteAllText(File(name), text);
        }
    }

    private string File(string name) => Path.Combine(_folder.Path, name);

    private static string[] Cells(string[] lines, string start)
    {
        return lines.Single(line => line.StartsWith(start, StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static JsonElement Json(params string[] arguments) => JsonDocument.Parse(CommandRun.Of(arguments).Output).RootElement;
}
