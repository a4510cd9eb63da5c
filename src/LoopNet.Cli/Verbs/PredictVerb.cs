using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet predict</c>: shows what a saved network says to one digit, or draws a sheet of digits.</summary>
internal static class PredictVerb
{
    private const string Explanation = """
        Draws one digit of the test set as text (or of all digits of a file that holds one set), sets its target vector beside the outputs of the
        network, and says whether the network is right. The largest number of each vector is marked with an asterisk.

        With --sheet it draws several digits as an SVG picture instead, each with its target, the network's answer and a
        bar for each output; wrong answers are marked. With --out FILE.csv it writes the answer to every digit as a table.

        With --picture it reads a digit of your own from a picture: a scan, a photograph or a drawing, dark on light or light on dark. It is made ready as
        MNIST's digits were, and what the network saw is shown beside what it says.
        """;

    private const string SheetHelp = "Draw N digits, from --index on, in the picture that --out names; 1 without N.";

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> model = ModelOption.Create();
        NumPyModelOptions arrays = new();
        DataOptions data = new();
        Option<int> index = IndexOption.Create("Which digit, counted from 0.");
        Option<int?> sheet = NumberOption.WholeOrNone("--sheet", SheetHelp, smallest: 1);
        sheet.Arity = ArgumentArity.ZeroOrOne;
        Option<string?> picture = new("--picture") { HelpName = "FILE", Description = "A picture of one digit in place of --data: PNG, JPEG, BMP, GIF or PGM." };
        Option<string?> file = new("--out") { HelpName = "FILE", Description = "The picture of --sheet (.svg), or the answers to all digits: index and digit (.csv)." };
        Option<bool> probabilities = new("--probabilities") { Description = "Write the ten outputs into the .csv as well, p0 to p9." };
        return new Verb("predict", "show what a saved network says to one digit, or to a sheet of digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet predict --model model.json --index 7", "The eighth test digit, its target and the outputs of the network."),
                ("loopnet predict --model model.json --sheet 20 --out sheet.svg", "A picture of the first twenty test digits."),
                ("loopnet predict --model model.json --picture seven.png", "A digit of your own."),
                ("loopnet predict --model model.json --data test.csv --out predictions.csv", "The answers to all digits of a file, which needs no labels."),
            ],
            Takes = [model, .. arrays.All, .. data.All, index, sheet, picture, file, probabilities],
            Run = parse =>
            {
                string path = parse.GetValue(model)!;
                string? own = parse.GetValue(picture);
                OutputFile output = new("--out", parse.GetValue(file));
                bool isSheet = parse.GetResult(sheet) is not null || (own is not null && output.Path is not null && !PredictionFile.Is(output.Path));
                int? count = isSheet ? parse.GetValue(sheet) ?? 1 : null;
                CheckOutput(count, output, parse.GetValue(probabilities), path, own);
                RefusePlace(own, parse, data);
                Model saved = arrays.Read(parse, path, terminal);
                DigitSource? source = own is null ? data.Choose(parse, terminal) : null;
                OutputFile.CheckApart([output], source?.Files ?? []);
                DigitSet digits = ModelOption.DigitsFor(saved, source?.Shown() ?? PictureFile.Digit(own!));
                terminal.Interrupted.ThrowIfCancellationRequested();
                string what = source is null or { Whole: not null } ? "" : "test ";
                string place = source?.Name ?? own!;
                if (PredictionFile.Is(output.Path))
                {
                    return WriteTable(output.Path!, saved, digits, parse.GetValue(probabilities), $"{place}: {NumberText.Count(digits.Count, $"{what}digit")}", path, terminal);
                }

                int first = parse.GetValue(index);
                IndexOption.Check(first, digits.Count);
                if (count > digits.Count - first)
                {
                    throw new UsageException(Invariant($"--sheet {count}: there are {digits.Count - first} digits from --index {first} on"));
                }

                string shown = count is > 1 ? Invariant($"digits {first} to {first + count - 1}") : Invariant($"digit {first}");

                // What a network says to a digit may overflow: that is told before anything else.
                SampleRecord? sample = count is null ? Pass(saved.Network, digits, first) : null;
                List<Prediction> predictions = Predictions(saved.Network, digits, first, count ?? 0, terminal);
                terminal.Output.WriteLine($"model     {ModelOption.Describe(path, saved)}");
                terminal.Output.WriteLine(source is null ? $"picture   {place}" : Invariant($"data      {place}: {what}{shown} of {digits.Count:N0}, counted from 0"));
                terminal.Output.WriteLine();
                if (sample is not null)
                {
                    WriteDigit(saved.Network, sample, digits, first, terminal.Output);
                }
                else
                {
                    DrawSheet(output.Path!, $"{saved.Network}: {(source is null ? place : $"{shown} of {digits.Name}")}", predictions, terminal.Output);
                }

                return ExitStatus.Done;
            },
        };
    }

    // Before the work, so that none is lost.
    private static void CheckOutput(int? count, OutputFile output, bool probabilities, string model, string? picture)
    {
        if (PredictionFile.Is(output.Path))
        {
            if (count is not null)
            {
                throw new UsageException("--sheet draws a picture, and --out FILE.csv asks for a table; leave --sheet out, or give --out FILE.svg");
            }

            output.Check();
            OutputFile.CheckApart([output], model, picture);
            return;
        }

        if (probabilities)
        {
            throw new UsageException("--probabilities is for a table of answers: give --out FILE.csv as well");
        }

        if (count is null && output.Path is not null)
        {
            throw new UsageException("--out is for a sheet of digits: give --sheet N as well, or a name that ends in .csv for a table");
        }

        if (count is not null && output.Path is null)
        {
            throw new UsageException("--sheet needs a picture to draw the digits in: give --out FILE.svg as well");
        }

        OutputFile.CheckPictures([output], model, picture);
    }

    private static void RefusePlace(string? picture, ParseResult parse, DataOptions data)
    {
        if (picture is not null && data.Place(parse) is not null)
        {
            throw new UsageException("--picture names one digit, and --data a set of them; leave one of them out");
        }
    }

    private static int WriteTable(string file, Model model, DigitSet digits, bool probabilities, string what, string path, Terminal terminal)
    {
        using (ProgressBar.OfWaiting(terminal, $"writing {file}"))
        {
            PredictionFile.Write(file, model.Network, digits, probabilities, terminal.Interrupted);
        }

        terminal.Output.WriteLine($"model     {ModelOption.Describe(path, model)}");
        terminal.Output.WriteLine($"data      {what}");
        terminal.Output.WriteLine($"written   {file}");
        return ExitStatus.Done;
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

    private static void WriteDigit(Network network, SampleRecord sample, DigitSet digits, int index, TextWriter output)
    {
        DigitText.Write(digits.Pixels(index), output);
        output.WriteLine();
        WriteVectors(sample, digits.IsLabelled, output);
        output.WriteLine();
        int predicted = Evaluation.LargestIndex(sample.Output);
        if (!digits.IsLabelled)
        {
            output.WriteLine(Invariant($"the network says {predicted}"));
            return;
        }

        output.WriteLine(Invariant($"loss {sample.L:F5} ({network.Loss})"));
        output.WriteLine(Verdict(Evaluation.LargestIndex(sample.y), predicted));
    }

    private static void WriteVectors(SampleRecord sample, bool isLabelled, TextWriter output)
    {
        int target = Evaluation.LargestIndex(sample.y);
        int predicted = Evaluation.LargestIndex(sample.Output);
        TextTable table = new();
        table.Add(isLabelled ? ["digit", "target", "predicted"] : ["digit", "predicted"]);
        for (int digit = 0; digit < sample.y.Length; digit++)
        {
            string targetMark = digit == target ? "*" : " ";
            string predictedMark = digit == predicted ? "*" : " ";
            string answer = Invariant($"{sample.Output[digit]:F6} {predictedMark}");
            table.Add(isLabelled ? [Invariant($"{digit}"), Invariant($"{sample.y[digit]:F0} {targetMark}"), answer] : [Invariant($"{digit}"), answer]);
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
