using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoopNet.Tests.Structure;

/// <summary>One place writes to the terminal, so that everything that reaches it goes the way that makes outside text visible.</summary>
public class TerminalTests
{
    // Which names may be used where: the streams of the process, and standard error as it is, for the progress bar.
    private static readonly (string Type, string Member)[] Guarded = [("Console", ""), ("Terminal", "Screen"), ("NoteWriter", ""), ("StandardStream", "")];

    [Fact]
    public void Projects_OutsideTheTerminalsFolder_DoNotNameItsStreams()
    {
        IEnumerable<string> places = SourceProject.All.Values.SelectMany(project => Places(project).Select(place => $"{project.Name}/{place}"));

        // System.CommandLine is handed both streams, and writes what HelpPage and VersionLine give it.
        Assert.Equal(["LoopNet.Cli/LoopNetCommand.cs names Screen"], places.Where(place => !place.StartsWith("LoopNet.Cli/Terminal/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Places_OfPlantedNames_AreFound()
    {
        SourceProject made = SourceProject.Of(
            ("A.cs", "class A { void M() => Console.WriteLine(1); }"),
            ("B.cs", "class B { void M() => System.Console.Error.Write('a'); void N() { using var output = Console.OpenStandardOutput(); } }"),
            ("C.cs", "class C { void M(Terminal terminal) => terminal.Screen.Write(1); } class Terminal { public TextWriter Screen => null; }"));

        Assert.Equal(["A.cs names Console", "B.cs names Console", "C.cs names Screen"], Places(made));
    }

    private static SortedSet<string> Places(SourceProject project)
    {
        SortedSet<string> places = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in project.Compilation.SyntaxTrees)
        {
            SemanticModel model = project.Compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                string text = name.Identifier.Text;
                if (Guarded.Any(guarded => text == guarded.Type || text == guarded.Member) && IsGuarded(model.GetSymbolInfo(name).Symbol))
                {
                    places.Add($"{tree.FilePath} names {text}");
                }
            }
        }

        return places;
    }

    private static bool IsGuarded(ISymbol? symbol)
    {
        return symbol switch
        {
            INamedTypeSymbol type => Guarded.Any(guarded => guarded.Member == "" && guarded.Type == type.Name),
            IPropertySymbol property => Guarded.Any(guarded => guarded.Member == property.Name && guarded.Type == property.ContainingType.Name),
            _ => false,
        };
    }
}
