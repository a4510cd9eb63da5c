namespace LoopNet.Data;

/// <summary>The four files of MNIST, by the SHA-256 of what they hold: of the IDX files themselves.</summary>
public static class MnistFiles
{
    /// <summary>Images and labels of the 60,000 training digits, then of the 10,000 test digits.</summary>
    public static IReadOnlyList<DownloadFile> All { get; } =
    [
        new("train-images-idx3-ubyte", 16 + (60_000 * DigitSet.PixelCount), "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        new("train-labels-idx1-ubyte", 8 + 60_000, MnistFolder.TrainingLabelsSha256),
        new("t10k-images-idx3-ubyte", 16 + (10_000 * DigitSet.PixelCount), "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        new("t10k-labels-idx1-ubyte", 8 + 10_000, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ];
}
