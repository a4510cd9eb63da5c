namespace LoopNet.BrowserTests;

/// <summary>The tests that share one browser. They run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    /// <summary>What their classes are marked with: <c>[Collection(BrowserCollection.Name)]</c>.</summary>
    public const string Name = "browser";
}
