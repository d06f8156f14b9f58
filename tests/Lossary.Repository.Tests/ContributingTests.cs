namespace Lossary.Repository.Tests;

/// <summary>The walk through one loss in CONTRIBUTING.md quotes the files as they are.</summary>
public sealed class ContributingTests
{
    public static TheoryData<string> Quotations =>
    [
        .. Block.Of(Repository.ReadText("CONTRIBUTING.md"))
            .Where(block => block.Language == "csharp")
            .SelectMany(block => block.Text.Split('…', StringSplitOptions.TrimEntries)),
    ];

    [Theory]
    [MemberData(nameof(Quotations))]
    public void A_quotation_stands_in_the_file(string quotation)
    {
        string quoted = Repository.ReadText("src/Lossary.Losses/Distance/HuberLoss.cs")
            + Repository.ReadText("src/Lossary.Losses/Catalogue/LossCatalogue.Residuals.cs")
            + Repository.ReadText("tests/Lossary.Losses.Tests/Distance/HuberLossTests.cs");
        Assert.Contains(quotation, quoted, StringComparison.Ordinal);
    }
}
