namespace Lossary.Data;

/// <summary>
/// Fashion-MNIST: 60,000 + 10,000 grey pictures of clothes, 28 x 28, in ten classes.
/// </summary>
/// <remarks>
/// H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms",
/// arXiv:1708.07747; MIT licence. It is looked for as <see cref="DataFolders"/> says.
/// </remarks>
public static class FashionMnist
{
    /// <summary>The classes by their numbers.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
    [
        "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot",
    ];

    /// <summary>What the set is made of, and where it can be had.</summary>
    public static DataPackage Package { get; } = new()
    {
        Name = "fashion-mnist",
        Title = "70,000 pictures of clothes, 28 x 28, ten classes",
        Licence = "MIT",
        Kind = "images",
        DebianPackage = "dataset-fashion-mnist",
        Files =
        [
            new(
                "train-images-idx3-ubyte.gz", 26421856,
                "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7"),
            new(
                "train-labels-idx1-ubyte.gz", 29491,
                "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056"),
            new(
                "t10k-images-idx3-ubyte.gz", 4422079,
                "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa"),
            new(
                "t10k-labels-idx1-ubyte.gz", 5125,
                "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05"),
        ],
    };

    /// <summary>Reads the 60,000 pictures to train on.</summary>
    /// <param name="folder">Where the files lie; null to look for them.</param>
    /// <exception cref="DataFileException">The files are not there, or damaged.</exception>
    public static ImageSet ReadTraining(string? folder = null) => Read("train", folder);

    /// <summary>Reads the 10,000 pictures to test on.</summary>
    /// <param name="folder">Where the files lie; null to look for them.</param>
    /// <exception cref="DataFileException">The files are not there, or damaged.</exception>
    public static ImageSet ReadTest(string? folder = null) => Read("t10k", folder);

    private static ImageSet Read(string part, string? folder)
    {
        string place = DataFolders.Find(Package, folder);
        return IdxFile.Read(
            Path.Combine(place, $"{part}-images-idx3-ubyte.gz"),
            Path.Combine(place, $"{part}-labels-idx1-ubyte.gz"),
            ClassNames);
    }
}
