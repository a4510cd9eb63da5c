namespace LoopNet.Data;

/// <summary>The connected pieces of ink of a picture, and those that belong to the digit.</summary>
internal static class InkPieces
{
    // What is smaller than this part of the largest piece is a speck; a stroke of a digit is larger.
    private const double Speck = 0.05;

    /// <summary>Keeps the largest piece and others that are no specks; those that touch the rim are edges of the paper, unless all do.</summary>
    /// <param name="ink">Where ink is, row by row.</param>
    /// <param name="width">The width of the picture.</param>
    /// <returns>Where the ink of the digit is.</returns>
    public static bool[] OfDigit(bool[] ink, int width)
    {
        List<List<int>> pieces = All(ink, width);
        int height = ink.Length / width;
        bool Touches(List<int> piece) => piece.Exists(place => place % width == 0 || place % width == width - 1 || place / width == 0 || place / width == height - 1);
        List<List<int>> inside = pieces.FindAll(piece => !Touches(piece));
        int largest = pieces.Count == 0 ? 0 : pieces.Max(piece => piece.Count);
        List<List<int>> candidates = inside.Exists(piece => piece.Count >= Speck * largest) ? inside : pieces;
        int most = candidates.Count == 0 ? 0 : candidates.Max(piece => piece.Count);
        bool[] kept = new bool[ink.Length];
        foreach (int place in candidates.Where(piece => piece.Count >= Speck * most).SelectMany(piece => piece))
        {
            kept[place] = true;
        }

        return kept;
    }

    private static List<List<int>> All(bool[] ink, int width)
    {
        List<List<int>> pieces = [];
        bool[] seen = new bool[ink.Length];
        for (int start = 0; start < ink.Length; start++)
        {
            if (ink[start] && !seen[start])
            {
                pieces.Add(From(start, ink, seen, width));
            }
        }

        return pieces;
    }

    private static List<int> From(int start, bool[] ink, bool[] seen, int width)
    {
        List<int> piece = [start];
        seen[start] = true;
        for (int next = 0; next < piece.Count; next++)
        {
            int x = piece[next] % width;
            int y = piece[next] / width;
            for (int neighbour = 0; neighbour < 9; neighbour++)
            {
                int nx = x + (neighbour % 3) - 1;
                int ny = y + (neighbour / 3) - 1;
                int place = (ny * width) + nx;
                if (nx >= 0 && nx < width && ny >= 0 && place < ink.Length && ink[place] && !seen[place])
                {
                    seen[place] = true;
                    piece.Add(place);
                }
            }
        }

        return piece;
    }
}
