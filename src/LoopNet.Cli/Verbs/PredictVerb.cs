using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet predict</c>: shows what a saved network says to one digit, or draws a sheet of digits.</summary>
internal static class PredictVerb
{
    private const string Explanation = """
        Draws one digit of the test set as text, sets its target vector beside the outputs of the network, and says
        whether the network is right. The largest number of each vector is marked with an asterisk.

        With --sheet it draws several digits as an SVG picture instead, each with its target, the network's answer and a
        bar for each output; wrong answers are marked.
        """;

    private const string SheetHelp = "Draw N test digits, from --index on, in the picture that --out names.";

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> model = ModelOption.Create();
        Option<string?> data = DataChoice.CreateOption();
        Option<int> index = IndexOption.Create("Which digit of the test set, counted from 0.");
        Option<int?> sheet = NumberOption.WholeOrNone("--sheet", SheetHelp, smallest: 1);
        Option<string?> picture = new("--out") { HelpName = "FILE.svg", Description = "The picture of --sheet." };
        Verb verb = new("predict", "show what a saved network says to one digit, or to a sheet of digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet predict --model model.json --index 7", "The eighth test digit, its target and the outputs of the network."),
                ("loopnet predict --model model.json --sheet 20 --out sheet.svg", "A picture of the first twenty test digits."),
            ],
        };
        verb.Options.Add(model);
        verb.Options.Add(data);
        verb.Options.Add(index);
        verb.Options.Add(sheet);
        verb.Options.Add(picture);
        verb.SetAction(parse =>
        {
            string path = parse.GetValue(model)!;
            string? place = parse.GetValue(data);
            SheetRequest? request = SheetRequest.Of(parse.GetValue(sheet), parse.GetValue(picture), path, place);
            return Run(path, place, parse.GetValue(index), request, terminal);
        });
        return verb;
    }

    private static int Run(string path, string? data, int index, SheetRequest? sheet, Terminal terminal)
    {
        Model model = ModelOption.Read(path);
        DigitSource source = DataChoice.Choose(data, terminal);
        DigitSet digits = source.Test(null);
        terminal.Interrupted.ThrowIfCancellationRequested();
        IndexOption.Check(index, digits.Count);
        if (sheet?.Count > digits.Count - index)
        {
            throw new UsageException($"--sheet {sheet.Count}: there are {digits.Count - index} test digits from --index {index} on");
        }

        string shown = sheet is null ? $"digit {index}" : sheet.Digits(index);
        terminal.Output.WriteLine($"model     {ModelOption.Describe(path, model)}");
        terminal.Output.WriteLine($"data      {source.Description}: test {shown} of {digits.Count:N0}, counted from 0");
        terminal.Output.WriteLine();
        if (sheet is null)
        {
            WriteDigit(model.Network, digits, index, terminal.Output);
        }
        else
        {
            sheet.Draw(model.Network, digits, index, terminal);
        }

        return ExitStatus.Done;
    }

    private static void WriteDigit(Network network, DigitSet digits, int index, TextWriter output)
    {
        SampleRecord sample = new(network, gradients: false, inputGradient: false);
        digits.Read(index, sample.x, sample.y);
        ForwardPass.Run(network, sample);
        DigitText.Write(digits.Pixels(index), output);
        output.WriteLine();
        WriteVectors(sample, output);
        output.WriteLine();
        output.WriteLine($"loss {sample.L:F5} ({network.Loss})");
        output.WriteLine(Verdict(Evaluation.LargestIndex(sample.y), Evaluation.LargestIndex(sample.Output)));
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
