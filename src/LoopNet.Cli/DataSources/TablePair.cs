namespace LoopNet.Cli;

/// <summary>Two CSV files in a folder, one to train on and one to test with, under the names that they usually have.</summary>
internal static class TablePair
{
    private static readonly string[] Names = ["mnist_{0}.csv", "mnist-{0}.csv", "{0}.csv", "mnist_{0}.csv.gz", "{0}.csv.gz"];

    /// <summary>Finds them.</summary>
    /// <returns>The paths; null where there is no pair.</returns>
    public static (string Training, string Test)? In(string folder)
    {
        foreach (string name in Names)
        {
            string training = Path.Combine(folder, name.Replace("{0}", "train", StringComparison.Ordinal));
            string test = Path.Combine(folder, name.Replace("{0}", "test", StringComparison.Ordinal));
            if (File.Exists(training) && File.Exists(test))
            {
                return (training, test);
            }
        }

        return null;
    }
}
