using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Where a file that is written ends up, and what lies there before and after.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Each script lays links; the file is written at "place" and has to stand in "real/f".
    [Theory]
    [InlineData("ln -s real/f place")]
    [InlineData("touch real/f; ln -s real/f place")]
    [InlineData("ln -s ./real/../real//f place")]
    [InlineData("ln -s \"$PWD/real/f\" place")]
    [InlineData("ln -s b place; ln -s c b; ln -s real/f c")]
    [InlineData("ln -s real d; ln -s d/f place")]
    [InlineData("mkdir -p x/y; ln -s ../../real/f x/y/l; ln -s x/y d; ln -s d/l place")]
    public void Write_ThroughLinks_WritesWhereTheyLeadAndKeepsThem(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell($"mkdir real; {script}");

        WholeFile.Write(Place("place"), "content");

        Assert.Equal("content", File.ReadAllText(Place("real/f")));
        _folder.Shell("test -L place");
        Assert.Equal(["f"], Directory.GetFiles(Place("real")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("mkdir real; mkfifo real/f; ln -s real d", "d/f", "this is a pipe or a device")]
    [InlineData("mkdir real; mkfifo real/f; ln -s \"$PWD/real\" d", "d/f", "this is a pipe or a device")]
    [InlineData("ln -s /dev d", "d/null", "this is a place of the system")]
    [InlineData("ln -s d d", "d/f", "this is a link that cannot be followed (")]
    [InlineData("true", "/dev/stdout", "this is a place of the system")]
    [InlineData("touch f; chmod 444 f", "f", "this file is write-protected")]
    [InlineData("touch f; chmod 444 f; ln -s f l", "l", "this file is write-protected")]
    public void Write_WhereNoFileMayBe_IsRefused(string script, string name, string part)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell(script);
        string path = Path.Combine(_folder.Path, name);

        DataException exception = Assert.Throws<DataException>(() => WholeFile.Write(path, "content"));

        Assert.StartsWith($"{path}: {part}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(exception.Message, Assert.Throws<DataException>(() => WholeFile.Check(path)).Message);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_AtASocket_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using System.Net.Sockets.Socket socket = new(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Place("s")));

        DataException exception = Assert.Throws<DataException>(() => WholeFile.Write(Place("s"), "content"));

        Assert.StartsWith($"{Place("s")}: this is a socket", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OverLeftOvers_RemovesThoseWhoseProcessIsGone()
    {
        int gone = EndedProcess.Number();
        string[] stay = ["f.1.part", "f.part", "f.x.part", $"g.{gone}.part", $"f.{gone}.par", $"f.{gone}-x.part"];
        string[] go = [$"f.{gone}.part", $"f.{gone}-2.part", $"f.{Environment.ProcessId}.part", "f.2147483647.part"];
        Array.ForEach([.. stay, .. go], name => _folder.WriteText(name, "left over"));

        WholeFile.Write(Place("f"), "content");

        Assert.Equal("content", File.ReadAllText(Place("f")));
        Assert.Equal([.. stay.Append("f").Order(StringComparer.Ordinal)], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // Somebody who may write to the folder could lay a link at the name of the unfinished file.
    [Fact]
    public void Write_WhereALinkHasTheNameOfTheUnfinishedFile_DoesNotFollowIt()
    {
        _folder.WriteText("victim", "untouched");
        File.CreateSymbolicLink(Place($"f.{Environment.ProcessId}.part"), Place("victim"));

        WholeFile.Write(Place("f"), "content");

        Assert.Equal("content", File.ReadAllText(Place("f")));
        Assert.Equal("untouched", File.ReadAllText(Place("victim")));
    }

    [Fact]
    public void Write_BySeveralAtOnce_LeavesOneOfTheirFilesWhole()
    {
        string[] contents = [.. Enumerable.Range(0, 16).Select(number => new string((char)('a' + number), 100_000 + number))];

        Parallel.ForEach(contents, content => WholeFile.Write(Place("f"), content));

        Assert.Contains(File.ReadAllText(Place("f")), contents);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_OverAPrivateFile_IsPrivateWhileItGrows()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell("touch f; chmod 600 f");
        UnixFileMode mode = default;

        WholeFile.Write(Place("f"), _ => mode = new FileInfo(Directory.GetFiles(_folder.Path, "*.part")[0]).UnixFileMode);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Theory]
    [InlineData("true", "f", "f", true)]
    [InlineData("true", "f", "./f", true)]
    [InlineData("mkdir d", "f", "d/../f", true)]
    [InlineData("touch f; ln -s f l", "f", "l", true)]
    [InlineData("ln -s f l", "f", "l", true)]
    [InlineData("touch f; ln f g", "f", "g", true)]
    [InlineData("touch f; ln f g; ln -s g l", "f", "l", true)]
    [InlineData("mkdir d; ln -s d e", "d/f", "e/f", true)]
    [InlineData("touch f g", "f", "g", false)]
    [InlineData("touch f", "f", "g", false)]
    public void AreSame_OfTwoSpellings_IsWhatTheSystemMakesOfThem(string script, string first, string second, bool same)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell(script);

        Assert.Equal(same, WholeFile.AreSame($"{_folder.Path}/{first}", $"{_folder.Path}/{second}"));
    }

    // What differs in case only is two files where the folder says so, and one where it does not.
    [Fact]
    public void AreSame_OfNamesThatDifferInCase_IsWhatTheFolderMakesOfThem()
    {
        bool free = WholeFile.AreSame(Place("m.json"), Place("M.json"));
        _folder.WriteText("m.json", "");

        Assert.Equal(File.Exists(Place("M.json")), free);
        Assert.Equal(free, WholeFile.AreSame(Place("m.json"), Place("M.json")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private string Place(string name) => Path.Combine(_folder.Path, name);
}
