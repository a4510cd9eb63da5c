namespace LoopNet.Data;

/// <summary>Where one file of a download belongs, and what is there now.</summary>
/// <param name="folder">The folder.</param>
/// <param name="file">The file.</param>
internal sealed class DownloadPlace(string folder, DownloadFile file)
{
    private readonly string[] _readBefore =
        [.. MnistFolder.Spellings(file.Name).TakeWhile(name => name != file.CompressedName).Select(name => Path.Combine(folder, name))];

    /// <summary>Where the file is put.</summary>
    public string FilePath { get; } = Path.Combine(folder, file.CompressedName);

    /// <summary>What has come of it, until it is put in place.</summary>
    public string PartPath => $"{FilePath}.part";

    /// <summary>The file that is read as this one now, under whichever of its names; null where there is none.</summary>
    public string? Existing()
    {
        return MnistFolder.Spellings(file.Name).Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>Puts the part in place. Wrong files that would be read in its stead make room.</summary>
    /// <exception cref="DataException">The folder cannot be changed.</exception>
    public void PutPartInPlace()
    {
        try
        {
            File.Move(PartPath, FilePath, overwrite: true);
            foreach (string path in _readBefore)
            {
                File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{FilePath}: the verified file cannot be put in place ({exception.Message.TrimEnd('.')}): check the right to write.", exception);
        }
    }
}
