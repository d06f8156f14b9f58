namespace Lossary.Data.Tests;

public sealed class DataSourceTests
{
    [Fact]
    public void A_hyphen_is_standard_input()
    {
        Table table = DataSource.Read("-", () => new MemoryStream("a,b\n1,2\n"u8.ToArray()));
        Assert.Equal(("standard input", 1), (table.Name, table.RowCount));
    }

    [Fact]
    public void A_sample_is_read_by_name_and_its_target_known()
    {
        Assert.True(DataSource.TryFindSample("sample:iris", out SampleSet? sample));
        Assert.Equal("target", sample.Target);
        Assert.Equal(150, DataSource.Read("sample:iris", () => Stream.Null).RowCount);
    }

    [Fact]
    public void Other_texts_are_paths()
    {
        Assert.False(DataSource.TryFindSample("iris.csv", out _));
        string path = Path.Combine(AppContext.BaseDirectory, "data", "iris.csv");
        Assert.Equal("iris.csv", DataSource.Read(path, () => Stream.Null).Name);
    }
}
