using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoopNet.Tests.Structure;

/// <summary>A folder, or a file that stands beside folders, depends on another: one of its files names a type of the other.</summary>
/// <param name="From">The path from the project's folder, for example <c>Step</c> or <c>Vectorized/Rows.cs</c>.</param>
/// <param name="To">The same.</param>
/// <param name="Example">One such file and the type, for example <c>Batch.cs names ISampleSource</c>.</param>
internal sealed record FolderArrow(string From, string To, string Example)
{
    public override string ToString() => $"{From} -> {To}";
}

/// <summary>Finds the arrows of a project, and the circles that they make.</summary>
internal static class FolderArrows
{
    /// <summary>
    /// Every arrow of a project, in the order of their names. Arrows run between folders (each with all that is in it) and
    /// single files that stand in the same folder: at the top of the project, and once more inside each folder that has folders.
    /// </summary>
    public static IReadOnlyList<FolderArrow> Of(SourceProject project)
    {
        HashSet<string> names = [.. TypesIn(project).Select(type => type.Name)];
        SortedDictionary<string, FolderArrow> arrows = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in project.Compilation.SyntaxTrees)
        {
            SemanticModel model = project.Compilation.GetSemanticModel(tree);
            IEnumerable<SimpleNameSyntax> mentions = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(name => names.Contains(name.Identifier.Text));
            foreach (ISymbol symbol in mentions.Select(name => model.GetSymbolInfo(name)).SelectMany(Meanings))
            {
                INamedTypeSymbol? type = Outermost(symbol);
                foreach (SyntaxReference declaration in type?.OriginalDefinition.DeclaringSyntaxReferences ?? [])
                {
                    if (project.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
                        && Between(tree.FilePath, declaration.SyntaxTree.FilePath) is (string from, string to))
                    {
                        FolderArrow arrow = new(from, to, $"{Path.GetFileName(tree.FilePath)} names {type!.Name}");
                        arrows.TryAdd(arrow.ToString(), arrow);
                    }
                }
            }
        }

        return [.. arrows.Values];
    }

    /// <summary>The arrows that lie on a circle through at least one folder: from their end there is a way back to their beginning.</summary>
    public static IReadOnlyList<FolderArrow> OnCircles(IReadOnlyList<FolderArrow> arrows)
    {
        return [.. arrows.Where(arrow => Leads(arrow.To, arrow.From, arrows) && !(IsFile(arrow.From) && IsFile(arrow.To)))];
    }

    private static bool Leads(string from, string to, IReadOnlyList<FolderArrow> arrows)
    {
        HashSet<string> reached = [from];
        Queue<string> open = new([from]);
        while (open.TryDequeue(out string? place))
        {
            foreach (string next in arrows.Where(arrow => arrow.From == place).Select(arrow => arrow.To).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached.Contains(to);
    }

    // Where two files part: Vectorized/Lanes/Lanes4.cs and Vectorized/Rows.cs give Vectorized/Lanes and Vectorized/Rows.cs.
    private static (string From, string To)? Between(string from, string to)
    {
        string[] left = from.Split('/');
        string[] right = to.Split('/');
        int shared = 0;
        while (shared < left.Length - 1 && shared < right.Length - 1 && left[shared] == right[shared])
        {
            shared++;
        }

        bool sameFolder = shared == left.Length - 1 && shared == right.Length - 1;
        return sameFolder ? null : (string.Join('/', left[..(shared + 1)]), string.Join('/', right[..(shared + 1)]));
    }

    private static bool IsFile(string place) => place.EndsWith(".cs", StringComparison.Ordinal);

    // A name in a call that this compilation cannot complete has candidates only.
    private static IEnumerable<ISymbol> Meanings(SymbolInfo info) => info.Symbol is ISymbol symbol ? [symbol] : info.CandidateSymbols;

    private static INamedTypeSymbol? Outermost(ISymbol symbol)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (type?.ContainingType is not null)
        {
            type = type.ContainingType;
        }

        return type;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(SourceProject project)
    {
        return project.Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>();
    }
}
