namespace LoopNet.Checking;

/// <summary>Draws weighted sums of which sigmoid, tanh and softmax make short decimals: logarithms of whole numbers, and their negatives.</summary>
/// <param name="random">Where they are drawn from.</param>
internal sealed class LogarithmSums(SeededRandom random)
{
    // sigmoid(ln 3) = 3/4, sigmoid(ln 4) = 4/5, sigmoid(ln 9) = 9/10.
    private static readonly int[] OfSigmoid = [3, 4, 9];

    // tanh(ln 2) = 3/5, tanh(ln 3) = 4/5, tanh(ln 7) = 24/25.
    private static readonly int[] OfTanh = [2, 3, 7];

    // The sums that softmax divides by: short decimals as long as there are no other factors than 2 and 5.
    private static readonly int[] OfSoftmax = [10, 20, 50, 100, 200, 500, 1000];

    /// <summary>Whether there are such sums for an activation.</summary>
    public static bool Exist(Activation activation, int units) => activation is Sigmoid or Tanh || (activation is Softmax && 2 * units <= OfSoftmax[^1]);

    /// <summary>The weighted sums of a layer: ln k for each k over 0, and -ln k for one below.</summary>
    /// <param name="activation">The activation, one for which they exist.</param>
    /// <param name="units">How many units the layer has.</param>
    public int[] Draw(Activation activation, int units)
    {
        if (activation is Softmax)
        {
            return Parts(units);
        }

        int[] choices = activation is Sigmoid ? OfSigmoid : OfTanh;
        int[] sums = new int[units];
        for (int i = 0; i < units; i++)
        {
            int k = choices[random.NextIndex(choices.Length)];
            sums[i] = random.NextIndex(2) == 0 ? k : -k;
        }

        return sums;
    }

    /// <summary>The weighted sum itself.</summary>
    /// <param name="k">A whole number, not 0.</param>
    public static double Value(int k) => k > 0 ? CorrectlyRounded.Log(k) : -CorrectlyRounded.Log(-k);

    /// <summary>The weighted sum as people write it: <c>ln 3</c>, <c>-ln 2</c>.</summary>
    /// <param name="k">A whole number, not 0.</param>
    public static string Text(int k) => k > 0 ? Invariant($"ln {k}") : Invariant($"-ln {-k}");

    // Whole numbers of at least 1, as many as there are units, that add up to 10, to 20, ...
    private int[] Parts(int units)
    {
        int sum = OfSoftmax.First(total => total >= 2 * units);
        int[] parts = new int[units];
        Array.Fill(parts, 1);
        for (int left = sum - units; left > 0; left--)
        {
            parts[random.NextIndex(units)]++;
        }

        return parts;
    }
}
