using System.Diagnostics;

namespace LoopNet;

/// <summary>Makes the plain arrays that the loops fill.</summary>
[DebuggerStepThrough]
public static class Tensors
{
    /// <summary>A matrix of zeros: one array per row.</summary>
    /// <param name="rows">At least 0.</param>
    /// <param name="columns">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is less than 0.</exception>
    public static double[][] Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++)
        {
            matrix[i] = new double[columns];
        }

        return matrix;
    }
}
