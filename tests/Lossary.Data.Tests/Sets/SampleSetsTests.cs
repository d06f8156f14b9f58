namespace Lossary.Data.Tests;

public sealed class SampleSetsTests
{
    public static TheoryData<string> Names => [.. SampleSets.All.Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_sample_is_read_and_its_task_inferred(string name)
    {
        SampleSet set = SampleSets.Find(name);
        Table table = set.Read();
        Target target = Target.Read(table, set.Target);
        Assert.Equal(set.Task, target.Task);
        Assert.Equal(table.RowCount, target.Count);
        Assert.Empty(table.Findings);
        FeatureEncoder encoder = FeatureEncoder.Fit(table, set.Target, target.Rows);
        Assert.All(encoder.Encode(table, target.Rows), feature => Assert.True(float.IsFinite(feature)));
    }

    [Theory]
    [InlineData("ames", 2930, 74)]
    [InlineData("concrete", 1030, 9)]
    [InlineData("diabetes", 442, 11)]
    [InlineData("breast-cancer", 569, 31)]
    [InlineData("attrition", 1470, 31)]
    [InlineData("churn", 5000, 20)]
    [InlineData("HPC_class", 4331, 8)]
    [InlineData("digits8x8", 1797, 65)]
    [InlineData("iris", 150, 5)]
    [InlineData("wine", 178, 14)]
    public void Samples_have_the_rows_and_columns_of_data_README(string name, int rows, int columns)
    {
        Table table = SampleSets.Find(name).Read();
        Assert.Equal((rows, columns), (table.RowCount, table.Columns.Count));
    }

    [Fact]
    public void An_unknown_sample_is_refused_with_the_names()
    {
        DataFileException refusal = Tables.Refusal(() => SampleSets.Find("titanic"));
        Assert.StartsWith("sample:titanic: there is no such sample; there are ames, ", refusal.Message);
    }
}
