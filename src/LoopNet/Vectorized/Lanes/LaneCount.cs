using System.Runtime.Intrinsics;

namespace LoopNet;

/// <summary>How many numbers an instruction of the processor treats at a time.</summary>
public enum LaneCount
{
    /// <summary>No vectors.</summary>
    One = 1,

    /// <summary>128 bits.</summary>
    Two = 2,

    /// <summary>256 bits.</summary>
    Four = 4,

    /// <summary>512 bits.</summary>
    Eight = 8,
}

/// <summary>Finds out what the processor has.</summary>
internal static class LaneCounts
{
    /// <summary>The most lanes that this processor has instructions for.</summary>
    public static LaneCount Most
    {
        get
        {
            if (Vector512.IsHardwareAccelerated)
            {
                return LaneCount.Eight;
            }

            if (Vector256.IsHardwareAccelerated)
            {
                return LaneCount.Four;
            }

            return Vector128.IsHardwareAccelerated ? LaneCount.Two : LaneCount.One;
        }
    }
}
