namespace Lossary.Reports.Tests;

public sealed class ScaleTests
{
    [Fact]
    public void Ends_of_the_axis_map_to_the_ends_of_the_paper()
    {
        Scale scale = Scale.Of(new Axis("x") { Minimum = 10, Maximum = 20 }, [12]).Onto(100, 300);
        Assert.Equal(100, scale.Map(10));
        Assert.Equal(200, scale.Map(15));
        Assert.Equal(300, scale.Map(20));
    }

    [Fact]
    public void Equal_ratios_take_equal_space_on_a_logarithmic_axis()
    {
        Axis axis = new("x") { Minimum = 1, Maximum = 100, IsLogarithmic = true };
        Scale scale = Scale.Of(axis, [1]).Onto(0, 200);
        Assert.Equal(100, scale.Map(10), 1e-9);
        Assert.True(double.IsNaN(scale.Map(0)));
        Assert.True(double.IsNaN(scale.Map(-1)));
    }

    [Fact]
    public void Data_gets_air_and_positive_data_near_zero_starts_at_zero()
    {
        Scale far = Scale.Of(new Axis("x"), [100, 200]);
        Assert.Equal(96, far.Minimum, 1e-9);
        Assert.Equal(204, far.Maximum, 1e-9);
        Assert.Equal(0, Scale.Of(new Axis("x"), [1, 100]).Minimum);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Degenerate_data_still_gives_a_rising_axis(bool isLogarithmic)
    {
        double[][] cases =
        [
            [], [double.NaN], [0], [5], [-5], [1e300], [-double.MaxValue, double.MaxValue], [double.Epsilon],
            [double.PositiveInfinity, 3],
        ];
        foreach (double[] values in cases)
        {
            Scale scale = Scale.Of(new Axis("x") { IsLogarithmic = isLogarithmic }, values).Onto(0, 100);
            Assert.True(scale.Minimum < scale.Maximum);
            Assert.True(double.IsFinite(scale.Map(scale.Maximum)));
            Assert.True(scale.Ticks(5).Values.Count <= 100);
        }
    }

    [Fact]
    public void A_minimum_above_the_data_is_kept_and_the_axis_still_rises()
    {
        Scale scale = Scale.Of(new Axis("x") { Minimum = 50 }, [1, 2]);
        Assert.Equal(50, scale.Minimum);
        Assert.True(scale.Maximum > 50);
    }
}
