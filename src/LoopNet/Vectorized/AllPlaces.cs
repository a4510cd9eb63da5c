namespace LoopNet;

/// <summary>The list 0, 1, 2, ... for sums that leave nothing out.</summary>
internal sealed unsafe class AllPlaces
{
    // The array never moves, and lives as long as this object: Index stays true.
    private readonly int[] _numbers;

    /// <summary>Makes the list.</summary>
    /// <param name="count">How many numbers it has.</param>
    public AllPlaces(int count)
    {
        _numbers = GC.AllocateUninitializedArray<int>(count, pinned: true);
        for (int place = 0; place < count; place++)
        {
            _numbers[place] = place;
        }

        fixed (int* first = _numbers)
        {
            Index = first;
        }
    }

    /// <summary>The first number of the list.</summary>
    public int* Index { get; }
}
