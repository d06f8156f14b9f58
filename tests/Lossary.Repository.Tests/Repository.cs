using System.Xml.Linq;

namespace Lossary.Repository.Tests;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
        [".git", ".idea", ".vs", "artifacts", "bin", "BenchmarkDotNet.Artifacts", "node_modules", "obj", "runs"];

    public static string Root { get; } = FindRoot();

    /// <summary>The names of the projects under a folder of the root ("src"), sorted.</summary>
    public static IReadOnlyList<string> Projects(string folder) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    public static XDocument ReadProject(string folder, string project) =>
        XDocument.Load(PathOf($"{folder}/{project}/{project}.csproj"));

    public static string ReadText(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>Every file that is ours, as a path from the root with forward slashes, sorted.</summary>
    public static IEnumerable<string> Files(string folder = ".", string pattern = "*") =>
        FilesIn(new DirectoryInfo(PathOf(folder)), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string PathOf(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Where(file => !NotOurs.Contains(file.Name)).Concat(
            folder.EnumerateDirectories()
                .Where(inner => inner.LinkTarget is null && !NotOurs.Contains(inner.Name))
                .SelectMany(inner => FilesIn(inner, pattern)));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lossary.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No Lossary.slnx above {AppContext.BaseDirectory}.");
    }
}
