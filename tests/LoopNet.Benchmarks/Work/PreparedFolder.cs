using System.Runtime.InteropServices;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>The files that <c>Rivals/prep.py</c> writes: the digits and the first weights from which every rival starts.</summary>
/// <param name="path">The folder.</param>
internal sealed class PreparedFolder(string path)
{
    /// <summary>The first training digits.</summary>
    /// <param name="count">How many; all 60,000 where it is more.</param>
    public DigitSet Training(int count) => Digits("train").Take(count);

    /// <summary>Document 003's 41,000 training digits.</summary>
    public DigitSet TrainingOf003() => Digits("train").Select(Numbers<int>("order_003.i32"));

    /// <summary>Document 004's 63,000 training digits.</summary>
    public DigitSet TrainingOf004() => Digits("train").Join(Digits("test")).Select(Numbers<int>("order_004.i32"));

    /// <summary>A network with the first weights of a file, and biases of 0.</summary>
    /// <param name="task">Its sizes.</param>
    /// <param name="name">The file.</param>
    /// <exception cref="InvalidDataException">The file has more or fewer numbers than the network has weights.</exception>
    public Network Network(DocumentTask task, string name)
    {
        ReadOnlySpan<double> weights = Numbers<double>(name);
        if (weights.Length != task.WeightCount)
        {
            string file = Path.Combine(path, name);
            throw new InvalidDataException($"{file} has {weights.Length} numbers, not {task.WeightCount}; run Rivals/prep.py MNIST_DIR {path} anew");
        }

        return task.From(weights);
    }

    private DigitSet Digits(string set) => new(set, Content($"{set}_x.u8"), Content($"{set}_y.u8"));

    private ReadOnlySpan<T> Numbers<T>(string name)
        where T : struct
    {
        return MemoryMarshal.Cast<byte, T>(Content(name));
    }

    private byte[] Content(string name)
    {
        string file = Path.Combine(path, name);
        return File.Exists(file)
            ? File.ReadAllBytes(file)
            : throw new FileNotFoundException($"{file} is missing; run Rivals/prep.py MNIST_DIR {path} first");
    }
}
