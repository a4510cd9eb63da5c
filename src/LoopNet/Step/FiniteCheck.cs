using System.Diagnostics;

namespace LoopNet;

/// <summary>Finds the first number of a sample's record that is not finite, in the order of computation.</summary>
[DebuggerStepThrough]
public static class FiniteCheck
{
    /// <summary>Checks what the forward pass computed.</summary>
    /// <param name="record">The sample's record.</param>
    /// <param name="s">The sample, from 0 within its step.</param>
    /// <exception cref="NonFiniteException">A number of z or L is not finite.</exception>
    public static void Outputs(SampleRecord record, int s)
    {
        ArgumentNullException.ThrowIfNull(record);
        for (int l = 1; l < record.z.Length; l++)
        {
            Check(record.z[l], "z", l, s);
        }

        if (!double.IsFinite(record.L))
        {
            throw new NonFiniteException("L", record.L, s);
        }
    }

    /// <summary>Checks what the forward and the backward pass computed.</summary>
    /// <param name="record">The sample's record.</param>
    /// <param name="s">The sample, from 0 within its step.</param>
    /// <exception cref="NonFiniteException">A number of z, L, dL/da or dL/dz is not finite.</exception>
    public static void Gradients(SampleRecord record, int s)
    {
        Outputs(record, s);
        for (int l = record.z.Length - 1; l >= 1; l--)
        {
            Check(record.dL_da[l], "dL/da", l, s);
            Check(record.dL_dz[l], "dL/dz", l, s);
        }

        Check(record.dL_da[0], "dL/dx", null, s);
    }

    private static void Check(double[] vector, string symbol, int? layer, int s)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            if (!double.IsFinite(vector[i]))
            {
                throw new NonFiniteException(Invariant($"{symbol}{layer}[{i}]"), vector[i], s);
            }
        }
    }
}
