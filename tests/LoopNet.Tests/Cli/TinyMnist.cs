using System.Buffers.Binary;

namespace LoopNet.Tests.Cli;

/// <summary>A folder with MNIST's four files and two digits in each set.</summary>
public static class TinyMnist
{
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string part in (string[])["train", "t10k"])
        {
            File.WriteAllBytes(Path.Join(folder, $"{part}-images-idx3-ubyte"), [.. Header(0x803, 2, 28, 28), .. new byte[2 * 784]]);
            File.WriteAllBytes(Path.Join(folder, $"{part}-labels-idx1-ubyte"), [.. Header(0x801, 2), 3, 4]);
        }

        return folder;
    }

    private static byte[] Header(params int[] numbers)
    {
        byte[] bytes = new byte[4 * numbers.Length];
        for (int index = 0; index < numbers.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * index), numbers[index]);
        }

        return bytes;
    }
}
