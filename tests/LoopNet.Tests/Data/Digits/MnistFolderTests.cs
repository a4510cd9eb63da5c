using System.Buffers.Binary;
using System.IO.Compression;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class MnistFolderTests : IDisposable
{
    private const string ImageName = "train-images-idx3-ubyte";
    private const string LabelName = "train-labels-idx1-ubyte";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train-images-idx3-ubyte", "train-labels-idx1-ubyte", false)]
    [InlineData("train-images.idx3-ubyte", "train-labels.idx1-ubyte", false)]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", true)]
    [InlineData("train-images.idx3-ubyte.gz", "train-labels.idx1-ubyte.gz", true)]
    [InlineData("train-images-idx3-ubyte", "train-labels-idx1-ubyte", true)]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", false)]
    public void ReadTraining_UnderEachUsualName_ReadsRawAndGzip(string imageName, string labelName, bool gzip)
    {
        byte[] images = Images(2);
        byte[] labels = Labels(7, 3);
        _folder.Write(imageName, gzip ? TemporaryFolder.Gzip(images) : images);
        _folder.Write(labelName, gzip ? TemporaryFolder.Gzip(labels) : labels);

        DigitSet digits = MnistFolder.ReadTraining(_folder.Path);

        Assert.Equal("IDX training digits", digits.Name);
        Assert.Equal(2, digits.Count);
        Assert.Equal(7, digits.Label(0));
        Assert.Equal(3, digits.Label(1));
        Assert.Equal(images[16..800], digits.Pixels(0).ToArray());
        Assert.Equal(images[800..1584], digits.Pixels(1).ToArray());
    }

    [Fact]
    public void ReadTest_FilesOfTheTestSet_ReadsThem()
    {
        _folder.Write("t10k-images-idx3-ubyte", Images(1));
        _folder.Write("t10k-labels-idx1-ubyte", Labels(9));

        DigitSet digits = MnistFolder.ReadTest(_folder.Path);

        Assert.Equal("MNIST test digits", digits.Name);
        Assert.Equal(9, digits.Label(0));
    }

    [Fact]
    public void ReadTraining_MoreThanOneBufferOfGzip_ReadsToTheEnd()
    {
        byte[] images = Images(3000);
        _folder.Write(ImageName, TemporaryFolder.Gzip(images));
        _folder.Write(LabelName, Labels(new byte[3000]));

        DigitSet digits = MnistFolder.ReadTraining(_folder.Path);

        Assert.Equal(images[^784..], digits.Pixels(2999).ToArray());
    }

    [Fact]
    public void Exists_FourFiles_IsTrueAndFalseWithoutAnyOfThem()
    {
        string[] names = ["train-images-idx3-ubyte.gz", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte.gz", "t10k-labels-idx1-ubyte"];
        foreach (string name in names)
        {
            _folder.Write(name);
        }

        Assert.True(MnistFolder.Exists(_folder.Path));

        foreach (string name in names)
        {
            File.Delete(Path.Combine(_folder.Path, name));
            Assert.False(MnistFolder.Exists(_folder.Path));
            _folder.Write(name);
        }

        Assert.False(MnistFolder.Exists(Path.Combine(_folder.Path, "nowhere")));
    }

    [Fact]
    public void ReadTraining_NoSuchFolder_NamesTheFolder()
    {
        string nowhere = Path.Combine(_folder.Path, "nowhere");

        DataException e = Assert.Throws<DataException>(() => MnistFolder.ReadTraining(nowhere));

        Assert.Contains($"no folder {nowhere} to read the MNIST training digits from", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadTraining_FileMissing_ListsTheNamesLookedFor()
    {
        _folder.Write(ImageName, Images(1));

        Fails(
            $"The labels of the MNIST training digits are not in the folder {_folder.Path}",
            "train-labels-idx1-ubyte, train-labels.idx1-ubyte, train-labels-idx1-ubyte.gz, train-labels.idx1-ubyte.gz");
    }

    [Fact]
    public void ReadTraining_FileIsADirectory_IsMissing()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, ImageName));

        Fails("The images of the MNIST training digits are not in the folder");
    }

    [Fact]
    public void ReadTraining_FileIsLocked_SaysThatItCannotBeRead()
    {
        string path = _folder.Write(ImageName, Images(1));
        _folder.Write(LabelName, Labels(1));
        using FileStream exclusive = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Fails(path, "cannot be read", "check the file and the right to read it");
    }

    [Fact]
    public void ReadTraining_NoIdxFile_GivesBothMagicNumbers()
    {
        byte[] images = Images(1);
        "four"u8.CopyTo(images);
        string path = Plant(images, Labels(1));

        Fails(path, "starts with the magic number 0x666F7572, not with 0x00000803, that of an IDX file of images");
    }

    [Fact]
    public void ReadTraining_NamedGzipButIsNot_SaysThatItIsNeither()
    {
        string path = _folder.Write(ImageName + ".gz", "404: it is not there"u8.ToArray());
        _folder.Write(LabelName, Labels(1));

        Fails(path, "magic number 0x3430343A", "neither with gzip's 1F 8B");
    }

    [Fact]
    public void ReadTraining_LabelsInPlaceOfImages_GivesTheDimensions()
    {
        string path = Plant(Labels(1), Labels(1));

        Fails(path, "has 1 dimension(s) (magic number 0x00000801), but images (3 dimensions) were expected (0x00000803)", "swapped");
    }

    [Fact]
    public void ReadTraining_Images32By20_GivesTheSize()
    {
        string path = Plant(Header(0x803, 1, 32, 20), Labels(1));

        Fails(path, "images of 32 x 20 pixels, but 28 x 28 were expected");
    }

    [Fact]
    public void ReadTraining_MoreImagesThanLabels_GivesBothCounts()
    {
        string path = Plant(Images(3), Labels(1, 2));

        Fails($"{path} holds 3 images, but", $"{LabelName} holds 2 labels", "same set");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadTraining_ImagesCutShort_GivesPromisedAndFound(bool gzip)
    {
        byte[] images = Images(2)[..^10];
        string path = Plant(gzip ? TemporaryFolder.Gzip(images) : images, Labels(1, 2));

        Fails(path, "cut short: its header promises 1568 bytes of data, but there are 1558");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadTraining_BytesAfterTheLastImage_SaysThatMoreFollow(bool gzip)
    {
        byte[] images = [.. Images(2), 0];
        string path = Plant(gzip ? TemporaryFolder.Gzip(images) : images, Labels(1, 2));

        Fails(path, "too long: its header promises 1568 bytes of data, but more follow");
    }

    [Theory]
    [InlineData(3, "ends after 3 bytes, within the magic number")]
    [InlineData(9, "its header should have 16 bytes, but the file ends after 9")]
    public void ReadTraining_HeaderCutShort_SaysWhere(int length, string part)
    {
        string path = Plant(Images(1)[..length], Labels(1));

        Fails(path, part);
    }

    [Fact]
    public void ReadTraining_EmptyFile_SaysSo()
    {
        string path = Plant([], Labels(1));

        Fails($"{path} is empty", "IDX file of images");
    }

    [Fact]
    public void ReadTraining_NoLabels_SaysSo()
    {
        Plant(Images(1), Labels());

        Fails(LabelName, "holds 0 labels, but at least 1 was expected");
    }

    [Fact]
    public void ReadTraining_NoImages_SaysSo()
    {
        string path = Plant(Images(0), Labels(1));

        Fails($"{path} holds 0 images");
    }

    [Fact]
    public void ReadTraining_LabelOver9_GivesItsPlace()
    {
        Plant(Images(3), Labels(1, 2, 10));

        Fails(LabelName, "gives image 2 (counted from 0) the label 10, but a label is 0 to 9");
    }

    [Fact]
    public void ReadTraining_DamagedGzip_SaysSo()
    {
        byte[] images = TemporaryFolder.Gzip(Images(2));
        images[10] = 0xFF;
        string path = Plant(images, Labels(1, 2));

        Fails($"{path} is compressed with gzip and damaged");
    }

    [Fact]
    public void ReadTraining_WrongChecksumInGzip_SaysThatItIsDamaged()
    {
        byte[] images = TemporaryFolder.Gzip(Images(2));
        images[^8] ^= 1;
        string path = Plant(images, Labels(1, 2));

        Fails($"{path} is compressed with gzip and damaged");
    }

    [Fact]
    public void ReadTraining_GzipCutShort_SaysSo()
    {
        byte[] images = TemporaryFolder.Gzip(Images(2));
        string path = Plant(images[..(images.Length / 2)], Labels(1, 2));

        Fails($"{path} is cut short: its header promises 1568 bytes of data");
    }

    [Fact]
    public void ReadTraining_HeaderPromises2To31Images_AllocatesNothingOfThatSize()
    {
        string path = Plant(Header(0x803, 0x80000000, 28, 28), Labels(1));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Fails($"{path} promises 2147483648 images, but 1000000 at most were expected");
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Fact]
    public void ReadTraining_HeaderPromises900000Labels_AllocatesAsItReads()
    {
        Plant(Images(1), Header(0x801, 900_000));

        Fails(LabelName, "promises 900000 bytes of data, but there are 0");
    }

    [Fact]
    public void ReadTraining_GzipBomb_IsReadNoFurtherThanItsHeaderPromises()
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Images(1));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++)
            {
                gzip.Write(zeros);
            }
        }

        string path = Plant(compressed.ToArray(), Labels(1));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Fails($"{path} is too long: its header promises 784 bytes");
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 1_000_000);
    }

    [MnistFact]
    public void ReadTraining_RealMnist_Has60000DigitsOfKnownClasses()
    {
        DigitSet digits = MnistFolder.ReadTraining(MnistFactAttribute.Folder);

        Assert.Equal(60_000, digits.Count);
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], digits.CountPerClass());
    }

    [MnistFact]
    public void ReadTest_RealMnist_Has10000DigitsOfKnownClasses()
    {
        DigitSet digits = MnistFolder.ReadTest(MnistFactAttribute.Folder);

        Assert.Equal(10_000, digits.Count);
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], digits.CountPerClass());
    }

    private string Plant(byte[] images, byte[] labels)
    {
        _folder.Write(LabelName, labels);
        return _folder.Write(ImageName, images);
    }

    private void Fails(params string[] parts)
    {
        DataException e = Assert.Throws<DataException>(() => MnistFolder.ReadTraining(_folder.Path));
        foreach (string part in parts)
        {
            Assert.Contains(part, e.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Header(uint magic, params uint[] sizes)
    {
        byte[] header = new byte[4 + (4 * sizes.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(header, magic);
        for (int d = 0; d < sizes.Length; d++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + (4 * d)), sizes[d]);
        }

        return header;
    }

    private static byte[] Labels(params byte[] labels) => [.. Header(0x801, (uint)labels.Length), .. labels];

    private static byte[] Images(int count)
    {
        SeededRandom random = new(1, "pixels");
        byte[] pixels = new byte[count * DigitSet.PixelCount];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)random.NextIndex(256);
        }

        return [.. Header(0x803, (uint)count, 28, 28), .. pixels];
    }
}
