namespace Lossary.Training.Tests;

public sealed class SkillScoresTests
{
    [Fact]
    public void Constant_targets_that_are_hit_score_1_and_others_0()
    {
        Assert.Equal(1, SkillScores.RSquared([2, 2], [2, 2]));
        Assert.Equal(0, SkillScores.RSquared([2, 3], [2, 2]));
    }

    [Fact]
    public void One_sample_has_no_score() => Assert.Equal(double.NaN, SkillScores.RSquared([1], [1]));

    [Fact]
    public void A_constant_shift_is_forgiven_by_explained_variance_only()
    {
        double[] targets = [1, 2, 3], shifted = [2, 3, 4];
        Assert.Equal(1, SkillScores.ExplainedVariance(shifted, targets));

        // Mean r² is 1, the variance 2/3.
        Assert.Equal(-0.5, SkillScores.RSquared(shifted, targets), 15);
    }

    [Fact]
    public void Predictions_outside_the_domain_have_no_deviance()
    {
        Assert.Equal(double.NaN, Deviances.MeanPoisson([-1, 2], [0, 2]));
        Assert.Equal(double.NaN, Deviances.MeanGamma([1, 2], [0, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Deviances.MeanTweedie([1], [1], 0.5));
    }

    [Fact]
    public void A_count_of_0_has_a_deviance_of_twice_the_prediction() =>
        Assert.Equal(3, Deviances.MeanPoisson([1.5], [0]));
}
