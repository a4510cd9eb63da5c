namespace LoopNet.Data;

/// <summary>Labels of digits in an array of NumPy.</summary>
internal static class NumPyLabels
{
    /// <summary>The label of a digit.</summary>
    /// <param name="labels">One number for each digit, or a vector with a 1 at the label.</param>
    /// <param name="count">How many digits there are.</param>
    /// <param name="digit">Which one, from 0.</param>
    /// <param name="path">The array of the images, for messages.</param>
    /// <exception cref="DataException">The shape is another, or there is no such label.</exception>
    public static byte Read(NpyArray labels, int count, int digit, string path)
    {
        if (labels.Count == count)
        {
            return Of(labels[digit], digit, path);
        }

        bool isVector = labels.Count == count * DigitSet.ClassCount && labels.Shape.Count == 2 && (labels.Shape[0] == count || labels.Shape[1] == count);
        if (!isVector)
        {
            throw new DataException(Invariant($"{path} holds {count} images, but its labels have the shape {labels.ShapeText}: take both from the same set."));
        }

        bool asColumns = labels.Shape[0] != count;
        int found = -1;
        for (int k = 0; k < DigitSet.ClassCount; k++)
        {
            double number = asColumns ? labels[(k * count) + digit] : labels[(digit * DigitSet.ClassCount) + k];
            if (number is not (0.0 or 1.0) || (number == 1.0 && found >= 0))
            {
                throw new DataException(Invariant($"{path}: the label of image {digit} (counted from 0) is no vector of one 1 and nine 0: correct the labels."));
            }

            found = number == 1.0 ? k : found;
        }

        return found >= 0 ? (byte)found : throw new DataException(Invariant($"{path}: the label of image {digit} (counted from 0) is no vector of one 1 and nine 0: correct the labels."));
    }

    /// <summary>A label that is written as a number.</summary>
    public static byte Of(double number, int digit, string path)
    {
        return number is >= 0.0 and < DigitSet.ClassCount && Math.Floor(number) == number
            ? (byte)number
            : throw new DataException(Invariant($"{path}: image {digit} (counted from 0) has the label {number}, but a whole number from 0 to 9 was expected: correct the labels."));
    }
}
