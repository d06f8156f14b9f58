namespace Lossary.Data;

/// <summary>A data set that does not come with the program: its files, and where they can be had.</summary>
public sealed record DataPackage
{
    /// <summary>What it is asked for by, and the name of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The licence of the package that carries it.</summary>
    public required string Licence { get; init; }

    /// <summary>What its files hold: "images" or "table".</summary>
    public required string Kind { get; init; }

    /// <summary>The package of Debian that carries it.</summary>
    public required string DebianPackage { get; init; }

    /// <summary>
    /// The file of the package that holds it as an object of R, such as <c>usr/lib/R/…/Name.rda</c>; null where the
    /// package has the files as they are, in /usr/share/datasets.
    /// </summary>
    public string? RFile { get; init; }

    /// <summary>The object's name in <see cref="RFile"/>; a data frame, that becomes the one file of the set.</summary>
    public string? RObject { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<DataPackageFile> Files { get; init; }

    /// <summary>Whether a folder has all of its files, whatever they hold.</summary>
    /// <param name="folder">The folder that would hold them.</param>
    public bool IsIn(string folder) => Files.All(file => File.Exists(Path.Combine(folder, file.Name)));

    /// <summary>Compares the files with their checksums.</summary>
    /// <param name="folder">The folder that holds them.</param>
    /// <exception cref="DataFileException">A file is absent, or is not the one that was published.</exception>
    public void Verify(string folder)
    {
        foreach (DataPackageFile file in Files)
        {
            file.Verify(Path.Combine(folder, file.Name));
        }
    }
}
