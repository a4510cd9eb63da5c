namespace LoopNet.Data;

/// <summary>Digits as arrays of NumPy: images and labels under the names that others use, training digits and perhaps test digits.</summary>
/// <remarks>
/// Images are <c>(N, 28, 28)</c>, <c>(N, 784)</c>, or with a dimension of 1 more; <c>(784, N)</c> has them as columns; <c>(N, 785)</c> has a label beside them. Labels are
/// <c>(N,)</c>, <c>(N, 1)</c>, <c>(1, N)</c>, or a vector with a 1 at the label for each digit. Pixels are 0 to 255 or 0 to 1.
/// </remarks>
public static class NumPyDigits
{
    private static readonly (string Images, string Labels)[] TrainingNames =
        [("x_train", "y_train"), ("train_images", "train_labels"), ("x", "y"), ("images", "labels"), ("data", "target"), ("data", "labels")];

    private static readonly (string Images, string Labels)[] TestNames = [("x_test", "y_test"), ("test_images", "test_labels")];

    /// <summary>Reads the digits.</summary>
    /// <param name="path">A file of NumPy.</param>
    /// <param name="place">Where a table of 785 columns has the label.</param>
    /// <returns>The digits, and those to test with where the file has some.</returns>
    /// <exception cref="DataException">The file cannot be read, or its arrays are no digits; the message lists them.</exception>
    public static (DigitSet Digits, DigitSet? Test) Read(string path, LabelPlace place = LabelPlace.Found)
    {
        IReadOnlyDictionary<string, NpyArray> read = NumPyFile.Read(path);
        Dictionary<string, NpyArray> arrays = read.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value, StringComparer.Ordinal);
        string name = Path.GetFileName(path);
        if (arrays.Count == 1)
        {
            (string only, NpyArray array) = arrays.First();
            return (ReadSet(array, null, $"{path}: {only}", name, place), null);
        }

        DigitSet? digits = Find(arrays, TrainingNames, path, name, place);
        DigitSet? test = Find(arrays, TestNames, path, name, place);
        return digits is null && test is null
            ? throw new DataException(
                $"{path} holds {string.Join(", ", read.Select(pair => $"{pair.Key} {pair.Value.ShapeText}"))}, and no images and labels under names that are known: " +
                "numpy.savez('digits.npz', x_train=..., y_train=..., x_test=..., y_test=...) gives them.")
            : digits is null ? (test!, null) : (digits, test);
    }

    private static DigitSet? Find(Dictionary<string, NpyArray> arrays, (string Images, string Labels)[] names, string path, string name, LabelPlace place)
    {
        foreach ((string images, string labels) in names)
        {
            if (arrays.TryGetValue(images, out NpyArray? pixels) && arrays.TryGetValue(labels, out NpyArray? classes))
            {
                return ReadSet(pixels, classes, $"{path}: {images}", name, place);
            }
        }

        return null;
    }

    private static DigitSet ReadSet(NpyArray images, NpyArray? labels, string path, string name, LabelPlace place)
    {
        bool isTable = labels is null && images.Shape.Count == 2 && images.Shape[1] == DigitColumns.UsualCount;
        int pixels = isTable ? DigitColumns.UsualCount : DigitSet.PixelCount;
        bool asColumns = !isTable && images.Shape.Count == 2 && images.Shape[0] == pixels && images.Shape[1] != pixels;
        int count = images.Count / pixels;
        if (count == 0 || images.Shape.Count < 2 || (!asColumns && images.Shape[0] != count && !(images.Count == pixels)) || images.Count % pixels != 0)
        {
            throw new DataException($"{path} has the shape {images.ShapeText}, but images of 28 x 28 were expected, as (N, 28, 28) or (N, 784): reshape it.");
        }

        DigitMemory.Check(path, count);
        DigitRows rows = new(path, count);
        int labelColumn = place == LabelPlace.Last ? DigitSet.PixelCount : 0;
        for (int digit = 0; digit < count; digit++)
        {
            int start = digit * pixels;
            rows.AddLabel((labels, isTable) switch
            {
                (not null, _) => NumPyLabels.Read(labels, count, digit, path),
                (null, true) => NumPyLabels.Of(images[start + labelColumn], digit, path),
                _ => 0,
            });
            int first = isTable && labelColumn == 0 ? start + 1 : start;
            for (int i = 0; i < DigitSet.PixelCount; i++)
            {
                double pixel = asColumns ? images[(i * count) + digit] : images[first + i];
                if (!rows.TryAdd(pixel))
                {
                    throw new DataException(Invariant($"{path}: image {digit} (counted from 0) has the pixel {pixel}, but a whole number from 0 to 255 was expected{rows.Objection(pixel)}: correct the array."));
                }
            }
        }

        if (isTable && place == LabelPlace.Found)
        {
            rows.CheckFirstLabels();
        }

        return rows.Digits(name, labelled: labels is not null || isTable);
    }
}
