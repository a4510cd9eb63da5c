using System.Diagnostics;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>One number that the learner gave: what it is called, where it belongs in the calculation, and what was written.</summary>
[DebuggerDisplay("{Name} = {Written.Text}")]
public sealed class AskedNumber
{
    internal AskedNumber(Example example, NumberName name, Tensor tensor, WrittenNumber written, string place, string? called = null, double factor = 1.0)
    {
        Name = name;
        Tensor = tensor;
        AsWritten = written;
        Written = written.Over(factor);
        Factor = factor;
        Called = called ?? name.ToString();
        Place = place;
        Origin = NumberOrigins.Of(example, name, tensor);
    }

    /// <summary>The name, with an index for each dimension of its tensor.</summary>
    public NumberName Name { get; }

    /// <summary>The tensor.</summary>
    public Tensor Tensor { get; }

    /// <summary>What the learner calls it: a label of a notation, or LoopNet's name.</summary>
    public string Called { get; }

    /// <summary>What LoopNet's number is multiplied by under that name.</summary>
    public double Factor { get; }

    /// <summary>The number as it was written.</summary>
    public WrittenNumber AsWritten { get; }

    /// <summary>LoopNet's number as it was written: without the factor of the label.</summary>
    public WrittenNumber Written { get; }

    /// <summary>Where it was written, for messages.</summary>
    public string Place { get; }

    /// <summary>Where the number comes from.</summary>
    public NumberOrigin Origin { get; }

    /// <summary>Compares what was written with the right number.</summary>
    /// <param name="right">The right number.</param>
    public Verdict Judge(double right) => Origin == NumberOrigin.Calculated ? Written.Judge(right) : Written.JudgeCopy(right);

    /// <summary>Whether the number that was written is a certain number, as far as it is written.</summary>
    /// <param name="number">The number, which may be infinite or not a number: then it is not.</param>
    internal bool IsRight(double number) => double.IsFinite(number) && Judge(number) != Verdict.Wrong;
}
