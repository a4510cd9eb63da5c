using System.Diagnostics;

namespace LoopNet.Tests.Spreadsheets;

/// <summary>LibreOffice without a window, where it is installed: it computes the formulas of a workbook.</summary>
internal static class LibreOffice
{
    private const string Program = "soffice";

    /// <summary>Whether it is there.</summary>
    public static bool IsFound { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>Opens workbooks, computes them, and saves them anew.</summary>
    /// <param name="folder">A folder with the workbooks.</param>
    /// <returns>The folder of the saved ones, which have the same names.</returns>
    public static string Recalculate(string folder)
    {
        string saved = Path.Combine(folder, "saved");
        string profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        string[] arguments = [$"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", saved, .. Directory.GetFiles(folder, "*.xlsx")];
        ProcessStartInfo start = new(Program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return saved;
    }
}

/// <summary>A test that needs LibreOffice Calc; it is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.IsFound ? null : "soffice is not found: apt-get install --no-install-recommends libreoffice-calc";
}
