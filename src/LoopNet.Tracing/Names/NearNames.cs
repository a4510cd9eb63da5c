namespace LoopNet.Tracing;

/// <summary>Finds the tensor that a misspelt name means.</summary>
public static class NearNames
{
    /// <summary>The known name that differs only by case, prime or blank; null where there is none.</summary>
    /// <param name="symbol">The name as it was written, for example <c>w1'</c>.</param>
    /// <param name="known">The names of tensors that there are.</param>
    public static string? Of(string symbol, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        string letters = Letters(symbol);
        string[] near = [.. known.Where(name => Letters(name).Equals(letters, StringComparison.OrdinalIgnoreCase))];

        // W1 and W1' have the same letters: the one that is written with as many primes is meant.
        return Array.Find(near, name => Primes(name) == Primes(symbol)) ?? near.FirstOrDefault();
    }

    private static string Letters(string name) => string.Concat(name.Where(letter => !IsPrime(letter) && !char.IsWhiteSpace(letter)));

    private static int Primes(string name) => name.Count(IsPrime);

    private static bool IsPrime(char letter) => letter is '\'' or '\u2019' or '\u2032' or '`' or '\u00b4';
}
