namespace LoopNet;

/// <summary>
/// Samples to train on or to evaluate: pairs of an input <c>x</c> and its target <c>y</c>, numbered from 0.
/// </summary>
/// <remarks>
/// A source may keep its samples in any compact form; <see cref="Read"/> turns one of them into numbers when it is used.
/// </remarks>
public interface ISampleSource
{
    /// <summary>The number of samples, at least 0.</summary>
    int Count { get; }

    /// <summary>The length of every input <c>x</c>.</summary>
    int InputSize { get; }

    /// <summary>The length of every target <c>y</c>; 0 where samples have none.</summary>
    int TargetSize { get; }

    /// <summary>Writes sample <paramref name="index"/> into <paramref name="x"/> and <paramref name="y"/>.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="x">The input, of length <see cref="InputSize"/>; every element is overwritten, none with -0.0.</param>
    /// <param name="y">The target, of length <see cref="TargetSize"/>; every element is overwritten, none with -0.0.</param>
    void Read(int index, double[] x, double[] y);
}
