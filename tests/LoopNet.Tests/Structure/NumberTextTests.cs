using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoopNet.Tests.Structure;

/// <summary>Numbers become text with the culture said: the analysers see most places, and this test those that they pass over.</summary>
public class NumberTextTests
{
    private static readonly string[] Silent = ["Join", "Concat", "Append", "AppendJoin", "Insert", "Write", "WriteLine"];
    private static readonly string[] Writers = ["String", "StringBuilder", "TextWriter", "StreamWriter", "StringWriter"];

    public static TheoryData<string> Projects => [.. SourceProject.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_AnyCall_LeavesNoNumberToTheCulture(string project)
    {
        Assert.Empty(Places(SourceProject.All[project]));
    }

    [Fact]
    public void Places_OfPlantedCalls_AreFound()
    {
        SourceProject made = SourceProject.Of(("Made.cs", """
            public class Made
            {
                string A(double[] x) => string.Join(", ", x);
                void B(System.Text.StringBuilder text, double x) => text.Append(x);
                void C(TextWriter output, long x) => output.Write(x);
                string D(IEnumerable<double> x) => string.Concat(x);
                string Fine(string[] x, int[] y, char c) => string.Join(c, x) + string.Join(c, y);
            }
            """));

        Assert.Equal(4, Places(made).Count);
    }

    private static List<string> Places(SourceProject project)
    {
        List<string> places = [];
        foreach (SyntaxTree tree in project.Compilation.SyntaxTrees)
        {
            SemanticModel model = project.Compilation.GetSemanticModel(tree);
            foreach (InvocationExpressionSyntax call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (model.GetSymbolInfo(call).Symbol is IMethodSymbol method
                    && Silent.Contains(method.Name, StringComparer.Ordinal)
                    && Writers.Contains(method.ContainingType.Name, StringComparer.Ordinal)
                    && call.ArgumentList.Arguments.Any(argument => HoldsNumbers(model.GetTypeInfo(argument.Expression).Type)))
                {
                    places.Add($"{tree.FilePath}: {call}");
                }
            }
        }

        return places;
    }

    // A whole number of 32 bits is a size or an index here, which has no sign.
    private static bool HoldsNumbers(ITypeSymbol? type)
    {
        return type switch
        {
            null => false,
            IArrayTypeSymbol array => HoldsNumbers(array.ElementType),
            { SpecialType: SpecialType.System_String } => false,
            { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Int64 } => true,
            INamedTypeSymbol named => named.TypeArguments.Any(HoldsNumbers),
            _ => false,
        };
    }
}
