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

    /// <summary>Each byte divided by 255: a division for each pixel would take longer than all else that is read.</summary>
    private static readonly double[] Shades = [.. Enumerable.Range(0, 256).Select(shade => shade / 255.0)];

    private static readonly double[] RawShades = [.. Enumerable.Range(0, 256).Select(shade => (double)shade)];

    private readonly ReadOnlyMemory<byte> _pixels;
    private readonly ReadOnlyMemory<byte> _labels;

    /// <summary>Takes images and labels as they are, without copying them.</summary>
    /// <param name="name">What the set is called in messages, for example <c>MNIST, training</c>.</param>
    /// <param name="pixels">The images one after another, each row by row: <c>labels.Length * 784</c> bytes.</param>
    /// <param name="labels">The digit of each image, 0 to 9.</param>
    /// <exception cref="ArgumentException">The number of pixels does not fit the number of labels, or a label is over 9.</exception>
    public DigitSet(string name, byte[] pixels, byte[] labels)
        : this(name, (ReadOnlyMemory<byte>)(pixels ?? throw new ArgumentNullException(nameof(pixels))), labels ?? throw new ArgumentNullException(nameof(labels)))
    {
    }

    /// <summary>The same with parts of arrays.</summary>
    internal DigitSet(string name, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> labels)
    {
        if (pixels.Length != (long)labels.Length * PixelCount)
        {
            throw new ArgumentException(Invariant($"{labels.Length} labels need {(long)labels.Length * PixelCount} pixels, not {pixels.Length}."), nameof(pixels));
        }

        foreach (byte label in labels.Span)
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

    /// <summary>Whether the labels are those of the digits; where they are not known, each is 0 and means nothing.</summary>
    public bool IsLabelled { get; init; } = true;

    /// <summary>Whether <see cref="Read"/> gives the bytes as they are, 0 to 255, and does not divide them by 255.</summary>
    public bool IsRaw { get; private init; }

    /// <summary>The digit that image <paramref name="index"/> shows, 0 to 9.</summary>
    public int Label(int index) => _labels.Span[index];

    /// <summary>The 784 pixels of image <paramref name="index"/>, row by row, 0 for paper and 255 for ink.</summary>
    [DebuggerStepThrough]
    public ReadOnlySpan<byte> Pixels(int index) => _pixels.Span.Slice(index * PixelCount, PixelCount);

    /// <summary>How many images there are of each digit: 10 counts.</summary>
    public int[] CountPerClass()
    {
        int[] counts = new int[ClassCount];
        foreach (byte label in _labels.Span)
        {
            counts[label]++;
        }

        return counts;
    }

    /// <summary>The first <paramref name="count"/> images, or all of them where there are no more; they are not copied.</summary>
    /// <param name="count">At least 0.</param>
    public DigitSet Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Part(0, count);
    }

    /// <summary>Images that follow one another; they are not copied.</summary>
    /// <param name="first">The first of them, 0 to <see cref="Count"/>.</param>
    /// <param name="count">At most this many, at least 0.</param>
    public DigitSet Part(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Count);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int taken = Math.Min(count, Count - first);
        return taken == Count ? this : With(_pixels.Slice(first * PixelCount, taken * PixelCount), _labels.Slice(first, taken));
    }

    /// <summary>The images of this set, and after them those of another.</summary>
    public DigitSet Join(DigitSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return With((byte[])[.. _pixels.Span, .. other._pixels.Span], (byte[])[.. _labels.Span, .. other._labels.Span]);
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
            labels[place] = _labels.Span[indexes[place]];
        }

        return With(pixels, labels);
    }

    /// <summary>The same images under another name; they are not copied.</summary>
    public DigitSet Named(string name) => new(name, _pixels, _labels) { IsLabelled = IsLabelled, IsRaw = IsRaw };

    /// <summary>The same images, whose bytes <see cref="Read"/> gives as they are; they are not copied.</summary>
    public DigitSet Raw() => new(Name, _pixels, _labels) { IsLabelled = IsLabelled, IsRaw = true };

    /// <summary>The largest byte of all pixels.</summary>
    public byte LargestPixel()
    {
        byte largest = 0;
        foreach (byte pixel in _pixels.Span)
        {
            largest = Math.Max(largest, pixel);
        }

        return largest;
    }

    /// <summary>The SHA-256 of the labels followed by the pixels, in hexadecimal: the same digits in the same order give the same.</summary>
    public string Sha256()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_labels.Span);
        hash.AppendData(_pixels.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes image <paramref name="index"/>, scaled to [0, 1], into <paramref name="x"/>, and its one-hot vector into <paramref name="y"/>.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="x">784 numbers: pixel / 255; the pixel itself where the set is raw.</param>
    /// <param name="y">10 numbers: 1 at the label, 0 elsewhere.</param>
    [DebuggerStepThrough]
    public void Read(int index, double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ReadOnlySpan<byte> pixels = Pixels(index);
        double[] shades = IsRaw ? RawShades : Shades;
        for (int i = 0; i < PixelCount; i++)
        {
            x[i] = shades[pixels[i]];
        }

        Array.Clear(y);
        y[_labels.Span[index]] = 1.0;
    }

    private DigitSet With(ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> labels) => new(Name, pixels, labels) { IsLabelled = IsLabelled, IsRaw = IsRaw };
}
