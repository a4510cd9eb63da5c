using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Independent;

/// <summary>
/// A program in another language, written from the documents (tests/independent/loopnet), gives the same bytes: traces of the shipped
/// examples and of random ones, and the fingerprint of a training.
/// </summary>
public sealed class IndependentProgramTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Top, "tests", "independent", "loopnet");
    private static readonly string Program = Path.Combine(Folder, "loopnet.py");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonFact]
    public void Traces_OfTheShippedExamples_AreTheSameBytes()
    {
        string[] examples = Directory.GetFiles(Path.Combine(Repository.Top, "docs", "examples"), "*.json");

        Assert.InRange(examples.Length, 7, 100);
        Assert.Equal(examples.Length, AssertSameTraces(examples));
    }

    [PythonFact]
    public void Traces_OfRandomExamples_AreTheSameBytesOrRefusedByBoth()
    {
        int count = FullRun.Count(40, 1000);
        string folder = Path.Combine(_folder.Path, "examples");
        Assert.Equal(0, PythonFactAttribute.Run(Path.Combine(Folder, "random_examples.py"), "--seed", "20", "--count", $"{count}", "--out", folder).Status);
        string[] examples = Directory.GetFiles(folder);

        Assert.Equal(count, examples.Length);
        Assert.InRange(AssertSameTraces(examples), count * 8 / 10, count);
    }

    [PythonFact]
    public void Training_OfTheFirstDocument_EndsWithTheSameBits()
    {
        AssertSameTraining("--seed", "7", "--epochs", "1");
    }

    [PythonFact]
    public void Training_WithOtherOptions_EndsWithTheSameBits()
    {
        AssertSameTraining("--layers", "784,5,10", "--hidden", "relu", "--init", "he", "--batch", "16", "--shuffle", "--epochs", "1", "--output-gradient", "shortcut");
        AssertSameTraining("--layers", "784,10", "--output", "sigmoid", "--loss", "binary-cross-entropy", "--init", "uniform", "--batch", "all", "--epochs", "1");
        AssertSameTraining("--layers", "784,4,10", "--hidden", "tanh", "--output", "tanh", "--loss", "mean-squared-error", "--init", "small", "--no-biases", "--seed", "-5", "--epochs", "1", "--shuffle");
    }

    [PythonFact]
    public void Training_WithAnotherSeed_EndsWithOtherBits()
    {
        string data = Digits();
        string[] options = ["train", "--data", data, "--limit", "2", "--layers", "784,10", "--epochs", "1", "--seed"];

        Assert.NotEqual(Fingerprint(CommandRun.Of([.. options, "1"]).Output), Fingerprint(PythonFactAttribute.Run([Program, .. options, "2"]).Output));
    }

    // How many of the examples both programs write; any other both refuse.
    private int AssertSameTraces(string[] examples)
    {
        string ours = Path.Combine(_folder.Path, "ours");
        string theirs = Path.Combine(_folder.Path, "theirs");
        Assert.Equal(0, PythonFactAttribute.Run([Program, "trace", .. examples, "--out", theirs]).Status);
        int written = 0;
        foreach (string example in examples)
        {
            string trace = $"{Path.GetFileNameWithoutExtension(example)}.trace.jsonl";
            int status = CommandRun.Of("trace", example, "--format", "jsonl", "--out", ours).Status;
            Assert.True(File.Exists(Path.Combine(theirs, trace)) == (status == 0), $"{trace}: one of the programs refuses it");
            if (status == 0)
            {
                Assert.Equal(File.ReadAllText(Path.Combine(ours, trace)), File.ReadAllText(Path.Combine(theirs, trace)));
                written++;
            }
        }

        return written;
    }

    private void AssertSameTraining(params string[] options)
    {
        string[] all = ["train", "--data", Digits(), "--limit", "200", .. options];
        CommandRun run = CommandRun.Of(all);
        (int status, string output) = PythonFactAttribute.Run([Program, .. all]);

        Assert.Equal(0, run.Status);
        Assert.Equal(0, status);
        Assert.Equal(Fingerprint(run.Output), Fingerprint(output));
    }

    private string Digits()
    {
        string path = Path.Combine(_folder.Path, "digits.csv");
        if (!File.Exists(path))
        {
            Assert.Equal(0, CommandRun.Of("data", "export", "--csv", path, "--data", "embedded", "--count", "240").Status);
        }

        return path;
    }

    private static string Fingerprint(string output)
    {
        string line = Assert.Single(CommandRun.Lines(output), line => line.StartsWith("SHA-256", StringComparison.Ordinal)).TrimEnd('\r');
        string fingerprint = line.Split(' ')[^1];
        Assert.Equal(64, fingerprint.Length);
        return fingerprint;
    }
}
