namespace Lossary.Repository.Tests;

/// <summary>The walk through one loss in CONTRIBUTING.md quotes the files as they are.</summary>
public sealed class ContributingTests
{
    private static readonly string[] Quoted =
    [
        .. Repository.ReadText("src/Lossary.Losses/Distance/HuberLoss.cs").Split('\n'),
        .. Repository.ReadText("src/Lossary.Losses/Catalogue/LossCatalogue.cs").Split('\n'),
    ];

    [Fact]
    public void Every_quoted_line_stands_in_the_file()
    {
        string[] lines =
        [
            .. Block.Of(Repository.ReadText("CONTRIBUTING.md"))
                .Where(block => block.Language == "csharp")
                .SelectMany(block => block.Text.Split('\n')),
        ];
        Assert.NotEmpty(lines);
        Assert.Empty(lines.Except(Quoted));
    }
}
