namespace Lossary.Repository.Tests;

/// <summary>The page of the decision table says what the rules do.</summary>
public sealed class DecisionTableTests
{
    private const string Page = "docs/decision-table.md";

    [Fact]
    public void The_page_of_the_decision_table_is_the_one_that_the_rules_tell()
    {
        string found = DecisionTablePage.Print();
        if (Environment.GetEnvironmentVariable("LOSSARY_ACCEPT") == "1")
        {
            File.WriteAllText(Repository.PathOf(Page), found);
        }

        Assert.True(
            found == Repository.ReadText(Page),
            $"{Page} differs from the rules. If that is meant: LOSSARY_ACCEPT=1 dotnet test tests/Lossary.Repository.Tests -c Release");
    }
}
