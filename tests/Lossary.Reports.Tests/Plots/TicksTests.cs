namespace Lossary.Reports.Tests;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 10, 5, "0 2 4 6 8 10")]
    [InlineData(-0.5, 1.1, 4, "−0.5 0 0.5 1.0")]
    [InlineData(13100, 16900, 6, "13.5 k 14.0 k 14.5 k 15.0 k 15.5 k 16.0 k 16.5 k")]
    [InlineData(0, 0.004, 4, "0 0.001 0.002 0.003 0.004")]
    [InlineData(0, 2e6, 4, "0 0.5 M 1.0 M 1.5 M 2.0 M")]
    public void Linear_labels_are_round(double minimum, double maximum, int count, string expected)
    {
        Ticks ticks = Ticks.Linear(minimum, maximum, count);
        Assert.Equal(expected, string.Join(' ', ticks.Labels));
    }

    [Theory]
    [InlineData(1, 1000, 6, "1 10 100 1 k")]
    [InlineData(14000, 100000, 6, "20 k 50 k 100 k")]
    [InlineData(0.01, 10, 6, "0.01 0.1 1 10")]
    [InlineData(1e-8, 1e-2, 3, "10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻²")]
    public void Logarithmic_labels_are_powers_of_ten(double minimum, double maximum, int count, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ticks.Logarithmic(minimum, maximum, count).Labels));

    [Fact]
    public void Ticks_lie_inside_the_range_evenly_and_about_as_many_as_asked_for()
    {
        for (int i = 1; i < 500; i++)
        {
            double minimum = 1000 * SampleReport.Noise(i, 1) * Math.Pow(10, 8 * SampleReport.Noise(i, 2));
            double maximum = minimum + (Math.Abs(minimum) * (0.01 + Math.Abs(SampleReport.Noise(i, 3))));
            IReadOnlyList<double> values = Ticks.Linear(minimum, maximum, 5).Values;
            double slack = (maximum - minimum) * 1e-8;
            Assert.InRange(values.Count, 2, 9);
            Assert.All(values, value => Assert.InRange(value, minimum - slack, maximum + slack));
            double step = values[1] - values[0];
            Assert.All(values.Zip(values.Skip(1)), pair => Assert.Equal(step, pair.Second - pair.First, step * 1e-6));
        }
    }

    [Theory]
    [InlineData(0.9, 1)]
    [InlineData(1.7, 2)]
    [InlineData(4, 5)]
    [InlineData(80, 100)]
    [InlineData(0.00023, 0.0002)]
    public void Steps_are_one_two_or_five_times_a_power_of_ten(double raw, double nice) =>
        Assert.Equal(nice, Ticks.NiceStep(raw), nice * 1e-12);
}
