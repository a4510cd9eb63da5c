using System.Buffers;
using System.Reflection;

namespace LoopNet.Tests.Snapshots;

/// <summary>The name of a snapshot's files, and a refusal where the library would choose another.</summary>
internal static class SnapshotName
{
    private static readonly SearchValues<char> Replaced =
        SearchValues.Create([.. "\"\\<>|:*?/", .. Enumerable.Range(0, 32).Select(code => (char)code)]);

    /// <summary><c>Class.Method_parameter=value</c>, the values for the parameters in the order of the method.</summary>
    /// <param name="testFile">The file of the test; its class has the same name.</param>
    /// <param name="method">The test.</param>
    /// <param name="values">One value for each parameter.</param>
    /// <exception cref="InvalidOperationException">The library would take another name, or none.</exception>
    public static string Of(string testFile, string method, string[] values)
    {
        string className = Path.GetFileNameWithoutExtension(testFile);
        ParameterInfo[] parameters = Method(className, method).GetParameters();
        if (values.Length != parameters.Length)
        {
            throw new InvalidOperationException(
                $"{className}.{method} has {parameters.Length} parameter(s), but UseParameters was given {values.Length} value(s): " +
                "Verify names values by the parameters of the method, in their order. Give one for each.");
        }

        string name = $"{className}.{method}";
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].AsSpan().ContainsAny(Replaced))
            {
                throw new InvalidOperationException(
                    $"The value \"{values[i]}\" holds a character that names of files cannot have everywhere, and Verify would write - for it: " +
                    "choose a value without it.");
            }

            name += $"_{parameters[i].Name}={values[i]}";
        }

        return name;
    }

    private static MethodInfo Method(string className, string method)
    {
        MethodInfo[] found =
        [
            .. typeof(SnapshotName).Assembly.GetTypes().Where(type => type.Name == className && !type.IsNested)
                .SelectMany(type => type.GetMethods()).Where(candidate => candidate.Name == method),
        ];
        return found.Length == 1
            ? found[0]
            : throw new InvalidOperationException(
                $"There are {found.Length} public methods {className}.{method}, but one was expected: Verify names a snapshot by the class of its test, " +
                "so let the file have the name of the class.");
    }
}
