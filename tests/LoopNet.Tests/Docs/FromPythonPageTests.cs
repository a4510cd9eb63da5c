using System.Text.RegularExpressions;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;
using LoopNet.Tests.Verifying;

namespace LoopNet.Tests;

/// <summary>docs/from-python.md: its programs run where NumPy and PyTorch are, and what PyTorch wrote once is part of the tests.</summary>
public sealed partial class FromPythonPageTests : IDisposable
{
    private const string Page = "docs/from-python.md";
    private const string Exporter = "docs/examples/python/torch_trace.py";

    private readonly TemporaryFolder _folder = new();

    private static string Text => Repository.Read(Page);

    private static string Kept(string name) => Path.Combine(Repository.Top, "tests", "LoopNet.Tests", "Docs", "FromPython", name);

    public void Dispose() => _folder.Dispose();

    [NumPyFact]
    public void Arrays_OfTheProgramOnThePage_HaveTheMistakeThatThePageTells()
    {
        NumPyFactAttribute.RunIn(_folder.Path, "-c", Program("numpy"));

        AssertTold(Path.Combine(_folder.Path, "mine.npz"), "mine.npz");
    }

    [Fact]
    public void Gradients_OfPyTorch_HaveTheMistakeThatThePageTells() => AssertTold(Kept("torch.json"), "torch.json");

    [Fact]
    public void Trace_OfPyTorch_Follows()
    {
        string trace = File.ReadAllText(Kept("torch.trace.jsonl"));

        Verified.AssertFollows(trace);
        Assert.StartsWith("""{"format":"loopnet-trace/2","example":"torch","sizes":[3,4,4,2],"activations":["tanh","leaky-relu","softmax"],"slopes":[null,0.1,null],""", trace, StringComparison.Ordinal);
    }

    [TorchFact]
    public void Gradients_OfTheProgramOnThePage_AreThoseThatAreKept()
    {
        TorchFactAttribute.RunIn(_folder.Path, "-c", Program("torch"));

        AssertTold(Path.Combine(_folder.Path, "torch.json"), "torch.json");
    }

    [TorchFact]
    public void Trace_OfThisPyTorch_Follows()
    {
        Assert.Contains("is written", TorchFactAttribute.RunIn(_folder.Path, Path.Combine(Repository.Top, Exporter)), StringComparison.Ordinal);

        Verified.AssertFollows(File.ReadAllText(Path.Combine(_folder.Path, "torch.trace.jsonl")));
    }

    // Every activation and loss that the exporter knows, batches of several sizes; and models that it has to refuse.
    [TorchFact]
    public void Traces_OfOtherModels_FollowOrAreRefused()
    {
        string program = $$"""
            import sys; sys.path.insert(0, {{Quoted(Path.GetDirectoryName(Path.Combine(Repository.Top, Exporter))!)}})
            import torch, torch_trace
            from torch import nn
            torch.manual_seed(3)
            x = torch.randn(5, 3)
            def write(name, model, y, loss, steps=1): torch_trace.export(model, x[:len(y)], y, loss, 0.1, name + ".trace.jsonl", steps, name)
            write("logits", nn.Sequential(nn.Linear(3, 2), nn.Sigmoid(), nn.Linear(2, 1)), torch.tensor([1., 0., 1.]), nn.BCEWithLogitsLoss(), 3)
            write("sigmoids", nn.Sequential(nn.Linear(3, 4), nn.ReLU(inplace=True), nn.Linear(4, 2), nn.Sigmoid()), torch.tensor([[1., 0.], [.3, .6]]), nn.BCELoss(reduction="sum"))
            write("means", nn.Sequential(nn.Linear(3, 4), nn.Softmax(dim=1), nn.Linear(4, 2, bias=False), nn.Tanh()), torch.randn(5, 2), nn.MSELoss(), 4)
            write("sums", nn.Sequential(nn.Linear(3, 4), nn.Identity(), nn.Linear(4, 2)), torch.randn(1, 2), nn.MSELoss(reduction="sum"), 2)
            class Wrong(nn.Sigmoid):
                def forward(self, z): return super().forward(z * 1.0001)
            torch_trace.ACTIVATIONS[Wrong] = "sigmoid"
            for model in nn.Sequential(nn.Linear(3, 3), Wrong()), nn.Sequential(nn.Linear(3, 3), nn.GELU()):
                try: write("refused", model, torch.randn(2, 3), nn.MSELoss())
                except ValueError as error: print(error)
            """;

        string[] printed = TorchFactAttribute.RunIn(_folder.Path, "-c", program).Split('\n');

        string[] traces = Directory.GetFiles(_folder.Path, "*.trace.jsonl");
        Assert.Equal(["logits", "means", "sigmoids", "sums"], traces.Select(path => Path.GetFileName(path).Split('.')[0]).Order(StringComparer.Ordinal));
        Assert.All(traces, path => Verified.AssertFollows(File.ReadAllText(path)));
        Assert.Equal(2, printed.Length);
        Assert.Matches("^a1, number 0: PyTorch has .*; nothing is written", printed[0]);
        Assert.Contains("no activation behind one that LoopNet knows", printed[1], StringComparison.Ordinal);
    }

    private static string Quoted(string path) => $"r'{path}'";

    // The program on the page that imports a library.
    private static string Program(string library)
    {
        string program = Assert.Single(Programs().Matches(Text).Select(match => match.Groups[1].Value), text => text.Split('\n')[0].Contains(library, StringComparison.Ordinal));
        Assert.InRange(program.TrimEnd().Split('\n').Length, 1, 11);
        return program;
    }

    // What the page prints after the command on that file: the head, and the mistake.
    private static void AssertTold(string path, string file)
    {
        CommandRun run = CommandRun.Narrow("check", "mazur", path);
        string text = Text[Text.IndexOf($"$ loopnet check mazur {file}\n", StringComparison.Ordinal)..];
        string head = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..text.IndexOf("```", StringComparison.Ordinal)];
        string mistake = Mistakes().Match(text).Groups[1].Value;

        Assert.Equal(1, run.Status);
        Assert.StartsWith(head, run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n{mistake}", run.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```python\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Programs();

    [GeneratedRegex(@"```text\n(1\. .*?)```", RegexOptions.Singleline)]
    private static partial Regex Mistakes();
}
