using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class ExerciseVerbTests : IDisposable
{
    // A small network: its exercises take the least time.
    private static readonly string[] Small = ["exercise", "--layers", "2,1"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Exercise_WithoutAFile_GoesToStandardOutputAndTheReportBesideIt()
    {
        CommandRun run = CommandRun.Of([.. Small, "--for", "Anna Müller", "--seed", "3"]);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.StartsWith("// Exercise for Anna Müller, seed 3; numbers to 4 significant digits.\n{\n  \"name\": \"Anna-Müller\",\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("2-1, sigmoid, squared-error", $"{ExampleFile.Parse(run.Output, "exercise").Network}");
        Assert.Contains("known mistakes give another number", run.Error, StringComparison.Ordinal);
        Assert.Contains("Mistakes that change no number here: Parameters of step 1 used in step 2;", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Exercise_OfOneNameInTwoWritings_IsTheSame()
    {
        Assert.Equal(CommandRun.Of([.. Small, "--for", "Mu\u0308ller"]).Output, CommandRun.Of([.. Small, "--for", "M\u00FCller"]).Output);
    }

    [Fact]
    public void Exercise_IntoAFile_IsReadByEveryVerbAndItsKeyIsRight()
    {
        string path = Path.Combine(_folder.Path, "mine.json");

        CommandRun run = CommandRun.Of([.. Small, "--out", path, "--worksheet", "--key"]);

        string worksheet = Path.Combine(_folder.Path, "mine.worksheet.json");
        string key = Path.Combine(_folder.Path, "mine.key.json");
        Assert.StartsWith($"{path}\n{worksheet}\n{key}\n14 numbers to write to 4 digits", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitStatus.Done, CommandRun.Of("check", path, key).Status);
        Assert.Contains($"//   loopnet check {path} {worksheet}\n", File.ReadAllText(worksheet), StringComparison.Ordinal);
        foreach (string[] reader in new string[][] { ["trace", path, "--out", "-"], ["explain", path, "L"], ["worksheet", path], ["gradcheck", path] })
        {
            Assert.Equal(ExitStatus.Done, CommandRun.Of(reader).Status);
        }
    }

    [Fact]
    public void Exercise_OfAClass_MakesAFolderOfVariants()
    {
        string folder = Path.Combine(_folder.Path, "class");

        CommandRun run = CommandRun.Of([.. Small, "--count", "3", "--out", folder, "--worksheet", "--key"]);

        Assert.StartsWith($"{folder}: 3 exercises, 01.json to 03.json\n14 numbers to write each to 4 digits", run.Output, StringComparison.Ordinal);
        Assert.Equal(["01.json", "02.json", "03.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(["01.json", "02.json", "03.json"], Directory.GetFiles(Path.Combine(folder, "worksheets")).Select(Path.GetFileName).Order());
        Assert.Equal(3, Directory.GetFiles(folder).Select(path => File.ReadAllText(path).Split("\"layers\"")[1]).Distinct().Count());
        Assert.Equal(ExitStatus.Done, CommandRun.Of("check", "--exercises", folder, Path.Combine(folder, "keys")).Status);
        Assert.Contains("there is something already", CommandRun.Of([.. Small, "--count", "3", "--out", folder]).AssertOneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exercise_OfAList_NamesEachAfterItsStudent()
    {
        string list = _folder.WriteText("names.txt", "\uFEFFAnna Müller\n\n0042\r\nO'Brien\n");
        string folder = Path.Combine(_folder.Path, "class");

        CommandRun run = CommandRun.Of([.. Small, "--list", list, "--out", folder]);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal(["0042.json", "Anna-Müller.json", "O-Brien.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.StartsWith("// Exercise for O'Brien, seed 1;", File.ReadAllText(Path.Combine(folder, "O-Brien.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Exercise_Plain_IsAStarterWithEveryKeyExplained()
    {
        CommandRun run = CommandRun.Of("exercise", "--plain", "--layers", "784,32,10", "--hidden", "relu", "--output", "softmax", "--loss", "cross-entropy");

        Assert.Equal("", run.Error);
        Assert.Equal("784-32-10, relu, softmax, cross-entropy", $"{ExampleFile.Parse(run.Output, "mine").Network}");
        Assert.Contains("  \"learningRate\": 0.5,  // eta, a number over 0\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--layers has the inputs and at least one layer", "--layers", "3")]
    [InlineData("--layers is a list of whole numbers from 1 to 2147483647, for example 2,2,1; found 'q'", "--layers", "2,q,1")]
    [InlineData("--hidden is one of", "--hidden", "sigmoit")]
    [InlineData("the loss cross-entropy goes with sigmoid or softmax outputs only, not with tanh", "--output", "tanh", "--loss", "cross-entropy")]
    [InlineData("--carry 3 rounds to fewer digits than --digits 4 writes down; give --digits 3 at most", "--carry", "3", "--digits", "4")]
    [InlineData("--dead-relu is for a hidden layer with relu, and there is none", "--dead-relu")]
    [InlineData("--exact is for layers with sigmoid, tanh or softmax", "--exact", "--layers", "2,1", "--output", "identity")]
    [InlineData("--count makes several exercises: give --out FOLDER", "--count", "3")]
    [InlineData("--for and --count both say for whom; give one of them", "--count", "3", "--for", "Anna", "--out", "no-such")]
    [InlineData("the exercises of 'A B' and 'a-b' would both be called a-b", "--for", "A B", "--for", "a-b", "--out", "no-such")]
    [InlineData("'---' is no ID", "--for", "---")]
    [InlineData("--key is for an exercise; leave it out, or leave --plain out", "--plain", "--key")]
    [InlineData("--worksheet stands beside the file of the exercise: give --out FILE, or --worksheet FILE.json", "--worksheet")]
    [InlineData("--key answers.pdf: give a form (json, html, csv, xlsx), or a file whose name ends in one: answers.json", "--key", "answers.pdf")]
    [InlineData("--out mine.txt: an exercise is a JSON file", "--out", "mine.txt")]
    public void Exercise_OfABadCommandLine_IsOneSentence(string start, params string[] options)
    {
        Assert.StartsWith(start, CommandRun.Of(["exercise", .. options]).AssertOneSentence(), StringComparison.Ordinal);
    }
}
