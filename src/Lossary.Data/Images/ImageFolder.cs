namespace Lossary.Data;

/// <summary>Reads pictures that lie in one folder a class: <c>cats/1.pgm, cats/2.pgm, dogs/1.pgm, …</c>.</summary>
/// <remarks>
/// PGM (grey) and PPM (colour), as text or binary, up to 8 bits a value. PNG and JPEG are not read: convert such
/// pictures first, as in <c>magick mogrify -format ppm *.png</c>.
/// </remarks>
public static class ImageFolder
{
    private static readonly string[] Endings = [".pgm", ".ppm", ".pnm"];

    /// <summary>Reads a folder of folders.</summary>
    /// <param name="path">Its folders are the classes, in the order of their names; hidden ones are left out.</param>
    /// <exception cref="DataFileException">
    /// There are no pictures, one cannot be read, or they differ in size or colour.
    /// </exception>
    public static ImageSet Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
        {
            throw new DataFileException(path, "there is no such folder.");
        }

        string[] folders =
        [
            .. Directory.EnumerateDirectories(path)
                .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
                .Order(StringComparer.Ordinal),
        ];
        List<int> classes = [];
        PortableImage? first = null;
        using MemoryStream pixels = new();
        for (int number = 0; number < folders.Length; number++)
        {
            foreach (string file in FilesIn(folders[number]))
            {
                PortableImage image = PortableImage.Read(file);
                first ??= image;
                RequireSame(file, image, first);
                pixels.Write(image.Pixels);
                classes.Add(number);
            }
        }

        return first is null
            ? throw new DataFileException(
                path, "has no pictures; expected a folder for each class with .pgm or .ppm files.")
            : new ImageSet(
                pixels.ToArray(), first.Height, first.Width, first.Channels, [.. classes],
                [.. folders.Select(folder => Path.GetFileName(folder)!)]);
    }

    private static string[] FilesIn(string folder)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder)
                .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files
            : throw new DataFileException(folder, "has no pictures; expected .pgm or .ppm files.");
    }

    private static void RequireSame(string file, PortableImage image, PortableImage first)
    {
        if ((image.Width, image.Height, image.Channels) != (first.Width, first.Height, first.Channels))
        {
            throw new DataFileException(
                file,
                $"is {image.Width} x {image.Height} with {image.Channels} channels; "
                + $"the first picture is {first.Width} x {first.Height} with {first.Channels}.");
        }
    }
}
