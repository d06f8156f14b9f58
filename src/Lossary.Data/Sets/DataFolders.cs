namespace Lossary.Data;

/// <summary>Where data sets that do not come with the program are looked for.</summary>
/// <remarks>
/// In the folder that the caller names, and nowhere else. If none is named: the folder of the environment variable
/// <c>LOSSARY_DATA</c>; <c>lossary/data</c> in the user's folder of local data (<c>~/.local/share</c> on Linux);
/// <c>/usr/share/datasets</c>, where Debian's packages put them. In each, a folder of the data set's name.
/// </remarks>
public static class DataFolders
{
    /// <summary>The environment variable that names a folder of data sets.</summary>
    public const string Variable = "LOSSARY_DATA";

    private const string OfSystem = "/usr/share/datasets";

    /// <summary>The folders that are looked into, first to last.</summary>
    public static IReadOnlyList<string> Searched => Named is { } named ? [named, OfUser, OfSystem] : [OfUser, OfSystem];

    /// <summary>Where a data set is put that is fetched.</summary>
    public static string Own => Named ?? OfUser;

    private static string? Named =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    private static string OfUser => Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "lossary",
        "data");

    /// <summary>The folder that holds a data set.</summary>
    /// <param name="package">The data set.</param>
    /// <param name="folder">The folder that holds its files; null to look for it.</param>
    /// <exception cref="DataFileException">It is not there; the message tells how to get it.</exception>
    public static string Find(DataPackage package, string? folder = null) =>
        TryFind(package, folder) ?? throw new DataFileException(
            package.Name,
            $"not found in {string.Join(", ", Candidates(package, folder))}; "
            + $"'lossary data get {package.Name}' fetches it, {Installation(package)}"
            + $"or set {Variable} to a folder that has a folder {package.Name} with "
            + $"{string.Join(", ", package.Files.Select(file => file.Name))}.");

    /// <summary>The folder that holds a data set, or null.</summary>
    /// <param name="package">The data set.</param>
    /// <param name="folder">The folder that holds its files; null to look for it.</param>
    public static string? TryFind(DataPackage package, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(package);
        return Candidates(package, folder).FirstOrDefault(package.IsIn);
    }

    // What a package of R has must be turned into a table first, so installing it alone is no way.
    private static string Installation(DataPackage package) =>
        package.RFile is null ? $"or install Debian's package {package.DebianPackage}, " : "";

    private static IEnumerable<string> Candidates(DataPackage package, string? folder) =>
        folder is null ? Searched.Select(searched => Path.Combine(searched, package.Name)) : [folder];
}
