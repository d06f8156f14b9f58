using Lossary.Reports;

namespace Lossary.Cli.Tests;

public sealed class MiddleAxisTests
{
    private static readonly double[] Even = [.. Enumerable.Range(0, 1001).Select(i => (double)i)];

    [Fact]
    public void Values_near_each_other_have_the_whole_axis()
    {
        Axis axis = MiddleAxis.Of("y", Even);

        Assert.Null(axis.Minimum);
        Assert.Null(axis.Maximum);
        Assert.Equal("", MiddleAxis.LeftOut(axis, Even));
    }

    [Fact]
    public void A_value_far_above_is_left_out_and_told()
    {
        double[] values = [.. Even, 50_000];

        Axis axis = MiddleAxis.Of("y", values);

        Assert.Equal(0, axis.Minimum);
        Assert.InRange(axis.Maximum!.Value, 990, 1000);
        Assert.EndsWith("rows lie beyond the axis, the farthest at 50.0 k.", MiddleAxis.LeftOut(axis, values), StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_beyond_is_told_in_the_singular()
    {
        Axis axis = new("y") { Maximum = 1000 };

        Assert.Equal(" One row lies beyond the axis, at 50.0 k.", MiddleAxis.LeftOut(axis, [.. Even, 50_000]));
    }

    [Fact]
    public void Equal_values_and_none_at_all_are_no_reason_to_cut()
    {
        Assert.Null(MiddleAxis.Of("y", [3, 3, 3]).Maximum);
        Assert.Null(MiddleAxis.Of("y", []).Maximum);
    }
}
