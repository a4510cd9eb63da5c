using System.Diagnostics;
using LoopNet.Cli;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Packaging;

/// <summary>The command, packed from what is built and installed into an empty home, once for all tests of it: no network is asked.</summary>
public sealed class InstalledTool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    public InstalledTool()
    {
        // The folder of the built command names its configuration: .../bin/Release/net10.0/LoopNet.Cli.dll.
        string configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(LoopNetCommand).Assembly.Location)!)!);
        string[] projects = ["LoopNet.Cli", "LoopNet", "LoopNet.Tracing"];
        foreach (string project in projects)
        {
            Dotnet("pack", Path.Combine(Repository.Top, "src", project), "--no-build", "--configuration", configuration, "--output", Packages);
        }

        _folder.WriteText("nuget.config", $"""<configuration><packageSources><clear /><add key="packed" value="{Packages}" /></packageSources></configuration>""");
        Dotnet("tool", "install", "LoopNet.Tool", "--tool-path", Path.Combine(_folder.Path, "tools"), "--configfile", Path.Combine(_folder.Path, "nuget.config"));
    }

    private string Packages => Path.Combine(_folder.Path, "packages");

    public void Dispose() => _folder.Dispose();

    /// <summary>The file of a package. The version behind its name begins with a digit.</summary>
    public string PackageOf(string name) => Assert.Single(Directory.GetFiles(Packages, $"{name}.*.nupkg"), file => char.IsDigit(Path.GetFileName(file)[name.Length + 1]));

    /// <summary>Runs the installed command in an empty folder.</summary>
    public CommandRun Run(params string[] args)
    {
        string command = Path.Combine(_folder.Path, "tools", OperatingSystem.IsWindows() ? "loopnet.exe" : "loopnet");
        return Process(command, args);
    }

    private void Dotnet(params string[] args)
    {
        CommandRun run = Process("dotnet", args);
        Assert.True(run.Status == 0, $"dotnet {string.Join(' ', args)}: {run.Output}{run.Error}");
    }

    private CommandRun Process(string program, string[] args)
    {
        string home = Directory.CreateDirectory(Path.Combine(_folder.Path, "home")).FullName;
        ProcessStartInfo start = new(program, args) { WorkingDirectory = home, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = home;
        start.Environment["DOTNET_CLI_HOME"] = home;
        if (args[0] == "pack")
        {
            // What was built was restored to the home of whoever runs the tests.
            start.Environment["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? RestoredTo;
        }
        else
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(home, "packages");
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("LOOPNET_DATA");
        using Process process = System.Diagnostics.Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), $"{program} does not end.");
        return new CommandRun(process.ExitCode, output, error.Result);
    }

    // Where the packages of the build are.
    private static string RestoredTo => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
