using System.Buffers.Binary;
using System.IO.Compression;
using Lossary.Data;

namespace Lossary.Cli;

/// <summary>Finds an object in the files in which R's packages keep their data.</summary>
internal static class RDataFile
{
    /// <summary>Whether the file is compressed by xz, and must be decompressed before it is read.</summary>
    public static bool IsXz(string path)
    {
        Span<byte> start = stackalloc byte[6];
        using FileStream file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]);
    }

    /// <summary>Reads an object of a file that R's <c>save</c> has written, or of the database of a package.</summary>
    /// <param name="path">The file, or the database's index (.rdx); plain or compressed by gzip.</param>
    /// <param name="name">The object's name.</param>
    /// <exception cref="DataFileException">The file is damaged, or has no such object.</exception>
    public static RValue Read(string path, string name)
    {
        RValue saved = Read(path, File.ReadAllBytes(path));
        RValue? found = Path.GetExtension(path) == ".rdx"
            ? saved.Element("variables")?.Element(name) is RValue place ? ReadFromDatabase(path, place) : null
            : saved.Element(name);
        return found ?? throw new DataFileException(path, $"has no object '{name}'.");
    }

    /// <summary>
    /// The index says at which byte of the database (.rdb) an object begins and how many it has: four for its length,
    /// and a zlib stream.
    /// </summary>
    private static RValue ReadFromDatabase(string index, RValue place)
    {
        string database = Path.ChangeExtension(index, ".rdb");
        byte[] content = File.ReadAllBytes(database);
        if (place.Content is not int[] { Length: 2 } range || range[0] < 0 || range[1] < 4
            || range[1] > content.Length - range[0])
        {
            throw new DataFileException(database, "is cut off, or damaged.");
        }

        Span<byte> entry = content.AsSpan(range[0], range[1]);
        byte[] value = Decompress(
            database, entry[4..].ToArray(), stream => new ZLibStream(stream, CompressionMode.Decompress));
        return value.Length == BinaryPrimitives.ReadInt32BigEndian(entry)
            ? RSerialization.Read(database, value)
            : throw new DataFileException(database, "is cut off, or damaged.");
    }

    private static RValue Read(string path, byte[] content)
    {
        bool isGzip = content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
        return RSerialization.Read(
            path,
            isGzip
                ? Decompress(path, content, stream => new GZipStream(stream, CompressionMode.Decompress))
                : content);
    }

    private static byte[] Decompress(string path, byte[] content, Func<Stream, Stream> decompressor)
    {
        try
        {
            using Stream stream = decompressor(new MemoryStream(content));
            using MemoryStream whole = new();
            stream.CopyTo(whole);
            return whole.ToArray();
        }
        catch (InvalidDataException damage)
        {
            throw new DataFileException(path, "is damaged: it cannot be decompressed.", inner: damage);
        }
    }
}
