using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LoopNet.Data;

/// <summary>A fingerprint of a network's parameters, by which two runs can be compared.</summary>
public static class ParameterHash
{
    /// <summary>The SHA-256 of all parameters: for each layer W, row by row, then b, each number as the 8 bytes of its double, lowest byte first.</summary>
    /// <param name="network">The network.</param>
    /// <returns>64 hexadecimal digits. Networks with the same bits, and the same numbers of them, have the same.</returns>
    public static string Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Layer layer in network.Layers)
        {
            foreach (double[] row in layer.W)
            {
                Append(hash, row);
            }

            Append(hash, layer.b ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, double[] numbers)
    {
        byte[] bytes = new byte[numbers.Length * sizeof(double)];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), numbers[i]);
        }

        hash.AppendData(bytes);
    }
}
