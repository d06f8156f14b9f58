using System.Reflection;

namespace Lossary.Repository.Tests;

/// <summary>A library's public surface changes only where <c>api/</c> shows it.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries =>
        [.. Repository.Projects("src").Where(project => project != "Lossary.Cli")];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_one_written_down(string library)
    {
        string path = Repository.PathOf($"api/{library}.txt");
        string found = PublicApi.Print(Assembly.Load(library));
        if (Environment.GetEnvironmentVariable("LOSSARY_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, found);
        }

        string accepted = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(found == accepted, Difference(library, accepted, found));
    }

    [Fact]
    public void No_surface_is_written_down_of_a_library_that_is_gone() => Assert.Equal(
        Repository.Projects("src").Where(project => project != "Lossary.Cli").Select(project => $"api/{project}.txt"),
        Repository.Files("api"));

    private static string Difference(string library, string accepted, string found)
    {
        string[] before = accepted.Split('\n');
        string[] now = found.Split('\n');
        return $"""
            The public API of {library} is not the one of api/{library}.txt.
            If the change is meant: LOSSARY_ACCEPT=1 dotnet test tests/Lossary.Repository.Tests -c Release
            {string.Join('\n', before.Except(now).Select(line => "- " + line).Take(20))}
            {string.Join('\n', now.Except(before).Select(line => "+ " + line).Take(20))}
            """;
    }
}
