using Lossary.Cli;

namespace Lossary.Repository.Tests;

/// <summary>The pages of the losses say what the entries say.</summary>
public sealed class LossPagesTests
{
    private const string Folder = "docs/losses";

    [Fact]
    public void The_pages_are_those_that_the_entries_tell()
    {
        Dictionary<string, string> sources = Repository.Files("src/Lossary.Losses", "*.cs")
            .GroupBy(path => Path.GetFileNameWithoutExtension(path))
            .ToDictionary(group => group.Key, group => "../../" + group.First());
        IReadOnlyDictionary<string, string> pages = LossPages.All(type => sources.GetValueOrDefault(type));
        if (Environment.GetEnvironmentVariable("LOSSARY_ACCEPT") == "1")
        {
            Accept(pages);
        }

        string[] found = [.. Repository.Files(Folder).Select(path => path[(Folder.Length + 1)..])];
        string[] wrong =
        [
            .. pages.Keys.Except(found).Select(path => $"{path} is missing"),
            .. found.Except(pages.Keys).Select(path => $"{path} is of no loss"),
            .. pages.Keys.Intersect(found)
                .Where(path => Repository.ReadText($"{Folder}/{path}") != pages[path])
                .Select(path => $"{path} differs"),
        ];
        Assert.True(
            wrong.Length == 0,
            $"""
            {Folder} is not what the entries tell: {string.Join(", ", wrong.Take(10))}.
            If that is meant: LOSSARY_ACCEPT=1 dotnet test tests/Lossary.Repository.Tests -c Release
            """);
    }

    private static void Accept(IReadOnlyDictionary<string, string> pages)
    {
        string folder = Repository.PathOf(Folder);
        Directory.CreateDirectory(Path.Combine(folder, "plots"));
        foreach (string path in Repository.Files(Folder).Where(path => !pages.ContainsKey(path[(Folder.Length + 1)..])))
        {
            File.Delete(Repository.PathOf(path));
        }

        foreach ((string path, string text) in pages)
        {
            string full = Path.Combine(folder, path);
            if (!File.Exists(full) || File.ReadAllText(full) != text)
            {
                File.WriteAllText(full, text);
            }
        }
    }
}
