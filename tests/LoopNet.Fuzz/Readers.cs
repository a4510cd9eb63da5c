using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tracing;
using LoopNet.Verifying;

namespace LoopNet.Fuzz;

/// <summary>All readers of LoopNet. What a reader accepts is used, too: a network computes a step.</summary>
/// <param name="folder">A folder for the files of a case.</param>
internal sealed class Readers(string folder)
{
    /// <summary>The readers.</summary>
    public IReadOnlyList<Reader> All() =>
    [
        new("example", Seeds("example"), file => Step(ExampleFile.Read(Write("e.json", file))), IsNumberOrData),
        new("model", [Model(saved: true), Model(saved: false)], file => Evaluate(ModelFile.Read(Write("m.json", file))), IsNumberOrData),
        new("answers", Seeds("answers"), file => Read(AnswersFile.Read(Write("a.json", file))), IsData),
        new("notation", Seeds("notation"), file => Read(new OwnNames(ExampleFile.Read(Write("e.json", Seeds("example")[0])), NotationFile.Read(Write("n.json", file)))), exception => exception is DataException or TraceException),
        new("trace", Seeds("trace"), file => TraceVerifier.Verify(Write("t.trace.jsonl", file)).Outcome == TraceOutcome.Follows, _ => false),
        new("idx", [Idx(zip: false), Idx(zip: true)], ReadIdx, IsData),
        new("csv", [Csv(header: true), Csv(header: false)], file => Read(DigitCsv.Read(Write("d.csv", file))), IsData),
        new("numpy digits", [NumPy(("x", [1, 784], new double[784]), ("y", [1], [3.0]))], file => Read(NumPyDigits.Read(Write("d.npz", file))), IsData),
        new("numpy model", [NumPy(("W1", [2, 3], new double[6]), ("b1", [2], [0.5, 0.25]))], file => Read(NumPyModel.Read(Write("m.npz", file)).Layout(3, 2)!), IsData),
        new("numpy answers", [NumPy(("dL/dW1", [1, 2], [0.5, 0.25]))], file => Read(AnswersFile.Read(Write("a.npz", file))), IsData),
        new("table answers", Texts("name,value\nz1[0],0.3775\n\"W1'[0,1]\",-2e-3\nL,\n", "sep=;\r\nz1[0];0,3775\r\nL;0,5\r\n"), file => Read(AnswersFile.Read(Write("a.csv", file))), IsData),
        new("workbook answers", [Workbook()], file => Read(AnswersFile.Read(Write("a.xlsx", file))), IsData),
        new("picture", Texts("P2\n5 4\n9\n9 9 9 9 9\n9 0 0 9 9\n9 9 0 9 9\n9 9 9 9 9\n"), file => Read(PictureFile.Digit(Write("p.pgm", file))), IsData),
        new("history", [History()], file => Read(HistoryFile.Read(Write("h.csv", file))), IsData),
        new("name", Texts("dL/dW1[0,1]", "2/0/L", "1//W1'", "mean dL/db1"), file => Read(NumberName.Parse(Text(file))), exception => exception is FormatException),
        new("option", Texts("784,32,32,10", "90/10", "41000/1000", "1,100", "500/17", "relu,tanh"), ReadOptions, exception => exception is UsageException),
    ];

    private static bool IsData(Exception exception) => exception is DataException;

    private static bool IsNumberOrData(Exception exception) => exception is DataException or NonFiniteException;

    private static byte[][] Seeds(string name)
    {
        // A trace of a few hundred kilobytes says no more than a short one.
        const int Longest = 100_000;
        return [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds", name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(file => file.Length <= Longest)];
    }

    private static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file);

    private byte[] NumPy(params (string Name, int[] Shape, double[] Numbers)[] arrays)
    {
        string path = Path.Combine(folder, "seed.npz");
        NumPyFile.Write(path, arrays);
        return File.ReadAllBytes(path);
    }

    private static bool Read(object found) => found is not null;

    private static bool Step(Example example) => ExampleRun.Records(example, steps: 1).Length == 1;

