using System.Text.Json;
using System.Text.RegularExpressions;
using LoopNet.Tests.Cli;

namespace LoopNet.Tests;

/// <summary>The files that editors read: every path exists or is built, every command line parses, every task is there.</summary>
public partial class DebuggerFilesTests
{
    private const string Workspace = "${workspaceFolder}";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static JsonElement Launch => Parse(".vscode/launch.json");

    private static JsonElement Tasks => Parse(".vscode/tasks.json");

    private static JsonElement[] Launched => [.. Launch.GetProperty("configurations").EnumerateArray().Where(item => Word(item, "request") == "launch")];

    [Fact]
    public void Launch_ByName_HasTheThreeConfigurationsAndOneToAttach()
    {
        Assert.Equal(["trace tiny", "trace an example file", "train 1 sample"], Launched.Select(item => Word(item, "name")));
        JsonElement attached = Assert.Single(Launch.GetProperty("configurations").EnumerateArray(), item => Word(item, "request") == "attach");
        Assert.Contains($"`{Word(attached, "name")}`", Repository.Read("docs/debugging.md"), StringComparison.Ordinal);
        Assert.All(Launched, item => Assert.Contains($"| `{Word(item, "name")}` |", Repository.Read("docs/debugging.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Program_OfEveryConfiguration_IsWhatTheBuildMakes()
    {
        string props = Repository.Read("Directory.Build.props");
        foreach (JsonElement item in Launched)
        {
            Match program = Programs().Match(Word(item, "program"));
            Assert.True(program.Success, Word(item, "program"));
            Assert.Contains($"<TargetFramework>{program.Groups["framework"].Value}</TargetFramework>", props, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Repository.Top, ProjectOf(item))), program.Value);
            Assert.True(item.GetProperty("justMyCode").GetBoolean());
            Assert.False(item.GetProperty("stopAtEntry").GetBoolean());
            Assert.Equal(Workspace, Word(item, "cwd"));
        }
    }

    [Fact]
    public void Arguments_OfEveryConfiguration_AreACommandThatParses()
    {
        Dictionary<string, string> inputs = Launch.GetProperty("inputs").EnumerateArray()
            .ToDictionary(input => $"${{input:{Word(input, "id")}}}", input => Word(input, "default"), StringComparer.Ordinal);
        foreach (JsonElement item in Launched)
        {
            string[] words = [.. item.GetProperty("args").EnumerateArray().Select(word => word.GetString()!)];
            string[] filled = [.. words.Select(word => inputs.GetValueOrDefault(word, word))];
            Assert.DoesNotContain(filled, word => word.Contains("${", StringComparison.Ordinal));
            AssertParses(filled);
        }
    }

    [Fact]
    public void PreLaunchTask_OfEveryConfiguration_BuildsItsProjectInDebug()
    {
        foreach (JsonElement item in Launched)
        {
            JsonElement task = Assert.Single(Tasks.GetProperty("tasks").EnumerateArray(), task => Word(task, "label") == Word(item, "preLaunchTask"));
            string[] words = [.. task.GetProperty("args").EnumerateArray().Select(word => word.GetString()!)];
            Assert.Equal("dotnet", Word(task, "command"));
            Assert.Equal("build", words[0]);
            Assert.Equal($"{Workspace}/{ProjectOf(item)}", words[1]);
            Assert.Equal(["--configuration", "Debug"], words[2..4]);
        }
    }

    [Fact]
    public void EveryPath_OfEveryTask_Exists()
    {
        string[] paths = [.. Tasks.GetProperty("tasks").EnumerateArray()
            .SelectMany(task => task.GetProperty("args").EnumerateArray())
            .Select(word => word.GetString()!)
            .Where(word => word.StartsWith(Workspace, StringComparison.Ordinal))];

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(File.Exists(Repository.Top + path[Workspace.Length..]), path));
    }

    // A codespace builds what F5 starts, has the SDK that global.json asks for, and the extension that debugs.
    [Fact]
    public void Codespace_BuildsAndDebugsWhatIsLaunched()
    {
        JsonElement container = Parse(".devcontainer/devcontainer.json");

        Assert.EndsWith("10.0", Word(container, "image"), StringComparison.Ordinal);
        Assert.Contains("\"version\": \"10.0.", Repository.Read("global.json"), StringComparison.Ordinal);
        Assert.Equal($"dotnet build {ProjectOf(Launched[0])} --configuration Debug", Word(container, "onCreateCommand").Replace('\\', '/'));
        string[] extensions = [.. container.GetProperty("customizations").GetProperty("vscode").GetProperty("extensions").EnumerateArray().Select(word => word.GetString()!)];
        Assert.Equal(Parse(".vscode/extensions.json").GetProperty("recommendations").EnumerateArray().Select(word => word.GetString()), extensions);
    }

    [Fact]
    public void Profiles_OfDotnetRun_StayOutOfTheRepository()
    {
        // With this file, dotnet run puts "Using launch settings from ..." on standard output, before the results.
        Assert.Contains("\nlaunchSettings.json\n", Repository.Read(".gitignore"), StringComparison.Ordinal);
    }

    /// <summary>A command line is sound where the only mistake is the one that is put at its end; files of examples exist.</summary>
    internal static void AssertParses(string[] words)
    {
        string sentence = CommandRun.Of([.. words, "--no-such-option"]).AssertOneSentence();
        Assert.StartsWith($"{words[0]} has no option --no-such-option", sentence, StringComparison.Ordinal);
        Assert.All(words.Where(word => word.EndsWith(".json", StringComparison.Ordinal)), file => Assert.True(File.Exists(Path.Combine(Repository.Top, file)), file));

        // What is traced while debugging is not left where it could be committed.
        int place = Array.IndexOf(words, "--out");
        bool ignored = place >= 0 && words[place + 1].StartsWith("artifacts/", StringComparison.Ordinal);
        Assert.True(words[0] != "trace" || ignored, string.Join(' ', words));
        Assert.Contains("\n/artifacts/\n", Repository.Read(".gitignore"), StringComparison.Ordinal);
    }

    private static string ProjectOf(JsonElement configuration)
    {
        string name = Programs().Match(Word(configuration, "program")).Groups["name"].Value;
        return $"src/{name}/{name}.csproj";
    }

    private static JsonElement Parse(string path) => JsonDocument.Parse(Repository.Read(path), Lenient).RootElement;

    private static string Word(JsonElement item, string key) => item.GetProperty(key).GetString()!;

    [GeneratedRegex(@"^\$\{workspaceFolder\}/src/(?<name>[\w.]+)/bin/Debug/(?<framework>net\d+\.0)/\k<name>\.dll$")]
    private static partial Regex Programs();
}
