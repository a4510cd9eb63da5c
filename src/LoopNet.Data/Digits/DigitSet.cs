using System.Diagnostics;
using System.Security.Cryptography;

namespace LoopNet.Data;

/// <summary>
/// Images of handwritten digits with their labels: 28 x 28 pixels of one byte each, 0 for paper and 255 for ink.
/// </summary>
/// <remarks>
/// Pixels stay bytes (60,000 digits take 47 MB, as doubles they would take 376 MB); <see cref="Read"/> scales one
/// image to [0, 1] when it is used.
/// </remarks>
public sealed class DigitSet : ISampleSource
{
    /// <summary>The width and the height of an image, in pixels.</summary>
    public const int Side = 28;

    /// <summary>The number of pixels of an image: 784.</summary>
    public const int PixelCount = Side * Side;

    /// <summary>The number of classes: the digits 0 to 9.</summary>
    public const int ClassCount = 10;

    private readonly byte[] _pixels;
    private readonly byte[] _labels;

    /// <summary>Takes images and labels as they are, without copying them.</summary>
    /// <param name="name">What the set is called in messages, for example <c>MNIST, training</c>.</param>
    /// <param name="pixels">The images one after another, each row by row: <c>labels.Length * 784</c> bytes.</param>
    /// <param name="labels">The digit of each image, 0 to 9.</param>
    /// <exception cref="ArgumentException">The number of pixels does not fit the number of labels, or a label is over 9.</exception>
    public DigitSet(string name, byte[] pixels, byte[] labels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (pixels.Length != (long)labels.Length * PixelCount)
        {
            throw new ArgumentException(Invariant($"{labels.Length} labels need {(long)labels.Length * PixelCount} pixels, not {pixels.Length}."), nameof(pixels));
        }

        foreach (byte label in labels)
        {
            if (label >= ClassCount)
            {
                throw new ArgumentException($"A label is 0 to 9, not {label}.", nameof(labels));
            }
        }

        Name = name;
        _pixels = pixels;
        _labels = labels;
    }

    /// <summary>What the set is called in messages.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Count => _labels.Length;

    /// <inheritdoc/>
    public int InputSize => PixelCount;

    /// <inheritdoc/>
    public int TargetSize => ClassCount;

    /// <summary>The digit that image <paramref name="index"/> shows, 0 to 9.</summary>
    public int Label(int index) => _labels[index];

    /// <summary>The 784 pixels of image <paramref name="index"/>, row by row, 0 for paper and 255 for ink.</summary>
    [DebuggerStepThrough]
    public ReadOnlySpan<byte> Pixels(int index) => _pixels.AsSpan(index * PixelCount, PixelCount);

    /// <summary>How many images there are of each digit: 10 counts.</summary>
    public int[] CountPerClass()
    {
        int[] counts = new int[ClassCount];
        foreach (byte label in _labels)
        {
            counts[label]++;
        }

        return counts;
    }

    /// <summary>The first <paramref name="count"/> images, or all of them where there are no more.</summary>
    /// <param name="count">At least 0.</param>
    public DigitSet Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count >= Count)
        {
            return this;
        }

        return new DigitSet(Name, _pixels[..(count * PixelCount)], _labels[..count]);
    }

    /// <summary>The images of this set, and after them those of another.</summary>
    public DigitSet Join(DigitSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new DigitSet(Name, [.. _pixels, .. other._pixels], [.. _labels, .. other._labels]);
    }

    /// <summary>Some of the images, in an order of one's own.</summary>
    /// <param name="indexes">The images to take, each 0 to <see cref="Count"/> - 1.</param>
    public DigitSet Select(ReadOnlySpan<int> indexes)
    {
        byte[] pixels = new byte[indexes.Length * PixelCount];
        byte[] labels = new byte[indexes.Length];
        for (int place = 0; place < indexes.Length; place++)
        {
            Pixels(indexes[place]).CopyTo(pixels.AsSpan(place * PixelCount, PixelCount));
            labels[place] = _labels[indexes[place]];
        }

        return new DigitSet(Name, pixels, labels);
    }

    /// <summary>The SHA-256 of the labels followed by the pixels, in hexadecimal: the same digits in the same order give the same.</summary>
    public string Sha256()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_labels);
        hash.AppendData(_pixels);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes image <paramref name="index"/>, scaled to [0, 1], into <paramref name="x"/>, and its one-hot vector into <paramref name="y"/>.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="x">784 numbers: pixel / 255.</param>
    /// <param name="y">10 numbers: 1 at the label, 0 elsewhere.</param>
    [DebuggerStepThrough]
    public void Read(int index, double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ReadOnlySpan<byte> pixels = Pixels(index);
        for (int i = 0; i < PixelCount; i++)
        {
            x[i] = pixels[i] / 255.0;
        }

        Array.Clear(y);
        y[_labels[index]] = 1.0;
    }
}
