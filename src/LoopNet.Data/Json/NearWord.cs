namespace LoopNet.Data;

/// <summary>
/// Finds the word that is meant by one that is not known: another spelling, another name of the same thing, or a slip of a letter or two. The one
/// "did you mean" of LoopNet: for keys and names in files, and for verbs, options and names on a command line.
/// </summary>
public static class NearWord
{
    // Shorter words differ by a letter or two from too many others.
    private const int ShortestWithOneSlip = 3;
    private const int ShortestWithTwoSlips = 6;

    // No word that is known is nearly as long, and the time to compare grows with both lengths.
    private const int LongestWord = 100;

    // What things are called elsewhere, and what that is here; both without capitals and hyphens.
    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.Ordinal)
    {
        ["logistic"] = ["sigmoid"],
        ["sigma"] = ["sigmoid"],
        ["linear"] = ["identity"],
        ["lin"] = ["identity"],
        ["none"] = ["identity"],
        ["rectifier"] = ["relu"],
        ["hyperbolictangent"] = ["tanh"],
        ["lrelu"] = ["leakyrelu"],
        ["ce"] = ["crossentropy"],
        ["cce"] = ["crossentropy"],
        ["nll"] = ["crossentropy"],
        ["categoricalcrossentropy"] = ["crossentropy"],
        ["softmaxcrossentropy"] = ["crossentropy"],
        ["bce"] = ["binarycrossentropy"],
        ["logloss"] = ["binarycrossentropy"],
        ["mse"] = ["meansquarederror"],
        ["meansquares"] = ["meansquarederror"],
        ["sse"] = ["sumofsquares", "squarederror"],
        ["quadratic"] = ["squarederror"],
        ["halfsquarederror"] = ["squarederror"],
        ["halfmse"] = ["squarederror"],
        ["l2"] = ["squarederror"],
        ["lr"] = ["learningrate"],
        ["eta"] = ["learningrate"],
        ["rate"] = ["learningrate"],
        ["stepsize"] = ["learningrate"],
        ["alpha"] = ["learningrate", "slope"],
        ["negativeslope"] = ["slope"],
        ["w"] = ["weights"],
        ["matrix"] = ["weights"],
        ["b"] = ["biases"],
        ["bias"] = ["biases"],
        ["f"] = ["activation"],
        ["function"] = ["activation"],
        ["x"] = ["input"],
        ["y"] = ["target"],
        ["t"] = ["target"],
        ["output"] = ["target", "out"],
        ["label"] = ["target"],
        ["desired"] = ["target"],
        ["expected"] = ["target"],
        ["grad"] = ["gradient"],
        ["upstream"] = ["gradient"],
        ["title"] = ["name"],
        ["data"] = ["samples"],
        ["examples"] = ["samples", "trace"],
        ["batchsize"] = ["batch"],
        ["minibatch"] = ["batch"],
        ["cost"] = ["loss"],
        ["error"] = ["loss"],
        ["updates"] = ["steps"],
        ["iterations"] = ["steps", "epochs"],
        ["average"] = ["mean"],
        ["avg"] = ["mean"],
        ["total"] = ["sum"],
        ["url"] = ["source"],
        ["fit"] = ["train"],
        ["learn"] = ["train"],
        ["test"] = ["evaluate"],
        ["eval"] = ["evaluate"],
        ["infer"] = ["predict"],
        ["classify"] = ["predict"],
        ["verify"] = ["check"],
        ["grade"] = ["check"],
        ["form"] = ["worksheet"],
        ["gradientcheck"] = ["gradcheck"],
        ["derive"] = ["explain"],
        ["digits"] = ["data"],
        ["mnist"] = ["data"],
        ["pwsh"] = ["powershell"],
    };

    /// <summary>The question whether another word is meant, for the end of a clause; empty where none is near.</summary>
    /// <param name="word">The word as it was written.</param>
    /// <param name="known">The words that there are.</param>
    public static string Question(string word, IReadOnlyCollection<string> known) => Of(word, known) is string near ? $"; did you mean {near}?" : "";

    /// <summary>The word that is meant; null where none is near.</summary>
    /// <param name="word">The word as it was written.</param>
    /// <param name="known">The words that there are.</param>
    public static string? Of(string word, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        string letters = Letters(word);
        if (letters.Length is 0 or > LongestWord)
        {
            return null;
        }

        string? spelling = known.FirstOrDefault(candidate => Letters(candidate) == letters);
        string[] names = OtherNames.GetValueOrDefault(letters, []);
        string? name = names.Select(other => known.FirstOrDefault(candidate => Letters(candidate) == other)).FirstOrDefault(found => found is not null);
        return spelling ?? name ?? Nearest(letters, known);
    }

    private static string? Nearest(string letters, IReadOnlyCollection<string> known)
    {
        int most = letters.Length >= ShortestWithTwoSlips ? 2 : letters.Length >= ShortestWithOneSlip ? 1 : 0;
        string? nearest = null;
        foreach (string candidate in known)
        {
            int slips = Slips(letters, Letters(candidate));
            if (slips > 0 && slips <= most)
            {
                nearest = candidate;
                most = slips - 1;
            }
        }

        return nearest;
    }

    private static string Letters(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // How many letters have to be put in, left out, replaced or exchanged with their neighbour to make one word of the other.
    private static int Slips(string from, string to)
    {
        int[,] slips = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    slips[i, j] = i + j;
                    continue;
                }

                int replaced = slips[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                slips[i, j] = Math.Min(replaced, Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                bool isExchanged = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                slips[i, j] = isExchanged ? Math.Min(slips[i, j], slips[i - 2, j - 2] + 1) : slips[i, j];
            }
        }

        return slips[from.Length, to.Length];
    }
}
