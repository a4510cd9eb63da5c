using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using LoopNet.Data;
using LoopNet.Tests.Cultures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LoopNet.Tests;

/// <summary>docs/backprop.cs, document 000 on one page, trains to the parameters of LoopNet's own loops.</summary>
public partial class BackpropPageTests
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    [Fact]
    public void Run_FewDigits_PrintsTheHashOfTheLiteralLoops()
    {
        const int Limit = 300;
        Network network = Initialization.Draw([784, 32, 32, 10], [new Sigmoid(), new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);
        Training training = new(network, DrawnDigits.Training(1).Take(Limit), new UpdateRule(0.01));
        training.Epoch(1);
        training.Epoch(2);

        string printed = Run($"{Limit}", "2");

        Assert.Contains($"SHA-256   {ParameterHash.Of(network)}", printed, StringComparison.Ordinal);
        Assert.Matches(@"before training: \d+\.\d\d % of the test digits\s+epoch 1: \d+\.\d\d %\s+epoch 2: \d+\.\d\d %", printed);
    }

    [Fact]
    public void Text_OfThePage_HasEveryEquationOfAStepOnce()
    {
        string[] ids = [.. Ids().Matches(Repository.Read("docs/backprop.cs")).Select(match => match.Value)];

        Assert.Equal(["F1", "F2", "B1", "F3", "B2", "B3", "B5", "B7", "U1", "U2", "B6"], ids);
    }

    private static string Run(params string[] arguments)
    {
        // As the page runs by itself: with numbers of no country.
        using OtherCulture none = new(CultureInfo.InvariantCulture);
        using StringWriter printed = new();
        TextWriter console = Console.Out;
        Console.SetOut(printed);
        try
        {
            Compiled().EntryPoint!.Invoke(null, [arguments]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString();
    }

    private static Assembly Compiled()
    {
        string code = string.Join('\n', Repository.Read("docs/backprop.cs").Split('\n').Where(line => !line.StartsWith("#:", StringComparison.Ordinal)));
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "backprop",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)],
            platform.Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release));
        using MemoryStream assembly = new();
        EmitResult result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(assembly.ToArray());
    }

    [GeneratedRegex(@"\b[FBU]\d\b(?=  )")]
    private static partial Regex Ids();
}
