using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Lossary.Repository.Tests;

/// <summary>What every file of the tree keeps to.</summary>
public sealed partial class SourceFileTests(ITestOutputHelper output)
{
    private const int LongestFile = 400;
    // Two files fit a screen beside each other.
    private const int LongestLine = 120;
    private const long LargestScannedFile = 4 << 20;

    [Fact]
    public void No_source_file_is_longer_than_one_can_read()
    {
        (string Path, int Lines)[] largest =
        [
            .. Repository.Files("src", "*.cs")
                .Select(path => (path, Repository.ReadText(path).Count(character => character == '\n')))
                .OrderByDescending(file => file.Item2)
                .Take(10),
        ];
        foreach ((string path, int lines) in largest)
        {
            output.WriteLine($"{lines,4} {path}");
        }

        Assert.DoesNotContain(largest, file => file.Lines > LongestFile);
    }

    [Fact]
    public void Lines_of_code_fit_the_screen() => AssertNoLine(
        Repository.Files("src", "*.cs"), (_, line) => line.Length > LongestLine);

    [Fact]
    public void Nothing_unfinished_stands_in_the_sources() => AssertNoLine(
        Repository.Files("src", "*.cs"), (_, line) => Unfinished().IsMatch(line));

    [Fact]
    public void No_test_is_left_out() => AssertNoLine(
        Repository.Files("tests", "*.cs"), (_, line) => LeftOut().IsMatch(line));

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() => AssertNoLine(
        Repository.Files().Where(path => new FileInfo(Repository.PathOf(path)).Length < LargestScannedFile),
        (_, line) => MachinePath().IsMatch(line));

    [Fact]
    public void A_namespace_is_the_project_without_its_folders() => AssertNoLine(
        Repository.Files("src", "*.cs"),
        (path, line) => line.StartsWith("namespace ", StringComparison.Ordinal)
            && line != $"namespace {path.Split('/')[1]};");

    private static void AssertNoLine(IEnumerable<string> paths, Func<string, string, bool> isOffence)
    {
        string[] offences =
        [
            .. paths.SelectMany(path => Repository.ReadText(path)
                .Split('\n')
                .Select((line, index) => (Line: line, Place: $"{path}:{index + 1}"))
                .Where(place => isOffence(path, place.Line))
                .Select(place => $"{place.Place}: {place.Line.Trim()}")),
        ];
        Assert.True(offences.Length == 0, string.Join('\n', offences.Take(20)));
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bSkip\s*=\s*""")]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"(^|[^\w.\-])(/(work|root|farm|home/\w+|Users/\w+)/|[A-Z]:\\Users\\)")]
    private static partial Regex MachinePath();
}
