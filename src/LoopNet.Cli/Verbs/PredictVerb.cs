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
        return new Verb("predict", "show what a saved network says to one digit, or to a sheet of digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet predict --model model.json --index 7", "The eighth test digit, its target and the outputs of the network."),
                ("loopnet predict --model model.json --sheet 20 --out sheet.svg", "A picture of the first twenty test digits."),
            ],
            Takes = [model, data, index, sheet, picture],
            Run = parse =>
            {
                string path = parse.GetValue(model)!;
                string? place = parse.GetValue(data);
                int first = parse.GetValue(index);
                int? count = parse.GetValue(sheet);
                string? file = parse.GetValue(picture);
                OutputFile output = new("--out", file);
                CheckSheet(count, output, path);
                Model saved = ModelOption.Read(path);
                DigitSource source = DataChoice.Choose(place, terminal);
                OutputFile.CheckApart([output], source.Files);
                DigitSet digits = source.Test(null);
                terminal.Interrupted.ThrowIfCancellationRequested();
                IndexOption.Check(first, digits.Count);
                if (count > digits.Count - first)
                {
                    throw new UsageException(Invariant($"--sheet {count}: there are {digits.Count - first} test digits from --index {first} on"));
                }

                string shown = count is > 1 ? Invariant($"digits {first} to {first + count - 1}") : Invariant($"digit {first}");
                // What a network says to a digit may overflow: that is told before anything else.
                SampleRecord? sample = count is null ? Pass(saved.Network, digits, first) : null;
                List<Prediction> predictions = Predictions(saved.Network, digits, first, count ?? 0, terminal);
                terminal.Output.WriteLine($"model     {ModelOption.Describe(path, saved)}");
                terminal.Output.WriteLine(Invariant($"data      {source.Description}: test {shown} of {digits.Count:N0}, counted from 0"));
                terminal.Output.WriteLine();
                if (sample is not null)
                {
                    WriteDigit(saved.Network, sample, digits.Pixels(first), terminal.Output);
                }
                else
                {
                    DrawSheet(file!, $"{saved.Network}: {shown} of {digits.Name}", predictions, terminal.Output);
                }

                return ExitStatus.Done;
            },
        };
    }

    // Before the work, so that none is lost.
    private static void CheckSheet(int? count, OutputFile output, string model)
    {
        if (count is null && output.Path is not null)
        {
            throw new UsageException("--out is for a sheet of digits: give --sheet N as well");
        }

        if (count is not null && output.Path is null)
        {
            throw new UsageException("--sheet needs a picture to draw the digits in: give --out FILE.svg as well");
        }

        OutputFile.CheckPictures([output], model);
    }

    private static List<Prediction> Predictions(Network network, DigitSet digits, int first, int count, Terminal terminal)
    {
        List<Prediction> predictions = [];
        for (int index = first; index < first + count; index++)
        {
            terminal.Interrupted.ThrowIfCancellationRequested();
            predictions.Add(Prediction.Of(network, digits, index));
        }

        return predictions;
    }

    private static void DrawSheet(string path, string title, List<Prediction> predictions, TextWriter output)
    {
        WholeFile.Write(path, PredictionSheet.Svg(title, predictions));
        output.WriteLine(PredictionSheet.Summary(predictions));
        output.WriteLine($"sheet drawn in {path}");
    }

    private static SampleRecord Pass(Network network, DigitSet digits, int index)
    {
        SampleRecord sample = new(network, gradients: false, inputGradient: false);
        digits.Read(index, sample.x, sample.y);
        ForwardPass.Run(network, sample);
        FiniteCheck.Outputs(sample, index);
        return sample;
    }

    private static void WriteDigit(Network network, SampleRecord sample, ReadOnlySpan<byte> pixels, TextWriter output)
    {
        DigitText.Write(pixels, output);
        output.WriteLine();
        WriteVectors(sample, output);
        output.WriteLine();
        output.WriteLine(Invariant($"loss {sample.L:F5} ({network.Loss})"));
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
            table.Add(Invariant($"{digit}"), Invariant($"{sample.y[digit]:F0} {targetMark}"), Invariant($"{sample.Output[digit]:F6} {predictedMark}"));
        }

        table.Write(output);
    }

    private static string Verdict(int target, int predicted)
    {
        return predicted == target
            ? Invariant($"right: the digit is {target}, and the network says so")
            : Invariant($"wrong: the digit is {target}, but the network says {predicted}");
    }
}
