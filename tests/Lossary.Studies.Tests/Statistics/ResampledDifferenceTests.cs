namespace Lossary.Studies.Tests;

public sealed class ResampledDifferenceTests
{
    [Fact]
    public void Four_differences_worked_by_hand()
    {
        // Variance 5/3, corrected factor 1/4 + 1/4. Student's t with 3 degrees of freedom has the closed distribution
        // F(t) = ½ + (u / (1 + u²) + atan u) / π, u = t/√3; its 97.5 % point is 3.182446 in the tables.
        ResampledDifference difference = ResampledDifference.Of([1, 2, 3, 4], testShare: 0.25);

        double error = Math.Sqrt(5.0 / 3 * 0.5);
        double u = 2.5 / error / Math.Sqrt(3);
        double distribution = 0.5 + (((u / (1 + (u * u))) + Math.Atan(u)) / Math.PI);
        Assert.Equal(2.5, difference.Mean, 1e-15);
        Assert.Equal(2 * (1 - distribution), difference.PValue, 1e-9);
        Assert.Equal(2.5 - (3.182446 * error), difference.Low, 1e-5);
        Assert.Equal(2.5 + (3.182446 * error), difference.High, 1e-5);
    }

    [Fact]
    public void The_correction_widens_the_plain_test()
    {
        double[] differences = [0.3, 0.1, 0.4, 0.2, 0.2, 0.5, 0.1, 0.3, 0.2, 0.4];

        ResampledDifference nearlyPlain = ResampledDifference.Of(differences, testShare: 1e-12);
        ResampledDifference corrected = ResampledDifference.Of(differences, testShare: 0.25);

        // (1/10 + 1/4) / (1/10) = 3.5 times the variance.
        Assert.Equal(Math.Sqrt(3.5), (corrected.High - corrected.Low) / (nearlyPlain.High - nearlyPlain.Low), 1e-9);
        Assert.True(corrected.PValue > nearlyPlain.PValue);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-2, 0.25)]
    public void Of_differences_that_are_all_alike_only_the_sign_tells(double value, double pValue)
    {
        ResampledDifference difference = ResampledDifference.Of([value, value, value], testShare: 0.25);

        Assert.Equal(new(value, value, value, pValue), difference);
    }

    [Fact]
    public void Differences_alike_but_for_rounding_are_alike()
    {
        // 0.3 - 0.2 and 0.1 differ in the last digits, and no sample of three can make chance less likely than 1/4.
        ResampledDifference difference = ResampledDifference.Of([0.1, 0.3 - 0.2, 0.4 - 0.3], testShare: 0.25);

        Assert.Equal(0.25, difference.PValue);
    }

    [Fact]
    public void One_difference_is_no_sample()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ResampledDifference.Of([1.0], 0.25));

        Assert.Contains("at least 2", error.Message, StringComparison.Ordinal);
    }
}
