using System.Security.Cryptography;

namespace Lossary.Data;

/// <summary>A file of a data set as it was published.</summary>
/// <param name="Name">Its name without folder.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record DataPackageFile(string Name, long Length, string Sha256)
{
    /// <summary>Compares a file with this one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">It is absent, or holds something else.</exception>
    public void Verify(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataFileException(path, "there is no such file.");
        }

        using FileStream content = File.OpenRead(path);
        if (content.Length != Length)
        {
            throw new DataFileException(path, $"is damaged: it has {content.Length} bytes, published were {Length}.");
        }

        string found = Convert.ToHexStringLower(SHA256.HashData(content));
        if (found != Sha256)
        {
            throw new DataFileException(path, $"is damaged: its SHA-256 is {found}, published was {Sha256}.");
        }
    }
}
