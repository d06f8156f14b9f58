using System.Security.Cryptography;

namespace Lossary.Data.Tests;

public sealed class DataPackageTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_file_as_published_passes_and_another_is_told_by_length_or_checksum()
    {
        // SHA-256 of "abc": FIPS 180-2, appendix B.1.
        DataPackageFile file = new("f", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

        file.Verify(_scratch.Write("good", "abc"));
        DataFileException shorter = Tables.Refusal(() => file.Verify(_scratch.Write("shorter", "ab")));
        DataFileException other = Tables.Refusal(() => file.Verify(_scratch.Write("other", "abd")));
        DataFileException absent = Tables.Refusal(() => file.Verify(Path.Combine(_scratch.Folder, "none")));

        Assert.Equal("is damaged: it has 2 bytes, published were 3.", shorter.Reason);
        Assert.Contains("published was ba7816bf", other.Reason, StringComparison.Ordinal);
        Assert.Equal("there is no such file.", absent.Reason);
    }

    [Fact]
    public void A_named_folder_is_the_only_one_looked_into()
    {
        DataPackage package = Package();
        string folder = Path.Combine(_scratch.Folder, "mine");

        DataFileException refusal = Tables.Refusal(() => DataFolders.Find(package, folder));
        Assert.StartsWith(
            $"small: not found in {folder}; 'lossary data get small'", refusal.Message, StringComparison.Ordinal);

        _scratch.Write("mine/f", "abc");
        Assert.Equal(folder, DataFolders.Find(package, folder));
    }

    [Fact]
    public void Without_one_the_message_names_every_folder_and_the_variable()
    {
        string message = Tables.Refusal(() => DataFolders.Find(Package())).Message;

        Assert.Contains(Path.Combine("lossary", "data", "small"), message, StringComparison.Ordinal);
        Assert.Contains("/usr/share/datasets", message, StringComparison.Ordinal);
        Assert.Contains("LOSSARY_DATA", message, StringComparison.Ordinal);
        Assert.Contains("package dataset-small", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_of_R_must_be_fetched_and_is_found_with_either_hyphen()
    {
        string message = Tables.Refusal(() => DataFolders.Find(DataPackages.DoctorVisits, _scratch.Folder)).Message;

        Assert.Contains("'lossary data get doctor-visits' fetches it, or set", message, StringComparison.Ordinal);
        Assert.Same(DataPackages.StarsOfCygnus, DataPackages.Find("Stars_CYG"));
        Assert.Null(DataPackages.Find("stars"));
    }

    [Fact]
    public void Fashion_MNIST_is_read_where_it_is_installed()
    {
        if (DataFolders.TryFind(FashionMnist.Package) is not string folder)
        {
            Assert.Equal("fashion-mnist", Tables.Refusal(() => FashionMnist.ReadTest()).File);
            return;
        }

        FashionMnist.Package.Verify(folder);
        ImageSet set = FashionMnist.ReadTest();

        // The data set's own description: 10,000 pictures, 1,000 of each class; the first is an ankle boot.
        Assert.Equal((10_000, 28, 28), (set.Count, set.Height, set.Width));
        Assert.All(set.Classes.CountBy(number => number), pair => Assert.Equal(1000, pair.Value));
        Assert.Equal("ankle boot", set.ClassNames[set.Classes[0]]);
    }

    private static DataPackage Package() => new()
    {
        Name = "small",
        Title = "three letters",
        Licence = "MIT",
        Kind = "table",
        DebianPackage = "dataset-small",
        Files = [new("f", 3, Convert.ToHexStringLower(SHA256.HashData("abc"u8)))],
    };
}
