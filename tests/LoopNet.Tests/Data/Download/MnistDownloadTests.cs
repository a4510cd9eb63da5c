using System.Net;
using System.Net.Sockets;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class MnistDownloadTests : IDisposable
{
    private const int Half = 100_000;

    // The rest is asked for from a little before the end of what is there.
    private const int Overlap = 1024;

    private static readonly DownloadLimits Impatient = new() { Stall = TimeSpan.FromSeconds(1), Attempts = 1 };

    // On a machine that is short of threads an answer itself may take seconds: the stall must be the longer wait.
    private static readonly DownloadLimits FairlyImpatient = new() { Stall = TimeSpan.FromSeconds(10), Attempts = 1 };

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notes = [];
    private readonly List<TransferProgress> _transfers = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_FourFiles_PutsThemInPlaceVerified()
    {
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.Compressed(request.File), request));
        MnistDownload download = Download(SmallFiles.All, server.Address);

        IReadOnlyList<DownloadedFile> files = await download.RunAsync(CancellationToken.None);

        Assert.Equal(SmallFiles.All.Select(file => file.CompressedName), files.Select(file => Path.GetFileName(file.Path)));
        Assert.All(files, file => Assert.Equal($"fetched from {server.Address}", file.Origin));
        Assert.All(files, file => Assert.Equal(SmallFiles.Compressed(Path.GetFileName(file.Path)), File.ReadAllBytes(file.Path)));
        Assert.Equal(SmallFiles.All.Select(file => $"/mnist/{file.CompressedName}"), server.Requests.Select(request => request.Path));
        Assert.True(MnistFolder.Exists(_folder.Path));
        Assert.Equal(4, Names().Length);
        Assert.Empty(_notes);
    }

    [Fact]
    public async Task Run_Watched_TellsHowFarTheTransferIs()
    {
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request));

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        TransferProgress transfer = Assert.Single(_transfers);
        Assert.Equal(SmallFiles.FirstName, transfer.FileName);
        Assert.Equal(server.Address, transfer.Mirror);
        Assert.Equal(SmallFiles.FirstBytes.Length, transfer.Done);
        Assert.Equal(SmallFiles.FirstBytes.Length, transfer.Total);
    }

    [Fact]
    public async Task Run_ConnectionCutOff_GoesOnWhereItBrokeOff()
    {
        int count = 0;
        using LoopbackServer server = new(request =>
            Answer.Of(SmallFiles.FirstBytes, request) with { CutAfter = Interlocked.Increment(ref count) == 1 ? Half : null });

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal([null, Half - Overlap], server.Requests.Select(request => request.From));
        Assert.Equal([0, Half], _transfers.Select(transfer => transfer.ResumedFrom));
        Assert.Empty(_notes);
    }

    [Fact]
    public async Task Run_CutOffAgainAndAgain_GivesTheMirrorUpAndKeepsThePart()
    {
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request) with { CutAfter = 10_000 });

        string message = await FailsAsync(server.Address);

        Assert.Equal(new DownloadLimits().Attempts, server.Requests.Length);
        long kept = new FileInfo(PartPath).Length;
        Assert.Equal($"{SmallFiles.FirstName}: the mirror {server.Address} broke off after {kept:N0} bytes; " +
            $"check the connection and try again, which goes on from the {kept:N0} bytes in {PartPath}, or name another mirror with --mirror.", message);
        Assert.Equal(SmallFiles.FirstBytes[..(int)kept], File.ReadAllBytes(PartPath));
        Assert.Equal([$"{SmallFiles.FirstName}.part"], Names());
    }

    [Fact]
    public async Task Run_PartOfAnEarlierDownload_FetchesTheRest()
    {
        File.WriteAllBytes(PartPath, SmallFiles.FirstBytes[..Half]);
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request));

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal([Half - Overlap], server.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task Run_PartThatIsWhole_AsksForNothing()
    {
        File.WriteAllBytes(PartPath, SmallFiles.FirstBytes);
        using LoopbackServer server = new(_ => new Answer(500, []));

        IReadOnlyList<DownloadedFile> files = await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal("fetched by an earlier download", Assert.Single(files).Origin);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Run_PartWithAnotherEnd_StartsAnew()
    {
        File.WriteAllBytes(PartPath, new byte[Half]);
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request));

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal([Half - Overlap, null], server.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task Run_PartWithAnotherStart_IsFoundOutAndStartsAnew()
    {
        byte[] part = SmallFiles.FirstBytes[..Half];
        part[50_000] ^= 1;
        File.WriteAllBytes(PartPath, part);
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request));

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal([Half - Overlap, null], server.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task Run_PartLongerThanTheFile_StartsAnew()
    {
        File.WriteAllBytes(PartPath, new byte[2 * SmallFiles.FirstBytes.Length]);
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request));

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Null(server.Requests[^1].From);
    }

    [Fact]
    public async Task Run_ServerWithoutRanges_StartsAnew()
    {
        File.WriteAllBytes(PartPath, SmallFiles.FirstBytes[..Half]);
        using LoopbackServer server = new(_ => new Answer(200, SmallFiles.FirstBytes));

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal([Half - Overlap], server.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task Run_RangeOtherThanAskedFor_StartsAnew()
    {
        File.WriteAllBytes(PartPath, SmallFiles.FirstBytes[..Half]);
        using LoopbackServer server = new(request => request.From is null
            ? new Answer(200, SmallFiles.FirstBytes)
            : new Answer(206, SmallFiles.FirstBytes) { Headers = [$"Content-Range: bytes 0-{SmallFiles.FirstBytes.Length - 1}/{SmallFiles.FirstBytes.Length}"] });

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
    }

    [Fact]
    public async Task Run_ServerThatSaysNoLength_FetchesAllTheSame()
    {
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request) with { SaysLength = false });

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Null(Assert.Single(_transfers).Total);
    }

    [Fact]
    public async Task Run_WrongFile_IsRefusedAndNothingStays()
    {
        byte[] other = SmallFiles.Compressed(SmallFiles.All[1].CompressedName);
        using LoopbackServer server = new(request => Answer.Of(other, request));

        string message = await FailsAsync(server.Address);

        Assert.Contains($"the mirror {server.Address} has a wrong file there, which holds other bytes than were expected (SHA-256 ", message, StringComparison.Ordinal);
        Assert.Contains($", not {SmallFiles.First[0].Sha256})", message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Run_NotGzip_IsRefused()
    {
        using LoopbackServer server = new(request => Answer.Of("<html>Sign in</html>"u8.ToArray(), request));

        Assert.Contains("has a wrong file there, which is not compressed with gzip;", await FailsAsync(server.Address), StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Run_GzipThatIsDamaged_IsRefused()
    {
        byte[] damaged = [.. SmallFiles.FirstBytes];
        Array.Fill(damaged, (byte)0xFF, 10, 100);
        using LoopbackServer server = new(request => Answer.Of(damaged, request));

        Assert.Contains("which is compressed with gzip and damaged", await FailsAsync(server.Address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_TooLarge_IsRefusedWhetherTheServerSaysSoOrNot(bool saysLength)
    {
        byte[] large = new byte[SmallFiles.First[0].CompressedLimit + 1];
        using LoopbackServer server = new(request => Answer.Of(large, request) with { SaysLength = saysLength });

        string message = await FailsAsync(server.Address);

        Assert.Contains("has a file there that is too large: over 201,024 bytes;", message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Run_TooLargeUncompressed_IsRefused()
    {
        byte[] bomb = TemporaryFolder.Gzip(new byte[10_000_000]);
        Assert.InRange(bomb.Length, 0, SmallFiles.First[0].CompressedLimit);
        using LoopbackServer server = new(request => Answer.Of(bomb, request));

        Assert.Contains("which holds more than the 200,000 bytes that were expected", await FailsAsync(server.Address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "answered 404 (NotFound)")]
    [InlineData(500, "answered 500 (InternalServerError)")]
    [InlineData(206, "answered 206 (PartialContent)")]
    public async Task Run_OtherStatus_SaysFileMirrorStatusAndWhatToDo(int status, string part)
    {
        using LoopbackServer server = new(_ => new Answer(status, []));

        Assert.Equal(
            $"{SmallFiles.FirstName}: the mirror {server.Address} {part}; check the connection and try again or name another mirror with --mirror.",
            await FailsAsync(server.Address));
    }

    [Fact]
    public async Task Run_FirstMirrorFails_TriesTheNextAndStaysWithIt()
    {
        using LoopbackServer bad = new(_ => new Answer(500, []));
        using LoopbackServer good = new(request => Answer.Of(SmallFiles.Compressed(request.File), request));

        await Download(SmallFiles.All, bad.Address, good.Address).RunAsync(CancellationToken.None);

        Assert.True(MnistFolder.Exists(_folder.Path));
        Assert.Single(bad.Requests);
        Assert.Equal(
            $"{SmallFiles.FirstName}: the mirror {bad.Address} answered 500 (InternalServerError); trying the next mirror, {good.Address}",
            Assert.Single(_notes));
    }

    [Fact]
    public async Task Run_FirstMirrorBreaksOff_GoesOnAtTheNext()
    {
        using LoopbackServer bad = new(request => request.From is null
            ? Answer.Of(SmallFiles.FirstBytes, request) with { CutAfter = Half }
            : new Answer(500, []));
        using LoopbackServer good = new(request => Answer.Of(SmallFiles.FirstBytes, request));

        await Download(SmallFiles.First, bad.Address, good.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal([Half - Overlap], good.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task Run_AllMirrorsFail_SaysSoOfTheLastAndPutsNothingInPlace()
    {
        using LoopbackServer first = new(request => request.File == SmallFiles.All[3].CompressedName
            ? new Answer(404, [])
            : Answer.Of(SmallFiles.Compressed(request.File), request));
        using LoopbackServer second = new(_ => new Answer(404, []));
        MnistDownload download = Download(SmallFiles.All, first.Address, second.Address);

        DataException exception = await Assert.ThrowsAsync<DataException>(() => download.RunAsync(CancellationToken.None));

        Assert.Contains($"the mirror {second.Address} answered 404 (NotFound); that was the last of 2 mirrors: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(SmallFiles.All.Take(3).Select(file => $"{file.CompressedName}.part").Order(StringComparer.Ordinal), Names());
    }

    [Fact]
    public async Task Run_NobodyListens_SaysThatTheMirrorCannotBeReached()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();

        Assert.Contains($"the mirror {address} cannot be reached (", await FailsAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RedirectionOnThisMachine_IsFollowed()
    {
        using LoopbackServer server = new(request => request.Path.StartsWith("/mnist/", StringComparison.Ordinal)
            ? Answer.Redirect($"/elsewhere/{request.File}")
            : Answer.Of(SmallFiles.FirstBytes, request));

        await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None);

        AssertFirstIsInPlace();
        Assert.Equal($"/elsewhere/{SmallFiles.FirstName}", server.Requests[^1].Path);
    }

    [Theory]
    [InlineData("http://mirror.invalid/file.gz")]
    [InlineData("https://mirror.invalid/file.gz")]
    [InlineData("ftp://127.0.0.1/file.gz")]
    [InlineData("file:///etc/hostname")]
    public async Task Run_RedirectionToAnotherKindOfAddress_IsNotFollowed(string location)
    {
        using LoopbackServer server = new(_ => Answer.Redirect(location));

        Assert.Contains($"sent the request on from http to {location}, where it is not followed", await FailsAsync(server.Address), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Run_RedirectionInACircle_Ends()
    {
        using LoopbackServer server = new(request => Answer.Redirect(request.Path));

        Assert.Contains("sent the request elsewhere more than 5 times", await FailsAsync(server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ServerThatNeverAnswers_IsGivenUp()
    {
        using LoopbackServer server = new(_ => Answer.Silence);

        Assert.Contains("did not answer within 1 s", await FailsAsync(Impatient, server.Address), StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_ServerThatSendsNextToNothing_IsGivenUpAndThePartIsKept(bool trickles)
    {
        using LoopbackServer server = new(request =>
            Answer.Of(SmallFiles.FirstBytes, request) with { CutAfter = Half, Trickles = trickles, Stalls = true });

        Assert.Contains("sent next to nothing for 10 s", await FailsAsync(FairlyImpatient, server.Address), StringComparison.Ordinal);
        Assert.InRange(new FileInfo(PartPath).Length, Half, SmallFiles.FirstBytes.Length - 1);
    }

    [Fact]
    public async Task Run_Cancelled_LeavesThePartAndNothingThatLooksComplete()
    {
        using CancellationTokenSource source = new();
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request) with { CutAfter = Half, Stalls = true });
        Task<IReadOnlyList<DownloadedFile>> running = Download(SmallFiles.All, server.Address).RunAsync(source.Token);
        await Task.WhenAny(server.Stalled, running);
        while (!running.IsCompleted && _transfers[0].Done < Half)
        {
            // The server has sent so much; the client may still be writing it.
            await Task.Delay(10);
        }

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal([$"{SmallFiles.FirstName}.part"], Names());
        Assert.Equal(SmallFiles.FirstBytes[..Half], File.ReadAllBytes(PartPath));
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-images.idx3-ubyte")]
    [InlineData("train-images-idx3-ubyte.gz")]
    [InlineData("train-images.idx3-ubyte.gz")]
    public async Task Run_RightFileIsThere_IsLeftAlone(string name)
    {
        byte[] content = SmallFiles.Content(SmallFiles.FirstName);
        string path = _folder.Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? TemporaryFolder.Gzip(content) : content);
        using LoopbackServer server = new(_ => new Answer(500, []));

        DownloadedFile file = Assert.Single(await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None));

        Assert.Equal(new DownloadedFile(path, "there already, and right", Replaced: null), file);
        Assert.Empty(server.Requests);
        Assert.Equal([name], Names());
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte", false)]
    [InlineData("train-images.idx3-ubyte", false)]
    [InlineData("train-images-idx3-ubyte.gz", false)]
    [InlineData("train-images.idx3-ubyte.gz", true)]
    public async Task Run_WrongFileIsThere_MakesRoomForTheRightOne(string name, bool stays)
    {
        string path = _folder.Write(name, 1, 2, 3);
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request));

        DownloadedFile file = Assert.Single(await Download(SmallFiles.First, server.Address).RunAsync(CancellationToken.None));

        AssertFirstIsInPlace(stays ? [name] : []);
        Assert.Equal(path, file.Replaced);
    }

    [Fact]
    public async Task Run_WrongFileIsThereAndNoMirrorHasTheRightOne_StaysAsItIs()
    {
        string path = _folder.Write(SmallFiles.FirstName, 1, 2, 3);
        using LoopbackServer server = new(_ => new Answer(404, []));

        await FailsAsync(server.Address);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Run_AnotherDownloadIntoTheFolder_IsRefused()
    {
        using FileStream other = new(PartPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        using LoopbackServer server = new(_ => new Answer(500, []));

        Assert.Contains($"{PartPath}: the download cannot be kept there", await FailsAsync(server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FolderThatIsAFile_IsRefused()
    {
        MnistDownload download = new() { Folder = _folder.Write("file", 1) };

        DataException exception = await Assert.ThrowsAsync<DataException>(() => download.RunAsync(CancellationToken.None));

        Assert.Contains("the folder cannot be made", exception.Message, StringComparison.Ordinal);
    }

    [MnistFact]
    public async Task Run_RealMnist_HasTheSumsThatAreAskedFor()
    {
        using LoopbackServer server = new(request => Answer.Of(File.ReadAllBytes(Path.Combine(MnistFactAttribute.Folder, request.File)), request));

        await Download(MnistFiles.All, server.Address).RunAsync(CancellationToken.None);

        Assert.Equal(60_000, MnistFolder.ReadTraining(_folder.Path).Count);
        Assert.Equal(10_000, MnistFolder.ReadTest(_folder.Path).Count);
    }

    private string PartPath => Path.Combine(_folder.Path, $"{SmallFiles.FirstName}.part");

    private string[] Names() => [.. Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private void AssertFirstIsInPlace(params string[] others)
    {
        Assert.Equal(SmallFiles.FirstBytes, File.ReadAllBytes(Path.Combine(_folder.Path, SmallFiles.FirstName)));
        Assert.Equal([.. others.Append(SmallFiles.FirstName).Order(StringComparer.Ordinal)], Names());
    }

    private Task<string> FailsAsync(params Uri[] mirrors) => FailsAsync(new DownloadLimits(), mirrors);

    private async Task<string> FailsAsync(DownloadLimits limits, params Uri[] mirrors)
    {
        MnistDownload download = Download(limits, SmallFiles.First, mirrors);
        DataException exception = await Assert.ThrowsAsync<DataException>(() => download.RunAsync(CancellationToken.None));
        return exception.Message;
    }

    private MnistDownload Download(IReadOnlyList<DownloadFile> files, params Uri[] mirrors) => Download(new DownloadLimits(), files, mirrors);

    private MnistDownload Download(DownloadLimits limits, IReadOnlyList<DownloadFile> files, Uri[] mirrors)
    {
        return new MnistDownload
        {
            Folder = _folder.Path,
            Mirrors = mirrors,
            Files = files,
            Limits = limits,
            Note = _notes.Add,
            Watch = progress =>
            {
                _transfers.Add(progress);
                return null;
            },
        };
    }
}
