using System.Text.RegularExpressions;

namespace Lossary.Repository.Tests;

/// <summary>What one page says of another is there.</summary>
public sealed partial class DocumentLinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Files(pattern: "*.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_links_to_files_that_exist(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        IEnumerable<string> broken = Link().Matches(Repository.ReadText(page))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target)));
        Assert.Empty(broken);
    }

    // A link's target up to its anchor; a link into the same page has none.
    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