    private static bool Evaluate(Model model)
    {
        SampleRecord sample = new(model.Network, gradients: false, inputGradient: false);
        sample.y[0] = 1.0;
        ForwardPass.Run(model.Network, sample);
        FiniteCheck.Outputs(sample, s: 0);
        return true;
    }

    // Each of them reads the same text; all but one may refuse it.
    private static bool ReadOptions(byte[] file)
    {
        string text = Text(file);
        Action[] reads =
        [
            () => LayerSizes.Parse(text), () => Split.Parse(text), () => StepList.Parse(text, first: 1, last: 1000, batchSize: 20), () => NetworkChoice.HiddenNamed(text, 2),
        ];
        int refused = 0;
        foreach (Action read in reads)
        {
            try
            {
                read();
            }
            catch (UsageException)
            {
                refused++;
            }
        }

        return refused < reads.Length;
    }

    private bool ReadIdx(byte[] file)
    {
        const string Name = "train-images-idx3-ubyte";
        Write(Name, file);
        Write("train-labels-idx1-ubyte", [.. Header(0x801, 3), 1, 2, 3]);
        return MnistFolder.ReadTraining(folder).Count == 3;
    }

    private string Write(string name, byte[] file)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, file);
        return path;
    }

    private static byte[] Header(params int[] numbers)
    {
        byte[] bytes = new byte[4 * numbers.Length];
        for (int index = 0; index < numbers.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * index), numbers[index]);
        }

        return bytes;
    }

    private static byte[] Idx(bool zip)
    {
        byte[] file = [.. Header(0x803, 3, 28, 28), .. new byte[3 * DigitSet.PixelCount]];
        using MemoryStream stream = new();
        using (GZipStream compressed = new(stream, CompressionLevel.Fastest))
        {
            compressed.Write(file);
        }

        return zip ? stream.ToArray() : file;
    }

    private static byte[] Csv(bool header)
    {
        string pixels = string.Join(',', Enumerable.Range(0, DigitSet.PixelCount));
        IEnumerable<string> lines = Enumerable.Range(0, 3).Select(digit => $"{digit},{string.Join(',', Enumerable.Range(0, DigitSet.PixelCount).Select(pixel => pixel % 256))}\n");
        return Encoding.UTF8.GetBytes((header ? $"label,{pixels}\n" : "") + string.Concat(lines));
    }

    private static byte[] Workbook()
    {
        WorkbookSheet sheet = new("Sheet1");
        sheet[new CellAddress(1, 1)] = Cell.OfText("z1[0]");
        sheet[new CellAddress(1, 2)] = Cell.OfNumber(0.3775);
        sheet[new CellAddress(2, 1)] = Cell.OfText("L");
        sheet[new CellAddress(2, 2)] = Cell.OfFormula("B1*2", 0.755);
        using MemoryStream stream = new();
        WorkbookFile.Write(stream, [sheet]);
        return stream.ToArray();
    }

    private static byte[] History() => Encoding.UTF8.GetBytes("epoch,train_loss,train_accuracy,test_loss,test_accuracy,seconds\n0,2.5,0.1,2.5,0.1,0\n1,1.5,0.6,1.5,0.55,0.25\n");

    private byte[] Model(bool saved)
    {
        Network network = Initialization.Draw([3, 2, 2], [new Relu(), new Softmax()], new CrossEntropy(), seed: 1);
        TrainingNote note = new()
        {
            Data = "drawn",
            DataSha256 = "00",
            Samples = 5,
            Epochs = 1,
            PlannedEpochs = 3,
            Limit = 5,
            Split = "90/10",
            TestDataSha256 = "00",
            Batch = 1,
            Shuffle = true,
            LearningRate = 0.1,
            Init = "scaled",
            Seed = 1,
            TestLoss = 0.5,
            TestAccuracy = 0.75,
        };
        string path = Path.Combine(folder, "seed.json");
        ModelFile.Write(path, new Model(network, OutputGradient.Jacobian, saved ? note : null) { History = [new EpochFigures(1, 0.5, 0.5, 0.5, 0.75)] });
        return File.ReadAllBytes(path);
    }
}
