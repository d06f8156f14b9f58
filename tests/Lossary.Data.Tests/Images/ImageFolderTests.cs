namespace Lossary.Data.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Folders_are_classes_by_name_and_pictures_are_read_in_order()
    {
        _scratch.Write("dogs/b.pgm", "P2 # a comment\n2 1\n# another\n255\n7 8\n");
        _scratch.Write("cats/2.pgm", [.. "P5 2 1 255\n"u8, 3, 4]);
        _scratch.Write("cats/1.PGM", [.. "P5\n2 1\n255\n"u8, 1, 2]);
        _scratch.Write("cats/notes.txt", "left out");
        _scratch.Write("readme.txt", "left out");

        ImageSet set = ImageFolder.Read(_scratch.Folder);

        Assert.Equal(["cats", "dogs"], set.ClassNames);
        Assert.Equal([0, 0, 1], set.Classes);
        Assert.Equal([1, 2, 3, 4, 7, 8], set.Pixels);
        Assert.Equal((1, 2, 1), (set.Height, set.Width, set.Channels));
    }

    [Fact]
    public void Colours_stand_last_and_a_smaller_largest_value_is_stretched()
    {
        _scratch.Write("a/text.ppm", "P3 1 1 15 0 5 15");
        _scratch.Write("b/binary.ppm", [.. "P6 1 1 255\n"u8, 9, 8, 7]);

        ImageSet set = ImageFolder.Read(_scratch.Folder);

        Assert.Equal(3, set.Channels);
        Assert.Equal([0, 85, 255, 9, 8, 7], set.Pixels);
    }

    [Theory]
    [InlineData("GIF89a", "is no PGM or PPM: it does not start with P2, P3, P5 or P6.")]
    [InlineData("", "is no PGM or PPM: it does not start with P2, P3, P5 or P6.")]
    [InlineData("P5 3 2 255\nabc", "is cut off: 3 x 2 x 1 values need 6 bytes, it has 3.")]
    [InlineData("P5 three 2 255\n", "at byte 3: its width must be a number from 1 to 65536.")]
    [InlineData("P5 2 2 65535\n", "at byte 7: its largest value must be a number from 1 to 255.")]
    [InlineData("P2 2 1 9 1 10", "at byte 11: a value must be a number from 0 to 9.")]
    public void A_damaged_picture_says_where_and_what_was_expected(string content, string reason)
    {
        string path = _scratch.Write("a/picture.pgm", content);

        DataFileException refusal = Tables.Refusal(() => ImageFolder.Read(_scratch.Folder));

        Assert.Equal((path, reason), (refusal.File, refusal.Reason));
    }

    [Fact]
    public void Pictures_of_two_sizes_are_refused_with_both()
    {
        _scratch.Write("a/1.pgm", "P2 1 1 255 1");
        _scratch.Write("a/2.pgm", "P2 2 1 255 1 2");

        DataFileException refusal = Tables.Refusal(() => ImageFolder.Read(_scratch.Folder));

        Assert.Equal("is 2 x 1 with 1 channels; the first picture is 1 x 1 with 1.", refusal.Reason);
    }

    [Fact]
    public void A_folder_without_pictures_is_refused()
    {
        Assert.Equal(
            "has no pictures; expected a folder for each class with .pgm or .ppm files.",
            Tables.Refusal(() => ImageFolder.Read(_scratch.Folder)).Reason);
        Assert.Equal(
            "there is no such folder.",
            Tables.Refusal(() => ImageFolder.Read(Path.Combine(_scratch.Folder, "none"))).Reason);
    }
}
