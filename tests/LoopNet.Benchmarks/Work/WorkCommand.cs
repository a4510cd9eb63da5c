using System.Diagnostics;
using System.Runtime.InteropServices;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>LoopNet's side of the comparison in <c>Rivals</c>: the work of the rivals, from their files, with their output.</summary>
/// <remarks>
/// Every epoch is timed, the first one too. Timed is training alone, as the rivals do; what comes before it is printed as preparation.
/// </remarks>
internal static class WorkCommand
{
    /// <summary>Does the work.</summary>
    /// <param name="words">The command line behind <c>work</c>.</param>
    /// <param name="output">Receives a line for each epoch.</param>
    /// <param name="error">Receives what went wrong.</param>
    /// <returns>0; 1 where files are missing or wrong; 2 where the command line is.</returns>
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        WorkOptions? options = WorkOptions.Parse(words);
        if (options is null)
        {
            error.WriteLine(WorkOptions.Usage);
            return 2;
        }

        try
        {
            Run(options, output);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ArgumentException)
        {
            error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static void Run(WorkOptions options, TextWriter output)
    {
        PreparedFolder folder = new(options.Folder);
        (DocumentTask task, string weights, DigitSet digits) = options.Kind switch
        {
            WorkOptions.FullBatch003 => (DocumentTask.Of003, "init_003_f64.bin", folder.TrainingOf003()),
            WorkOptions.FullBatch004 => (DocumentTask.Of004, "init_004_f64.bin", folder.TrainingOf004()),
            _ => (DocumentTask.Of000, "init_f64.bin", folder.Training(options.Samples)),
        };
        Network network = folder.Network(task, weights);
        int batchSize = options.Kind == WorkOptions.PerSample ? 1 : digits.Count;
        string name = options.Literal ? "loopnet-literal" : "loopnet-fast";

        output.WriteLine($"{name} runs on {RuntimeInformation.FrameworkDescription}, {(int)LaneCounts.Most} lanes");
        long start = Stopwatch.GetTimestamp();
        Action<int> train = Prepare(options, network, digits, task.Rule, batchSize);
        output.WriteLine($"{name} preparation seconds {Stopwatch.GetElapsedTime(start).TotalSeconds:F6}");

        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            start = Stopwatch.GetTimestamp();
            train(epoch);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            output.WriteLine($"{name} epoch {epoch} samples {digits.Count} seconds {seconds:F6} check {CheckNumber(network):F12}");
        }
    }

    private static Action<int> Prepare(WorkOptions options, Network network, DigitSet digits, UpdateRule rule, int batchSize)
    {
        if (options.Literal)
        {
            Training literal = new(network, digits, rule, batchSize);
            return epoch => literal.Epoch(epoch);
        }

        VectorizedTraining training = new(network, new VectorizedSamples(digits, Environment.ProcessorCount), rule, batchSize, new Hardware { Threads = options.Threads });
        return epoch => training.Epoch(epoch);
    }

    /// <summary>The sum of |W1|, unit by unit, as the rivals compute it.</summary>
    private static double CheckNumber(Network network)
    {
        double sum = 0.0;
        foreach (double[] row in network.Layers[0].W)
        {
            foreach (double weight in row)
            {
                sum += Math.Abs(weight);
            }
        }

        return sum;
    }
}
