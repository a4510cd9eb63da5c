using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

public class MistakesPageTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void ExploreConfusions()
    {
        foreach (Confusions.Confusion c in Confusions.Find(2, _ => true))
        {
            output.WriteLine($"C2 {c.First} ~ {c.Second}: {string.Join(", ", c.Examples)} [{c.Ways}]");
        }

        foreach (Confusions.Confusion c in Confusions.Find(1, p => p.Slot.Kind is TensorKind.W_new or TensorKind.b_new))
        {
            output.WriteLine($"U1 {c.First} ~ {c.Second}: {c.Examples.Count} [{c.Ways}]");
        }
    }
}
