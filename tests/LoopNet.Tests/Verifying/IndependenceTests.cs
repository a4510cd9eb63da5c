using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

public class IndependenceTests
{
    // A verifier that borrowed a line from what it judges would pass the mistakes of that line.
    [Fact]
    public void Verifier_OfItsAssembly_RefersToNothingElseOfLoopNet()
    {
        IEnumerable<string?> references = typeof(TraceVerifier).Assembly.GetReferencedAssemblies().Select(reference => reference.Name);

        Assert.DoesNotContain(references, name => name!.StartsWith("LoopNet", StringComparison.Ordinal));
    }
}
