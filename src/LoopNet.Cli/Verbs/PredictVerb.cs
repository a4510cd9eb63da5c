using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet predict</c>: shows what a saved network says to one digit.</summary>
internal static class PredictVerb
{
    private const string Explanation = """
        Draws one digit of the test set as text, sets its target vector beside the outputs of the network, and says
        whether the network is right. The largest number of each vector is marked with an asterisk.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> model = ModelOption.Create();
        Option<string?> data = DataChoice.CreateOption();
        Option<int> index = NumberOption.Whole("--index", "Which digit of the test set, counted from 0.", smallest: 0, standard: 0);
        Verb verb = new("predict", "show what a saved network says to one digit")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet predict --model model.json --index 7", "The eighth test digit, its target and the outputs of the network."),
            ],
        };
        verb.Options.Add(model);
        verb.Options.Add(data);
        verb.Options.Add(index);
        verb.SetAction(parse => Run(parse.GetValue(model)!, parse.GetValue(data), parse.GetValue(index), terminal));
        return verb;
    }

    private static int Run(string path, string? data, int index, Terminal terminal)
    {
        Model model = ModelOption.Read(path);
        DigitSource source = DataChoice.Choose(data, terminal);
        DigitSet digits = source.Test();
        terminal.Interrupted.ThrowIfCancellationRequested();
        if (index >= digits.Count)
        {
            throw new UsageException($"--index {index}: there are {digits.Count} test digits, so the last one is {digits.Count - 1}");
        }

        SampleRecord sample = new(model.Network, gradients: false, inputGradient: false);
        digits.Read(index, sample.x, sample.y);
        ForwardPass.Run(model.Network, sample);

        TextWriter output = terminal.Output;
        output.WriteLine($"model     {ModelOption.Describe(path, model)}");
        output.WriteLine($"data      {source.Description}: test digit {index} of {digits.Count:N0}, counted from 0");
        output.WriteLine();
        DigitPicture.Write(digits.Pixels(index), output);
        output.WriteLine();
        WriteVectors(sample, output);
        output.WriteLine();
        output.WriteLine($"loss {sample.L:F5} ({model.Network.Loss})");
        output.WriteLine(Verdict(Evaluation.LargestIndex(sample.y), Evaluation.LargestIndex(sample.Output)));
        return ExitStatus.Done;
    }

    private static void WriteVectors(SampleRecord sample, TextWriter output)
    {
        int target = Evaluation.LargestIndex(sample.y);
        int predicted = Evaluation.LargestIndex(sample.Output);
        TextTable table = new();
        table.Add("digit", "target", "predicted");
        for (int digit = 0; digit < sample.y.Length; digit++)
        {
            string targetMark = digit == target ? "*" : " ";
            string predictedMark = digit == predicted ? "*" : " ";
            table.Add($"{digit}", $"{sample.y[digit]:F0} {targetMark}", $"{sample.Output[digit]:F6} {predictedMark}");
        }

        table.Write(output);
    }

    private static string Verdict(int target, int predicted)
    {
        return predicted == target
            ? $"right: the digit is {target}, and the network says so"
            : $"wrong: the digit is {target}, but the network says {predicted}";
    }
}
