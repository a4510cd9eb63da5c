using System.Diagnostics;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>One number that the learner gave: what it is called, where it belongs in the calculation, and what was written.</summary>
[DebuggerDisplay("{Name} = {Written.Text}")]
public sealed class AskedNumber
{
    internal AskedNumber(NumberName name, TensorPlace tensor, int element, WrittenNumber written, string place)
    {
        Name = name;
        Tensor = tensor;
        Element = element;
        Written = written;
        Place = place;
    }

    /// <summary>The name.</summary>
    public NumberName Name { get; }

    /// <summary>The tensor.</summary>
    public TensorPlace Tensor { get; }

    /// <summary>The place in the tensor, row by row from 0.</summary>
    public int Element { get; }

    /// <summary>The number as it was written.</summary>
    public WrittenNumber Written { get; }

    /// <summary>Where it was written, for messages.</summary>
    public string Place { get; }
}
