using System.IO.Compression;

namespace Lossary.Data.Tests;

public sealed class IdxFileTests : IDisposable
{
    private static readonly string[] Names = ["square", "circle"];

    // Two pictures of 2 rows and 3 columns, by the format's description: magic, dimensions, values.
    private static readonly byte[] Images =
        [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 255];

    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 1, 0];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_and_classes_are_read_plain_or_zipped(bool isZipped)
    {
        ImageSet set = IdxFile.Read(
            _scratch.Write("images", isZipped ? Zip(Images) : Images),
            _scratch.Write("labels", isZipped ? Zip(Labels) : Labels),
            Names);

        Assert.Equal((2, 2, 3, 1), (set.Count, set.Height, set.Width, set.Channels));
        Assert.Equal([1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 255], set.Pixels);
        Assert.Equal([1, 0], set.Classes);
        Assert.Equal(1f, set.ToFeatures()[^1]);
        Assert.Equal([1, 2, 3, 4, 5, 6], set.Take(1).Pixels);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        DataFileException refusal = Tables.Refusal(
            () => IdxFile.Read(Path.Combine(_scratch.Folder, "none"), "labels", Names));

        Assert.EndsWith("none: there is no such file.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_in_the_place_of_images_are_told_by_their_magic_number()
    {
        string labels = _scratch.Write("labels", Labels);

        DataFileException refusal = Tables.Refusal(() => IdxFile.Read(labels, labels, Names));

        Assert.Equal(
            "starts with 0x00000801; a file of images [n, rows, columns] starts with 0x00000803.", refusal.Reason);
    }

    [Theory]
    [InlineData(0, "ends after 0 bytes; a file of images [n, rows, columns] has a head of 16.")]
    [InlineData(9, "ends after 9 bytes; a file of images [n, rows, columns] has a head of 16.")]
    [InlineData(20, "is cut off: its head promises 2 x 2 x 3 = 12 bytes, it has 4.")]
    public void A_file_that_is_cut_off_says_what_is_missing(int length, string reason)
    {
        Assert.Equal(reason, RefusalOf(Images[..length]).Reason);
    }

    [Fact]
    public void A_file_that_goes_on_is_refused() => Assert.Equal(
        "is too long: its head promises 2 x 2 x 3 = 12 bytes, but more follow.", RefusalOf([.. Images, 7]).Reason);

    [Fact]
    public void A_head_that_promises_more_than_there_could_be_needs_no_memory_for_it()
    {
        byte[] images = [.. Images];
        images.AsSpan(4, 12).Fill(0x7F);

        Assert.Contains("is cut off", RefusalOf(images).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0xFF, "4278190082")]
    public void A_dimension_that_cannot_be_is_refused(byte highest, string said)
    {
        byte[] images = [.. Images];
        images[4] = highest;
        images[7] = highest == 0 ? (byte)0 : (byte)2;

        Assert.Contains(
            $"dimension 1 of its images [n, rows, columns] is {said};",
            RefusalOf(images).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Zipped_data_that_is_cut_off_or_damaged_is_refused()
    {
        byte[] zipped = Zip(Images);
        byte[] damaged = [.. zipped];
        damaged[12] ^= 0xFF;

        Assert.Matches("is cut off|is damaged|ends after", RefusalOf(zipped[..^12]).Reason);
        Assert.Matches("is cut off|is damaged|ends after|starts with", RefusalOf(damaged).Reason);
    }

    [Fact]
    public void Another_number_of_labels_than_images_is_refused()
    {
        byte[] labels = [0, 0, 8, 1, 0, 0, 0, 3, 1, 0, 1];

        DataFileException refusal = Tables.Refusal(() => IdxFile.Read(
            _scratch.Write("images", Images), _scratch.Write("labels", labels), Names));

        Assert.Equal("has 3 labels; images has 2 images.", refusal.Reason);
    }

    [Fact]
    public void A_label_without_a_class_is_refused()
    {
        byte[] labels = [0, 0, 8, 1, 0, 0, 0, 2, 1, 9];

        DataFileException refusal = Tables.Refusal(() => IdxFile.Read(
            _scratch.Write("images", Images), _scratch.Write("labels", labels), Names));

        Assert.Equal("label 2 is 9; the 2 classes are 0 to 1.", refusal.Reason);
    }

    private DataFileException RefusalOf(byte[] images) => Tables.Refusal(() => IdxFile.Read(
        _scratch.Write("images", images), _scratch.Write("labels", Labels), Names));

    private static byte[] Zip(byte[] content)
    {
        using MemoryStream zipped = new();
        using (GZipStream zip = new(zipped, CompressionLevel.Optimal))
        {
            zip.Write(content);
        }

        return zipped.ToArray();
    }
}
