using System.Globalization;
using System.Reflection;
using LoopNet.Tests.Cultures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LoopNet.Tests;

/// <summary>A program of one file in docs/, which <c>dotnet run</c> takes as it is: compiled and run within the tests.</summary>
public static class FileProgram
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    // There is one console.
    private static readonly Lock Turn = new();

    /// <summary>Runs a program.</summary>
    /// <param name="path">Its file, from the top.</param>
    /// <param name="arguments">What stands after its name.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string path, params string[] arguments)
    {
        lock (Turn)
        {
            return RunAlone(path, arguments);
        }
    }

    private static string RunAlone(string path, string[] arguments)
    {
        // As it runs by itself: with numbers of no country.
        using OtherCulture none = new(CultureInfo.InvariantCulture);
        using StringWriter printed = new();
        TextWriter console = Console.Out;
        Console.SetOut(printed);
        try
        {
            MethodInfo entry = Compiled(path).EntryPoint!;
            entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [arguments]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString();
    }

    private static Assembly Compiled(string path)
    {
        string[] lines = Repository.Read(path).Split('\n');
        string code = string.Join('\n', lines.Where(line => !line.StartsWith("#:", StringComparison.Ordinal)));
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        CSharpCompilation compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)],
            platform.Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream assembly = new();
        EmitResult result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(assembly.ToArray());
    }
}
