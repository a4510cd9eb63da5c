using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class MnistDownloadTests : IDisposable
{
    private static readonly string[] Names = [.. SmallFiles.All.Select(file => file.CompressedName)];
    private static readonly string First = Names[0];
    private static readonly byte[] FirstBytes = SmallFiles.Compressed(First);
    private static readonly byte[] Damaged = [.. FirstBytes[..50_000], .. new byte[FirstBytes.Length - 50_000]];

    // The ways in which a mirror fails: what it answers, and what is said of it.
    private static readonly Dictionary<string, (Answer Answer, string Clause)> Failures = new(StringComparer.Ordinal)
    {
        ["nobody listens"] = (new Answer([]), "cannot be reached ("),
        ["404"] = (Answer.Of(404, []), "answered 404 (NotFound);"),
        ["500"] = (Answer.Of(500, []), "answered 500 (InternalServerError);"),
        ["206"] = (Answer.Of(206, FirstBytes), "answered 206 (PartialContent);"),
        ["another file"] = (Answer.Right(Names[1]), "has a wrong file there, which holds other bytes than were expected (SHA-256 "),
        ["no gzip"] = (Answer.Of(200, SmallFiles.Content(First)), "has a wrong file there, which is not compressed with gzip;"),
        ["damaged"] = (Answer.Of(200, Damaged), "has a wrong file there, which is compressed with gzip and damaged ("),
        ["bomb"] = (Answer.Of(200, TemporaryFolder.Gzip(new byte[1_000_000])), "has a wrong file there, which holds more than the 200,000 bytes that were expected;"),
        ["too large"] = (Answer.Of(200, new byte[20_000], "Content-Length: 203001") with { Stalls = true }, "has a file there that is too large: over 203,000 bytes;"),
        ["too large, unsaid"] = (Answer.Of(200, new byte[203_001], "X: Y"), "has a file there that is too large: over 203,000 bytes;"),
        ["cut off"] = (Answer.Right(First).Cut(), "broke off before the end of the file;"),
        ["silence"] = (new Answer([], Stalls: true), "sent next to nothing for 0.3 s;"),
        ["stall"] = (Answer.Right(First).Cut() with { Stalls = true }, "sent next to nothing for 0.3 s;"),
        ["trickle"] = (Answer.Right(First) with { Trickling = 100 }, "sent next to nothing for 0.3 s;"),
        ["to another scheme"] = (Answer.Of(302, [], "Location: https://127.0.0.1/a"), "answered 302 (Found);"),
        ["off this machine"] = (Answer.Of(302, [], "Location: http://mirror.invalid/a"), "answered 302 (Found);"),
        ["in a circle"] = (Answer.Of(302, [], "Location: x"), "answered 302 (Found);"),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new();
    private readonly List<string> _notes = [];
    private readonly List<FileTransfer> _transfers = [];
    private TimeSpan _stall = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Ways => [.. Failures.Keys];

    private string Place => Path.Combine(_folder.Path, "place");

    private string[] Content => [.. Directory.GetFiles(Place).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_FirstMirrorFails_FetchesAllFromTheNextAndPutsThemInPlace()
    {
        (Uri bad, Uri good) = (new Uri(_server.Address, "/bad/"), _server.Address);
        _server.Answers = path => path == $"/bad/{First}" ? Answer.Of(500, []) : Answer.Right(path);

        Assert.Equal(Names.Select(name => $"{name}: fetched from {good}"), await Download(4, bad, good).RunAsync(default));

        Assert.Equal([$"/bad/{First}", .. Names.Select(name => $"/mnist/{name}")], _server.Paths);
        Assert.Equal([$"{First}: the mirror {bad} answered 500 (InternalServerError); trying again at {good}"], _notes);
        Assert.Equal((First, good), (_transfers[1].FileName, _transfers[1].Mirror));
        Assert.Equal((FirstBytes.Length, FirstBytes.Length), (_transfers[1].Done, _transfers[1].Total));
        AssertAllInPlace();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_MirrorThatFails_IsAskedTwiceAndLeavesNothing(string way)
    {
        _stall = way is "silence" or "stall" or "trickle" ? TimeSpan.FromSeconds(0.3) : _stall;
        _server.Answers = _ => Failures[way].Answer;
        if (way == "nobody listens")
        {
            _server.Dispose();
        }

        string message = await OutcomeAsync();

        Assert.StartsWith($"{First}: the mirror {_server.Address} {Failures[way].Clause}", message, StringComparison.Ordinal);
        Assert.EndsWith("; check the connection and try again, or name another mirror with --mirror.", message, StringComparison.Ordinal);
        Assert.Equal([$"{message[..message.LastIndexOf(';')]}; trying again at {_server.Address}"], _notes);
        Assert.Empty(Content);
    }

    [Fact]
    public async Task Run_Cancelled_PlacesNothingAndKeepsWhatIsWhole()
    {
        using CancellationTokenSource source = new();
        Write(First, [1, 2, 3]);
        _server.Answers = path => path.EndsWith(Names[2], StringComparison.Ordinal) ? Answer.Right(path).Cut() with { Stalls = true } : Answer.Right(path);
        Task<IReadOnlyList<string>> running = Download(4, _server.Address).RunAsync(source.Token);
        await Task.WhenAny(_server.Stalled.Task, running);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal([First, $"{First}.part", $"{Names[1]}.part"], Content);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(Place, First)));

        _server.Answers = Answer.Right;
        Write($"{Names[1]}.part", Damaged);
        IReadOnlyList<string> lines = await Download(4, _server.Address).RunAsync(default);
        Assert.Equal($"{First}: fetched by an earlier download; it replaces a wrong {First}", lines[0]);
        Assert.Equal(Names[1..].Select(name => $"{name}: fetched from {_server.Address}"), lines.Skip(1));
        AssertAllInPlace();
    }

    [Fact]
    public async Task Run_SeveralAtOnceIntoOneFolder_AllEndWithEveryFileInPlace()
    {
        IEnumerable<Task<IReadOnlyList<string>>> running = Enumerable.Range(0, 6).Select(_ => Task.Run(() => new MnistDownload(Place, [_server.Address], SmallFiles.All).RunAsync(default)));

        await Task.WhenAll(running);

        AssertAllInPlace();
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-images.idx3-ubyte")]
    [InlineData("train-images-idx3-ubyte.gz")]
    [InlineData("train-images.idx3-ubyte.gz", "train-images.idx3-ubyte.gz")]
    public async Task Run_FileIsThere_IsLeftAloneWhenRightAndReplacedWhenWrong(string name, string? stays = null)
    {
        Write(name, SmallFiles.Content(First));
        Assert.Equal($"{name}: there already, and right", await OutcomeAsync());
        Assert.Empty(_server.Paths);
        Assert.Equal([name], Content);

        Write(name, SmallFiles.Content(Names[1]));
        Assert.Equal($"{First}: fetched from {_server.Address}; it replaces a wrong {name}", await OutcomeAsync());
        Assert.Equal(stays is null ? [First] : [First, stays], Content);
    }

    [Theory]
    [InlineData("mkfifo $F", "/train-images-idx3-ubyte.gz: this is a pipe or a device, where a file is to be written; remove it or choose another place.")]
    [InlineData("mkfifo $F.part", "/train-images-idx3-ubyte.gz.part: this is a pipe or a device")]
    [InlineData("mkfifo train-images-idx3-ubyte", "/train-images-idx3-ubyte: this is a pipe or a device")]
    [InlineData("mkfifo pipe; ln -s pipe $F", "/train-images-idx3-ubyte.gz: this is a pipe or a device")]
    [InlineData("mkdir $F", "/train-images-idx3-ubyte.gz: this is a folder, where a file is to be written; remove it or choose another place.")]
    [InlineData("mkdir $F.part", "/train-images-idx3-ubyte.gz.part: this is a folder")]
    [InlineData("ln -s $F $F", "/train-images-idx3-ubyte.gz: this is a link that cannot be followed (")]
    [InlineData("ln -s no/file $F", "/no/file.part: the file cannot be written (")]
    [InlineData("cd ..; rmdir place; mkfifo place", "/place: MNIST cannot be kept there (")]
    [InlineData("ln -s real $F", "fetched from")]
    [InlineData("touch real; ln -s real $F", "fetched from")]
    [InlineData("touch real; ln -s real $F.part", "fetched from")]
    [InlineData("mkdir real; ln -s real train-images-idx3-ubyte", "fetched from")]
    public async Task Run_PlaceThatIsNoFile_IsFollowedOrRefusedAndNeverWaitedFor(string script, string part)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell($"mkdir place; cd place; F={First}; {script}");

        Assert.Contains(part, await OutcomeAsync(), StringComparison.Ordinal);
        Assert.InRange(_server.Paths.Count, 0, part.Contains(": this is ", StringComparison.Ordinal) ? 0 : 1);
        _folder.Shell(script.EndsWith("ln -s real $F", StringComparison.Ordinal) ? $"test -L place/{First} && test -s place/real" : "true");
    }

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Place);
        File.WriteAllBytes(Path.Combine(Place, name), bytes);
    }

    private void AssertAllInPlace()
    {
        Assert.All(Names, name => Assert.Equal(SmallFiles.Compressed(name), File.ReadAllBytes(Path.Combine(Place, name))));
        Assert.Equal(Names.Order(StringComparer.Ordinal), Content);
    }

    // What came of the first file alone, in a minute at most: its line, or why there is none.
    private async Task<string> OutcomeAsync()
    {
        try
        {
            string line = (await Task.Run(() => Download(1, _server.Address).RunAsync(default)).WaitAsync(TimeSpan.FromMinutes(1)))[0];
            Assert.True(line.EndsWith("right", StringComparison.Ordinal) || File.ReadAllBytes(Path.Combine(Place, First)).SequenceEqual(FirstBytes), line);
            return line;
        }
        catch (DataException exception)
        {
            return exception.Message;
        }
    }

    private MnistDownload Download(int count, params Uri[] mirrors)
    {
        return new MnistDownload(Place, mirrors, [.. SmallFiles.All.Take(count)])
        {
            Stall = _stall,
            Note = _notes.Add,
            Watch = transfer =>
            {
                _transfers.Add(transfer);
                return null;
            },
        };
    }
}
