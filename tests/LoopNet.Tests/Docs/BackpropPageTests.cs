using System.Text.RegularExpressions;
using LoopNet.Data;

namespace LoopNet.Tests;

/// <summary>docs/backprop.cs, document 000 on one page, trains to the parameters of LoopNet's own loops.</summary>
public partial class BackpropPageTests
{
    [Fact]
    public void Run_FewDigits_PrintsTheHashOfTheLiteralLoops()
    {
        const int Limit = 300;
        Network network = Initialization.Draw([784, 32, 32, 10], [new Sigmoid(), new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);
        Training training = new(network, DrawnDigits.Training(1).Take(Limit), new UpdateRule(0.01));
        training.Epoch(1);
        training.Epoch(2);

        string printed = FileProgram.Run("docs/backprop.cs", $"{Limit}", "2");

        Assert.Contains($"SHA-256   {ParameterHash.Of(network)}", printed, StringComparison.Ordinal);
        Assert.Matches(@"before training: \d+\.\d\d % of the test digits\s+epoch 1: \d+\.\d\d %\s+epoch 2: \d+\.\d\d %", printed);
    }

    [Fact]
    public void Text_OfThePage_HasEveryEquationOfAStepOnce()
    {
        string[] ids = [.. Ids().Matches(Repository.Read("docs/backprop.cs")).Select(match => match.Value)];

        Assert.Equal(["F1", "F2", "B1", "F3", "B2", "B3", "B5", "B7", "U1", "U2", "B6"], ids);
    }

    [GeneratedRegex(@"\b[FBU]\d\b(?=  )")]
    private static partial Regex Ids();
}
