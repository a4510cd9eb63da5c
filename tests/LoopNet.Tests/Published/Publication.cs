namespace LoopNet.Tests.Published;

/// <summary>A published worked example, the example of LoopNet's that computes it, and the table that joins the two.</summary>
public abstract class Publication
{
    private readonly Lazy<PublishedFile> _file;
    private readonly Lazy<PublishedTable> _computed;
    private readonly Lazy<IReadOnlyDictionary<string, double>> _explained;

    protected Publication()
    {
        _file = new(() => PublishedFile.Read(FileName));
        _computed = new(() => Table(Example()));
        _explained = new(Explanations);
    }

    /// <summary>All publications that the tests hold.</summary>
    public static IReadOnlyList<Publication> All { get; } =
        [new Mazur2015(), new ReluHomework2026(), new GeojCs231n(), new Hmkcode2019(), new PrakashJay2017(), new StevenMiller2015()];

    /// <summary>The name of the copied file.</summary>
    public abstract string FileName { get; }

    /// <summary>The name of the shipped example; null where the publication is held by tests only.</summary>
    public virtual string? Shipped => null;

    /// <summary>Whether the publication stores a weight as [from][to].</summary>
    public virtual bool RowsAreInputs => false;

    /// <summary>The publication's loss.</summary>
    public virtual Loss Loss => new SquaredError();

    /// <summary>The copied file.</summary>
    public PublishedFile File => _file.Value;

    /// <summary>The example that computes the publication's numbers.</summary>
    public virtual Example Example() => Data.ShippedExamples.Read(Shipped!);

    /// <summary>Which number of the example each published number is.</summary>
    public abstract PublishedTable Table(Example example);

    /// <summary>The table of its own example, computed once for all tests.</summary>
    public PublishedTable Computed => _computed.Value;

    /// <summary>What <see cref="Explanations"/> gives, computed once for all tests.</summary>
    public IReadOnlyDictionary<string, double> Explained => _explained.Value;

    /// <summary>By how many units a number marked <c>last-digit</c> is off: one, unless the publication has a reason of its own.</summary>
    public virtual int LastDigitUnits(string name) => 1;

    /// <summary>What gives the printed number where it is not right: a value for each such number that can be explained.</summary>
    protected virtual IReadOnlyDictionary<string, double> Explanations() => new Dictionary<string, double>();

    /// <summary>The number with this key and place, for example <c>dW2[0,1]</c>.</summary>
    public PublishedNumber Number(string name) => File.Numbers.Single(number => number.Name == name);

    /// <inheritdoc/>
    public override string ToString() => FileName;

    /// <summary>The example as the publication's own file has it, for one that is not shipped.</summary>
    protected Example FromFile(int steps, bool updateBiases)
    {
        UpdateRule rule = new(File.LearningRate!.Value) { UpdateBiases = updateBiases };
        return new Example("published", File.ReadNetwork(Loss, RowsAreInputs), File.ReadSample(), rule, BatchSize: 1, steps, File.Source);
    }

    /// <summary>The same example with other activation functions.</summary>
    public static Example With(Example example, params Activation[] activations)
    {
        Layer[] layers = [.. example.Network.Layers.Select((layer, index) => new Layer(layer.W, layer.b, activations[index]))];
        return example with { Network = new Network(layers, example.Network.Loss) };
    }
}
