using System.Text.Json;
using System.Text.Json.Nodes;
using LoopNet.Checking;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking.Worksheets;

/// <summary>A worksheet goes round: written blank, filled in, and checked.</summary>
public sealed class FilledWorksheetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mazur", 2)]
    [InlineData("tiny", 2)]
    [InlineData("xor-batch", 1)]
    [InlineData("dead-relu", 1)]
    [InlineData("linear", 2)]
    [InlineData("relu-homework", 1)]
    public void Check_OfAFilledWorksheet_IsAllRightAndOfABlankOneRefused(string name, int steps)
    {
        Example example = ExampleFile.Read(Path.Combine(Repository.Top, "docs", "examples", $"{name}.json"));
        string blank = WorksheetJson.Write(Worksheet.Of(example, steps), "loopnet check");
        string blankPath = _folder.WriteText("blank.json", blank);
        string filledPath = _folder.WriteText("filled.json", Filled(blank, new ExampleTensors(example)));

        CommandRun filled = CommandRun.Of("check", name, filledPath);

        Assert.Equal(ExitStatus.Done, filled.Status);
        Assert.DoesNotContain("WRONG", filled.Output, StringComparison.Ordinal);
        Assert.Contains("no number is given", CommandRun.Of("check", name, blankPath).AssertOneSentence(), StringComparison.Ordinal);
    }

    private static string Filled(string blank, ExampleTensors tensors)
    {
        JsonObject sheet = JsonNode.Parse(blank, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        foreach (string key in sheet.Select(member => member.Key).ToArray())
        {
            NumberName name = NumberName.Parse(key);
            Queue<double> values = new(name.Index.Count > 0 ? [tensors.Find(name).At(name.Index)] : tensors.Find(name).Rows.SelectMany(row => row));
            sheet[key] = Fill(sheet[key], values);
            Assert.Empty(values);
        }

        return sheet.ToJsonString();
    }

    private static JsonNode Fill(JsonNode? blank, Queue<double> values)
    {
        if (blank is not JsonArray rows)
        {
            return JsonValue.Create(values.Dequeue());
        }

        return new JsonArray([.. rows.Select(row => Fill(row, values))]);
    }
}
