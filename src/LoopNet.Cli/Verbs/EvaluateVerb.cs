using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet evaluate</c>: measures a saved network on test digits.</summary>
internal static class EvaluateVerb
{
    private const string Explanation = """
        Prints accuracy and mean loss on the test digits, or on all digits of a file that holds one set, then a table with one line for each digit: how many there are,
        how many are recognised, the recall (of those that are a 7, the part taken for a 7) and the precision (of those
        taken for a 7, the part that is one). Last comes the confusion matrix: a row for each digit, a column for
        each answer. The matrix can be drawn as an SVG picture, and the weights of the first layer too, which show what
        each of its units looks for.
        """;

    private const string ConfusionHelp = "Draw the confusion matrix as a heat map.";
    private const string WeightsHelp = "Draw the weights of each unit of the first layer as an image of 28 x 28 pixels.";

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> model = ModelOption.Create();
        NumPyModelOptions arrays = new();
        DataOptions data = new();
        Option<int?> limit = NumberOption.WholeOrNone("--limit", "Use the first N test digits only.", smallest: 1);
        Option<string?> confusion = new("--confusion") { HelpName = "FILE.svg", Description = ConfusionHelp };
        Option<string?> weights = new("--weights") { HelpName = "FILE.svg", Description = WeightsHelp };
        EngineOptions engines = new();
        return new Verb("evaluate", "measure a saved network on test digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet evaluate --model model.json", "How well the network in model.json reads the test digits."),
                ("loopnet evaluate --model model.json --confusion confusion.svg --weights weights.svg", "The same, and two pictures."),
            ],
            Takes = [model, .. arrays.All, .. data.All, limit, confusion, weights, .. engines.All],
            Run = parse =>
            {
                string path = parse.GetValue(model)!;
                string? confusionPath = parse.GetValue(confusion);
                string? weightsPath = parse.GetValue(weights);
                Engine engine = engines.Choose(parse);
                OutputFile[] pictures = [new("--confusion", confusionPath), new("--weights", weightsPath)];
                OutputFile.CheckPictures(pictures, path);
                Model saved = arrays.Read(parse, path, terminal);
                DigitSource source = data.Choose(parse, terminal);
                OutputFile.CheckApart(pictures, source.Files);
                (DigitSet digits, Evaluation evaluation) = Measure(saved, source, parse.GetValue(limit), engine, terminal);

                TextWriter output = terminal.Output;
                output.WriteLine($"engine    {engine.Description}");
                output.WriteLine($"model     {ModelOption.Describe(path, saved)}");
                output.WriteLine(Invariant($"data      {source.Name}: {evaluation.Count:N0} {(source.Whole is null ? "test " : "")}digits"));
                TellKnown(saved, digits, terminal);
                if (ShiftedLabels.In(evaluation.Confusion) is Symptom symptom)
                {
                    terminal.Note($"{symptom}");
                }

                WriteResults(evaluation, saved.Network.Loss, output);
                DrawPictures(confusionPath, weightsPath, saved.Network, digits.Name, evaluation, output);
                return ExitStatus.Done;
            },
        };
    }

    private static (DigitSet Digits, Evaluation Evaluation) Measure(Model model, DigitSource source, int? limit, Engine engine, Terminal terminal)
    {
        using (ProgressBar.OfWaiting(terminal, "measuring accuracy and loss"))
        {
            DigitSet digits = ModelOption.DigitsFor(model, source.Measured(limit));
            return (digits, engine.Evaluate(model.Network, digits, terminal.Interrupted));
        }
    }

    // Accuracy on digits that a network has learned from says little of other digits.
    private static void TellKnown(Model model, DigitSet digits, Terminal terminal)
    {
        if (model.Training is TrainingNote note && note.Samples <= digits.Count && digits.Take(note.Samples).Sha256() == note.DataSha256)
        {
            string which = note.Samples == digits.Count ? Invariant($"all {digits.Count:N0}") : Invariant($"the first {note.Samples:N0}");
            terminal.Note($"{which} of these digits are those that the network has learned from; train --model FILE --epochs 0 measures training and test digits apart");
        }
    }

    private static void WriteResults(Evaluation evaluation, Loss loss, TextWriter output)
    {
        output.WriteLine(Invariant($"accuracy  {Percent(evaluation.Correct, evaluation.Count)} ({evaluation.Correct:N0} of {evaluation.Count:N0})"));
        output.WriteLine(Invariant($"loss      {evaluation.Loss:F5}, mean of {loss}"));
        output.WriteLine();
        WriteClasses(evaluation, output);
        output.WriteLine();
        WriteConfusion(evaluation, output);
    }

    private static void WriteClasses(Evaluation evaluation, TextWriter output)
    {
        TextTable table = new();
        table.Add("digit", "count", "correct", "recall", "precision");
        for (int digit = 0; digit < evaluation.Confusion.Length; digit++)
        {
            int count = evaluation.Confusion[digit].Sum();
            int answers = evaluation.Confusion.Sum(row => row[digit]);
            int correct = evaluation.Confusion[digit][digit];
            table.Add(Invariant($"{digit}"), Invariant($"{count}"), Invariant($"{correct}"), Percent(correct, count), Percent(correct, answers));
        }

        table.Write(output);
    }

    private static void WriteConfusion(Evaluation evaluation, TextWriter output)
    {
        output.WriteLine("confusion matrix: rows are the digits, columns the answers");
        TextTable table = new();
        table.Add(["", .. Enumerable.Range(0, evaluation.Confusion.Length).Select(digit => Invariant($"{digit}"))]);
        for (int digit = 0; digit < evaluation.Confusion.Length; digit++)
        {
            table.Add([Invariant($"{digit}"), .. evaluation.Confusion[digit].Select(count => Invariant($"{count}"))]);
        }

        table.Write(output);
    }

    private static string Percent(int part, int whole) => whole == 0 ? "-" : NumberText.Percent(part, whole);

    private static void DrawPictures(string? confusion, string? weights, Network network, string digits, Evaluation evaluation, TextWriter output)
    {
        if (confusion is not null || weights is not null)
        {
            output.WriteLine();
        }

        if (confusion is not null)
        {
            WholeFile.Write(confusion, ConfusionPicture.Svg($"{network} on {digits}", evaluation.Confusion));
            output.WriteLine($"confusion matrix drawn in {confusion}");
        }

        if (weights is not null)
        {
            WholeFile.Write(weights, FirstLayerPicture.Svg($"{network}: weights of the first layer", network.Layers[0].W));
            output.WriteLine($"weights of the first layer drawn in {weights}");
        }
    }
}
