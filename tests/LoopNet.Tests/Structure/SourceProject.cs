using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LoopNet.Tests.Structure;

/// <summary>A project under src, compiled here so that every name in its files can be asked which type it means.</summary>
internal sealed class SourceProject
{
    // What ImplicitUsings gives every file.
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    // The tests run on everything that the projects need.
    private static readonly MetadataReference[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("LoopNet", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private SourceProject(string name, string[] references, CSharpCompilation compilation)
    {
        Name = name;
        References = references;
        Compilation = compilation;
    }

    /// <summary>Every project under src, by its name.</summary>
    public static IReadOnlyDictionary<string, SourceProject> All { get; } = ReadAll();

    /// <summary>For example <c>LoopNet.Data</c>.</summary>
    public string Name { get; }

    /// <summary>The projects that its project file names.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Its files; the path of each is that from the project's folder, with slashes.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>A project of sources that stand in a test.</summary>
    /// <param name="files">Pairs of a path and its code.</param>
    public static SourceProject Of(params (string Path, string Code)[] files)
    {
        return new SourceProject("Made", [], Compile("Made", files, []));
    }

    private static Dictionary<string, SourceProject> ReadAll()
    {
        Dictionary<string, SourceProject> projects = new(StringComparer.Ordinal);
        foreach (string folder in Directory.GetDirectories(Path.Combine(Repository.Top, "src")))
        {
            Read(Path.GetFileName(folder), projects);
        }

        return projects;
    }

    private static SourceProject Read(string name, Dictionary<string, SourceProject> projects)
    {
        if (projects.TryGetValue(name, out SourceProject? known))
        {
            return known;
        }

        string folder = Path.Combine(Repository.Top, "src", name);
        XDocument file = XDocument.Load(Path.Combine(folder, $"{name}.csproj"));
        string[] references = [.. file
            .Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path))];
        IEnumerable<SourceProject> needed = references.Select(reference => Read(reference, projects));
        SourceProject project = new(name, references, Compile(name, [.. Files(folder), .. LinkedFiles(file, folder)], needed));
        projects.Add(name, project);
        return project;
    }

    private static IEnumerable<(string Path, string Code)> Files(string folder)
    {
        return Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), Code: File.ReadAllText(file)))
            .Where(file => file.Path.Split('/')[0] is not ("bin" or "obj"));
    }

    // Files of another project that this one compiles as well.
    private static IEnumerable<(string Path, string Code)> LinkedFiles(XDocument file, string folder)
    {
        return file.Descendants("Compile").Select(linked => (
            Path: linked.Attribute("Link")!.Value.Replace('\\', '/'),
            Code: File.ReadAllText(Path.Combine(folder, linked.Attribute("Include")!.Value.Replace('\\', '/')))));
    }

    private static CSharpCompilation Compile(string name, IEnumerable<(string Path, string Code)> files, IEnumerable<SourceProject> needed)
    {
        IEnumerable<SyntaxTree> trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Code, Parsing, file.Path));
        IEnumerable<MetadataReference> references = needed.Select(project => project.Compilation.ToMetadataReference());
        CSharpCompilationOptions options = new(OutputKind.ConsoleApplication, allowUnsafe: true);
        return CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(Usings, Parsing), .. trees], [.. Platform, .. references], options);
    }
}
