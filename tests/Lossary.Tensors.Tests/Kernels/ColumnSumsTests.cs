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
}
