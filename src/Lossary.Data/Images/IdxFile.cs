using System.Buffers.Binary;
using System.IO.Compression;

namespace Lossary.Data;

/// <summary>Reads IDX files, the format of MNIST and its relatives: arrays of bytes, plain or gzipped.</summary>
/// <remarks>
/// A file starts with two zero bytes, the type of its elements (8 for unsigned bytes, the only one read here), the
/// number of dimensions, and each dimension as four bytes, the highest first. Format: Y. LeCun, C. Cortes, "The MNIST
/// database".
/// </remarks>
public static class IdxFile
{
    private const int ImageMagic = 0x803;
    private const int LabelMagic = 0x801;

    /// <summary>Reads pictures and the classes they belong to.</summary>
    /// <param name="imagePath">A file of shape <c>[n, rows, columns]</c>.</param>
    /// <param name="labelPath">A file of shape <c>[n]</c>.</param>
    /// <param name="classNames">What the labels 0, 1, 2, … stand for.</param>
    /// <exception cref="DataFileException">A file is absent or damaged, or the two do not belong together.</exception>
    public static ImageSet Read(string imagePath, string labelPath, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        (int[] shape, byte[] pixels) = Read(imagePath, ImageMagic, "images [n, rows, columns]");
        (_, byte[] labels) = Read(labelPath, LabelMagic, "labels [n]");
        if (labels.Length != shape[0])
        {
            throw new DataFileException(
                labelPath, $"has {labels.Length} labels; {Path.GetFileName(imagePath)} has {shape[0]} images.");
        }

        int wrong = Array.FindIndex(labels, label => label >= classNames.Count);
        return wrong < 0
            ? new ImageSet(pixels, shape[1], shape[2], 1, Array.ConvertAll(labels, label => (int)label), classNames)
            : throw new DataFileException(
                labelPath,
                $"label {wrong + 1} is {labels[wrong]}; "
                + $"the {classNames.Count} classes are 0 to {classNames.Count - 1}.");
    }

    private static (int[] Shape, byte[] Values) Read(string path, int magic, string expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            bool isZipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream content = isZipped ? new GZipStream(file, CompressionMode.Decompress) : file;
            int[] shape = ReadShape(path, content, magic, expected);
            return (shape, ReadValues(path, content, shape));
        }
        catch (InvalidDataException damage)
        {
            throw new DataFileException(
                path, $"is damaged: its gzip data cannot be unpacked; expected {expected}.", inner: damage);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = exception is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file."
                : exception.Message;
            throw new DataFileException(path, reason, inner: exception);
        }
    }

    private static int[] ReadShape(string path, Stream content, int magic, string expected)
    {
        byte[] head = new byte[4 + (4 * (magic & 0xFF))];
        int read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        int found = read < 4 ? 0 : BinaryPrimitives.ReadInt32BigEndian(head);
        if (read >= 4 && found != magic)
        {
            throw new DataFileException(
                path, $"starts with 0x{found:X8}; a file of {expected} starts with 0x{magic:X8}.");
        }

        if (read < head.Length)
        {
            throw new DataFileException(
                path, $"ends after {read} bytes; a file of {expected} has a head of {head.Length}.");
        }

        int[] shape = new int[magic & 0xFF];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4 + (4 * i)));
            if (shape[i] <= 0)
            {
                throw new DataFileException(
                    path,
                    $"says that dimension {i + 1} of its {expected} is {(uint)shape[i]}; expected 1 to "
                        + $"{int.MaxValue}.");
            }
        }

        return shape;
    }

    // The head of a damaged file may promise anything: memory grows with what is read, not with what is promised.
    private static byte[] ReadValues(string path, Stream content, int[] shape)
    {
        Int128 needed = 1;
        foreach (int length in shape)
        {
            needed *= length;
        }

        using MemoryStream values = new();
        byte[] buffer = new byte[1 << 16];
        int read;
        while (values.Length <= needed && (read = content.Read(buffer)) > 0)
        {
            values.Write(buffer, 0, read);
        }

        string promised = $"its head promises {string.Join(" x ", shape)} = {needed} bytes";
        return values.Length == needed
            ? values.ToArray()
            : throw new DataFileException(
                path,
                values.Length < needed
                    ? $"is cut off: {promised}, it has {values.Length}."
                    : $"is too long: {promised}, but more follow.");
    }
}
