using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet evaluate</c>: measures a saved network on test digits.</summary>
internal static class EvaluateVerb
{
    private const string Explanation = """
        Prints accuracy and mean loss on the test digits, then a table with one line for each digit: how many there are,
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
        Option<string?> data = DataChoice.CreateOption();
        Option<int?> limit = NumberOption.WholeOrNone("--limit", "Use the first N test digits only.", smallest: 1);
        Option<string?> confusion = new("--confusion") { HelpName = "FILE.svg", Description = ConfusionHelp };
        Option<string?> weights = new("--weights") { HelpName = "FILE.svg", Description = WeightsHelp };
        EngineOptions engines = new();
        Verb verb = new("evaluate", "measure a saved network on test digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet evaluate --model model.json", "How well the network in model.json reads the test digits."),
                ("loopnet evaluate --model model.json --confusion confusion.svg --weights weights.svg", "The same, and two pictures."),
            ],
        };
        verb.Options.Add(model);
        verb.Options.Add(data);
        verb.Options.Add(limit);
        verb.Options.Add(confusion);
        verb.Options.Add(weights);
        foreach (Option option in engines.All)
        {
            verb.Options.Add(option);
        }

        verb.SetAction(parse =>
        {
            EvaluationPictures pictures = new(parse.GetValue(confusion), parse.GetValue(weights));
            return Run(parse.GetValue(model)!, parse.GetValue(data), parse.GetValue(limit), engines.Choose(parse), pictures, terminal);
        });
        return verb;
    }

    private static int Run(string path, string? data, int? limit, Engine engine, EvaluationPictures pictures, Terminal terminal)
    {
        pictures.Check(path, data);
        Model model = ModelOption.Read(path);
        DigitSource source = DataChoice.Choose(data, terminal);
        DigitSet digits;
        Evaluation evaluation;
        using (ProgressBar.OfWaiting(terminal, "measuring accuracy and loss"))
        {
            digits = source.Test(limit);
            evaluation = engine.Evaluate(model.Network, digits, terminal.Interrupted);
        }

        TextWriter output = terminal.Output;
        output.WriteLine($"engine    {engine.Description}");
        output.WriteLine($"model     {ModelOption.Describe(path, model)}");
        output.WriteLine($"data      {source.Description}: {evaluation.Count:N0} test digits");
        output.WriteLine($"accuracy  {Percent(evaluation.Correct, evaluation.Count)} ({evaluation.Correct:N0} of {evaluation.Count:N0})");
        output.WriteLine($"loss      {evaluation.Loss:F5}, mean of {model.Network.Loss}");
        output.WriteLine();
        WriteClasses(evaluation, output);
        output.WriteLine();
        WriteConfusion(evaluation, output);
        pictures.Draw(model.Network, digits.Name, evaluation, output);
        return ExitStatus.Done;
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
            table.Add($"{digit}", $"{count}", $"{correct}", Percent(correct, count), Percent(correct, answers));
        }

        table.Write(output);
    }

    private static void WriteConfusion(Evaluation evaluation, TextWriter output)
    {
        output.WriteLine("confusion matrix: rows are the digits, columns the answers");
        TextTable table = new();
        table.Add(["", .. Enumerable.Range(0, evaluation.Confusion.Length).Select(digit => $"{digit}")]);
        for (int digit = 0; digit < evaluation.Confusion.Length; digit++)
        {
            table.Add([$"{digit}", .. evaluation.Confusion[digit].Select(count => $"{count}")]);
        }

        table.Write(output);
    }

    // Of nothing there is no part.
    private static string Percent(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:F2} %";
}
