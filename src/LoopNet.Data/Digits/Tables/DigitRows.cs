namespace LoopNet.Data;

/// <summary>Digits that are read one row after another: bytes from 0 to 255, or fractions from 0 to 1, which become bytes.</summary>
/// <remarks>
/// Which of the two a table holds shows at its first number that is not whole: where no number before was over 1, all are fractions, and
/// 255 times each of them, rounded, is its byte. Both in one table are refused.
/// </remarks>
/// <param name="path">The file, for messages.</param>
/// <param name="room">For how many digits there is room from the start, at least 1.</param>
internal sealed class DigitRows(string path, int room)
{
    // As many labels of digits are never all the same by chance.
    private const int ManyLabels = 10;

    private readonly List<byte> _labels = [];
    private byte[] _pixels = new byte[room * DigitSet.PixelCount];
    private int _filled;
    private bool _fractions;
    private byte _largest;

    /// <summary>The labels so far.</summary>
    public IReadOnlyList<byte> Labels => _labels;

    /// <summary>Adds the label of the next digit; its 784 pixels follow.</summary>
    /// <exception cref="DataException">There is no memory for as many digits.</exception>
    public void AddLabel(byte label)
    {
        _labels.Add(label);
        if (_filled == _pixels.Length)
        {
            // What a pipe or a compressed file holds is known only at its end.
            DigitMemory.Check(path, 2L * _labels.Count);
            Array.Resize(ref _pixels, 2 * _pixels.Length);
        }
    }

    /// <summary>Adds a pixel that is a whole number.</summary>
    /// <returns>Whether it can stand in this table.</returns>
    public bool TryAdd(byte pixel)
    {
        if (_fractions && pixel > 1)
        {
            return false;
        }

        _largest = Math.Max(_largest, pixel);
        _pixels[_filled++] = _fractions ? (byte)(255 * pixel) : pixel;
        return true;
    }

    /// <summary>Adds a pixel that may be a fraction.</summary>
    /// <returns>Whether it can stand in this table.</returns>
    public bool TryAdd(double pixel)
    {
        if (pixel is >= 0.0 and <= 255.0 && Math.Floor(pixel) == pixel)
        {
            return TryAdd((byte)pixel);
        }

        if (!(pixel is >= 0.0 and <= 1.0) || (!_fractions && _largest > 1))
        {
            return false;
        }

        TakeFractions();
        _pixels[_filled++] = (byte)Math.Round(255.0 * pixel);
        return true;
    }

    /// <summary>What stands in the way of a pixel that was refused, as the end of a sentence; empty where a byte from 0 to 255 was expected.</summary>
    public string Objection(double pixel)
    {
        if (pixel < 0.0)
        {
            return "; below 0 the pixels look standardised: write them as they were before, from 0 to 255 or from 0 to 1";
        }

        return (_fractions, Math.Floor(pixel) == pixel) switch
        {
            (true, _) => "; the numbers before are fractions from 0 to 1, and one file holds either these or whole numbers from 0 to 255",
            (false, false) when pixel < 255.0 => "; the numbers before are whole and go over 1, and one file holds either these or fractions from 0 to 1",
            _ => "",
        };
    }

    /// <summary>Checks labels that were taken from the first column without anybody saying so.</summary>
    /// <remarks>A first column that is pixel 0 makes every digit a 0, and a network that says 0 to everything is right then.</remarks>
    /// <exception cref="DataException">They look like pixels.</exception>
    public void CheckFirstLabels()
    {
        if (_labels.Any(label => label != _labels[0]))
        {
            return;
        }

        if (LastPixelsLookLikeLabels())
        {
            throw new DataException(
                Invariant($"{path}: the first column is {_labels[0]} in every line, and the last one changes from 0 to 9: ") +
                "that looks like labels behind the pixels; --label last reads them, and --label first takes the first column all the same.");
        }

        if (_labels.Count >= ManyLabels)
        {
            throw new DataException(
                Invariant($"{path}: the first column is {_labels[0]} in all {_labels.Count:N0} lines, and looks like a pixel and not like a label: ") +
                "--label last takes the label from the last column, and --label first takes the first column all the same.");
        }
    }

    /// <summary>The digits.</summary>
    public DigitSet Digits(string name, bool labelled) => new(name, _pixels.AsMemory(0, _filled), _labels.ToArray()) { IsLabelled = labelled };

    // Numbers from 0 to 9 that are not all the same: what labels look like.
    private bool LastPixelsLookLikeLabels()
    {
        byte[] last = [.. Enumerable.Range(1, _labels.Count).Select(digit => _pixels[(digit * DigitSet.PixelCount) - 1])];
        return !_fractions && last.All(pixel => pixel < DigitSet.ClassCount) && last.Any(pixel => pixel != last[0]);
    }

    private void TakeFractions()
    {
        if (_fractions)
        {
            return;
        }

        _fractions = true;
        foreach (ref byte pixel in _pixels.AsSpan(0, _filled))
        {
            pixel *= 255;
        }
    }
}
