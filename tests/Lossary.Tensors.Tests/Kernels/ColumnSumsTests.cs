namespace Lossary.Tensors.Tests;

public sealed class ColumnSumsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(37)]
    public void A_column_sum_is_the_sum_of_its_column(int columns)
    {
        const int Rows = 5;
        float[] values = [.. Enumerable.Range(0, Rows * columns).Select(i => (float)i)];
        float[] sums = new float[columns];
        ColumnSums.Run<float>(values, sums, accumulate: false);
        // Σ (row · columns + j) over 5 rows = 10 · columns + 5 j.
        Assert.Equal(Enumerable.Range(0, columns).Select(j => (float)((10 * columns) + (5 * j))), sums);
        ColumnSums.Run<float>(values, sums, accumulate: true);
        Assert.Equal(Enumerable.Range(0, columns).Select(j => 2f * ((10 * columns) + (5 * j))), sums);
    }

    [Fact]
    public void Many_columns_are_shared_between_threads_with_the_same_sums()
    {
        const int Rows = 300, Columns = 1000;
        float[] values = [.. Enumerable.Range(0, Rows * Columns).Select(i => (float)(i % 11))];
        float[] sums = new float[Columns];
        ColumnSums.Run<float>(values, sums, accumulate: false);
        Assert.Equal(Enumerable.Range(0, Columns).Select(j => Enumerable.Range(0, Rows).Sum(i => values[(i * Columns) + j])), sums);
    }
}
