namespace Lossary.Cli.Tests;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch() => Folder = Directory.CreateTempSubdirectory("lossary-").FullName;

    public string Folder { get; }

    public IEnumerable<string> Entries =>
        Directory.EnumerateFileSystemEntries(Folder).Select(entry => Path.GetFileName(entry)!);

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public string Write(string name, params string[] lines) => Write(name, string.Join('\n', lines) + "\n");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
