using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli.Tests;

public sealed class AdviceSectionsTests
{
    [Fact]
    public void A_report_holds_the_recommendation_its_reasons_and_the_properties_of_each_candidate()
    {
        Lossary.Data.Table table = DataSource.Read("sample:ames", () => Stream.Null);
        Advice advice = Advisor.Advise(Profiler.Profile(table, Target.Read(table, "Sale_Price")));
        Section section = Assert.Single(AdviceSections.Of(advice));
        Section recommended = Assert.Single(section.Blocks.OfType<Section>());
        Assert.Equal($"Train with {advice.Recommended.ObjectiveInComparison.Name}", recommended.Title);
        SettingList settings = Assert.Single(recommended.Blocks.OfType<SettingList>());
        Assert.Contains("Taylor's slope", settings.Settings[0].Value, StringComparison.Ordinal);
        Assert.Equal(advice.Warnings.Count, section.Blocks.OfType<Notice>().Count());
        Lossary.Reports.Table properties = section.Blocks.OfType<Lossary.Reports.Table>().Last();
        Assert.Equal(advice.Candidates.Select(objective => objective.Name), properties.Rows.Select(row => row.Cells[0].Text));
    }
}
