namespace Lossary.Data;

/// <summary>The data sets that can be fetched.</summary>
public static class DataPackages
{
    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<DataPackage> All { get; } = [FashionMnist.Package];

    /// <summary>The data set of a name; null if there is none.</summary>
    /// <param name="name">For instance "fashion-mnist".</param>
    public static DataPackage? Find(string name) =>
        All.FirstOrDefault(package => package.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
