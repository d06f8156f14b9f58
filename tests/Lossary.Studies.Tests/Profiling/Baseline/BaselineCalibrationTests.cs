namespace Lossary.Studies.Tests;

public sealed class BaselineCalibrationTests
{
    /// <summary>R 4: fitted(glm(y ~ log(m), family = poisson)).</summary>
    [Fact]
    public void Means_are_calibrated_as_by_a_poisson_regression_on_their_logarithm()
    {
        double[] calibrated = MeanCalibration.Of([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 4, 3, 9, 5, 12, 9]);

        double[] expected =
        [
            1.11823342221444, 2.34334187757004, 3.6123179451943, 4.91064839065454, 6.2312526662415, 7.56988277036869,
            8.92369148715606, 10.290631447104,
        ];
        Assert.All(expected.Zip(calibrated), pair => Assert.Equal(pair.First, pair.Second, 6));
    }

    /// <summary>R 4: fitted(lm(o ~ p)).</summary>
    [Fact]
    public void Predictions_are_drawn_to_their_mean_by_the_slope_of_what_was_observed()
    {
        double[] calibrated = SlopeCalibration.Of([1, 2, 3, 4, 5], [1.2, 1.9, 2.2, 3.1, 3.0]);

        Assert.All(
            ((double[])[1.32, 1.8, 2.28, 2.76, 3.24]).Zip(calibrated), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void Predictions_that_tell_nothing_become_their_mean() =>
        Assert.All(SlopeCalibration.Of([1, 2, 3], [3, 2, 1]), value => Assert.Equal(2, value, 12));
}
