using System.IO.Compression;
using Lossary.Data;

namespace Lossary.Cli.Tests;

public sealed class RDataFileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_frame_that_was_saved_is_written_as_R_writes_it()
    {
        Assert.Equal(SmallFrame.Csv, Csv(Write("two.rda", SmallFrame.Version2)));
        Assert.Equal(SmallFrame.Csv, Csv(Write("three.rda", SmallFrame.Version3)));
    }

    [Fact]
    public void A_frame_is_found_in_the_database_of_a_package()
    {
        Write("small.rdb", SmallFrame.Objects);

        Assert.Equal(SmallFrame.Csv, Csv(Write("small.rdx", SmallFrame.Index)));
    }

    [Fact]
    public void What_is_no_frame_or_not_there_is_refused_with_its_name()
    {
        string path = Write("two.rda", SmallFrame.Version2);

        DataFileException absent = Assert.Throws<DataFileException>(() => RDataFile.Read(path, "big"));
        DataFileException numbers = Assert.Throws<DataFileException>(
            () => RDataFrame.ToCsv("other", RDataFile.Read(path, "other")));

        Assert.Equal("has no object 'big'.", absent.Reason);
        Assert.Equal("other: is no data frame.", numbers.Message);
    }

    [Fact]
    public void A_damaged_file_is_told_wherever_it_is_cut_off()
    {
        byte[] whole = Decompressed(SmallFrame.Version3);
        for (int length = 0; length < whole.Length; length++)
        {
            string path = Write("cut.rda", whole[..length]);
            Assert.Throws<DataFileException>(() => RDataFile.Read(path, "small"));
        }

        string halfCompressed = Write("half.rda", SmallFrame.Version3[..150]);
        Assert.Throws<DataFileException>(() => RDataFile.Read(halfCompressed, "small"));
    }

    [Fact]
    public void A_file_of_xz_is_known_by_its_first_bytes()
    {
        Assert.True(RDataFile.IsXz(Write("a", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00])));
        Assert.False(RDataFile.IsXz(Write("b", SmallFrame.Version2)));
        Assert.False(RDataFile.IsXz(Write("c", [0xFD])));
    }

    private static string Csv(string path) => RDataFrame.ToCsv("small", RDataFile.Read(path, "small"));

    private static byte[] Decompressed(byte[] content)
    {
        using GZipStream stream = new(new MemoryStream(content), CompressionMode.Decompress);
        using MemoryStream whole = new();
        stream.CopyTo(whole);
        return whole.ToArray();
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(_scratch.At(name), content);
        return _scratch.At(name);
    }
}
