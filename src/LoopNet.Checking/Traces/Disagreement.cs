namespace LoopNet.Checking;

/// <summary>A number that does not follow from what it reads, seen from one given tensor that it reads.</summary>
/// <param name="Given">The given tensor, for example <c>1//W1</c>.</param>
/// <param name="First">The first of its elements that the number reads.</param>
/// <param name="Stride">The distance to the next of them.</param>
/// <param name="Count">How many they are; 1 where the number reads a single element.</param>
/// <param name="Reader">The record with the number.</param>
/// <param name="Place">Its place in that record.</param>
/// <param name="Copy">What the element would have to be, where the number is a copy of it.</param>
internal sealed record Disagreement(string Given, int First, int Stride, int Count, FileRecord Reader, int Place, double? Copy)
{
    /// <summary>Whether the number reads this one element of the given tensor and no other.</summary>
    public bool IsDirect => Count == 1;

    /// <summary>Whether the number reads an element.</summary>
    public bool Reads(int element)
    {
        int distance = element - First;
        return distance >= 0 && distance % Stride == 0 && distance / Stride < Count;
    }
}
