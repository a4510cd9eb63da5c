namespace LoopNet.Data;

/// <summary>A digit of one's own, made ready as MNIST's own digits were: ink light on black, in a box of 20 x 20 that keeps its shape, centred by its mass in 28 x 28.</summary>
/// <remarks>
/// Ink is what differs from the paper (<see cref="Paper"/>), and whether it is darker or lighter is found out: of the two sides, the one that differs more. A
/// threshold between paper and ink (Otsu, 1979) and the connected pieces tell the digit from specks and edges.
/// </remarks>
public static class WrittenDigit
{
    private const int BoxSide = 20;

    // More pixels tell no more of a digit that becomes 20 x 20.
    private const int MostSide = 400;

    // Paper without a digit differs by less: noise, and the grain of paper.
    private const double LeastContrast = 0.08;

    private const int Levels = 256;

    /// <summary>Makes a digit ready.</summary>
    /// <param name="picture">A picture of one digit.</param>
    /// <param name="name">What the picture is called in messages.</param>
    /// <returns>784 pixels, row by row, 0 for paper and 255 for ink.</returns>
    /// <exception cref="DataException">There is no digit in the picture.</exception>
    public static byte[] Prepare(GreyPicture picture, string name)
    {
        ArgumentNullException.ThrowIfNull(picture);
        double shrink = Math.Min(1.0, (double)MostSide / Math.Max(picture.Width, picture.Height));
        GreyPicture small = shrink < 1.0 ? picture.Resized(Math.Max(1, (int)(shrink * picture.Width)), Math.Max(1, (int)(shrink * picture.Height))) : picture;
        double[] ink = Ink(small);
        if (ink.Max() < LeastContrast)
        {
            throw new DataException($"{name}: no digit is seen, since the picture is nearly of one shade: give a picture of one digit, dark on light or light on dark.");
        }

        double threshold = Otsu(ink);
        bool[] digit = InkPieces.OfDigit([.. ink.Select(shade => shade > threshold)], small.Width);
        GreyPicture clean = Clean(ink, digit, threshold, small.Width);
        return Centred(Boxed(clean, digit));
    }

    // How far each pixel differs from the paper, on the side that differs more.
    private static double[] Ink(GreyPicture picture)
    {
        Paper paper = Paper.Of(picture);
        double[] darker = [.. picture.Shades.Select((shade, place) => paper.At(place % picture.Width, place / picture.Width) - shade)];
        double dark = darker.Sum(difference => difference > 0.0 ? difference * difference : 0.0);
        double light = darker.Sum(difference => difference < 0.0 ? difference * difference : 0.0);
        return [.. darker.Select(difference => Math.Max(0.0, dark >= light ? difference : -difference))];
    }

    // The threshold that parts the shades into two groups with the largest variance between them.
    private static double Otsu(double[] ink)
    {
        double largest = ink.Max();
        int[] counts = new int[Levels];
        foreach (double shade in ink)
        {
            counts[(int)(shade / largest * (Levels - 1))]++;
        }

        double total = counts.Select((count, level) => (double)count * level).Sum();
        double below = 0.0;
        double sumBelow = 0.0;
        double best = -1.0;
        int bestLevel = 0;
        for (int level = 0; level < Levels - 1; level++)
        {
            below += counts[level];
            sumBelow += (double)counts[level] * level;
            double above = ink.Length - below;
            if (below > 0.0 && above > 0.0)
            {
                double difference = (sumBelow / below) - ((total - sumBelow) / above);
                double between = below * above * difference * difference;
                if (between > best)
                {
                    best = between;
                    bestLevel = level;
                }
            }
        }

        return (bestLevel + 0.5) / (Levels - 1) * largest;
    }

    // Full ink is 1, and what lies beyond the digit's own edge is 0.
    private static GreyPicture Clean(double[] ink, bool[] digit, double threshold, int width)
    {
        double[] inked = [.. ink.Where((_, place) => digit[place]).Order()];
        double full = inked[inked.Length / 2];
        double none = 0.5 * threshold;
        double[] clean = new double[ink.Length];
        for (int place = 0; place < ink.Length; place++)
        {
            if (IsBeside(digit, place, width))
            {
                clean[place] = Math.Clamp((ink[place] - none) / Math.Max(full - none, 1e-9), 0.0, 1.0);
            }
        }

        return new GreyPicture(width, ink.Length / width, clean);
    }

    private static bool IsBeside(bool[] digit, int place, int width)
    {
        int x = place % width;
        for (int dy = -width; dy <= width; dy += width)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                int other = place + dy + dx;
                if (other >= 0 && other < digit.Length && x + dx >= 0 && x + dx < width && digit[other])
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The digit, scaled so that the longer of its sides has 20 pixels.
    private static GreyPicture Boxed(GreyPicture clean, bool[] digit)
    {
        int[] places = [.. Enumerable.Range(0, digit.Length).Where(place => digit[place])];
        int left = places.Min(place => place % clean.Width);
        int right = places.Max(place => place % clean.Width) + 1;
        int top = places.Min(place => place / clean.Width);
        int bottom = places.Max(place => place / clean.Width) + 1;
        double scale = (double)BoxSide / Math.Max(right - left, bottom - top);
        int width = Math.Max(1, (int)Math.Round(scale * (right - left)));
        int height = Math.Max(1, (int)Math.Round(scale * (bottom - top)));
        GreyPicture box = clean.Part(left, top, right - left, bottom - top, width, height);

        // A thin line covers a part of each pixel; on MNIST's digits the middle of a line is full ink.
        double[] sorted = [.. box.Shades.Where(shade => shade > 0.0).Order()];
        double full = sorted.Length == 0 ? 1.0 : sorted[(int)(0.9 * (sorted.Length - 1))];
        return box with { Shades = [.. box.Shades.Select(shade => Math.Min(1.0, shade / full))] };
    }

    private static byte[] Centred(GreyPicture box)
    {
        double mass = box.Shades.Sum();
        double x = box.Shades.Select((shade, place) => shade * (place % box.Width)).Sum() / mass;
        double y = box.Shades.Select((shade, place) => shade * (place / box.Width)).Sum() / mass;
        int left = Math.Clamp((int)Math.Round((DigitSet.Side / 2.0) - x), 0, DigitSet.Side - box.Width);
        int top = Math.Clamp((int)Math.Round((DigitSet.Side / 2.0) - y), 0, DigitSet.Side - box.Height);
        byte[] pixels = new byte[DigitSet.PixelCount];
        for (int place = 0; place < box.Shades.Length; place++)
        {
            int row = top + (place / box.Width);
            int column = left + (place % box.Width);
            pixels[(row * DigitSet.Side) + column] = (byte)Math.Round(255.0 * box.Shades[place]);
        }

        return pixels;
    }
}
