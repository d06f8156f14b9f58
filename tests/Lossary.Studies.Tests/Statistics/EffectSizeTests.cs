namespace Lossary.Studies.Tests;

public sealed class EffectSizeTests
{
    private static readonly double[] Differences = [0.3, 0.1, 0.4, 0.2, 0.2, 0.5, 0.1, 0.3, 0.2, 0.4];

    [Fact]
    public void Relative_to_the_others_mean_worked_by_hand()
    {
        // Differences 1, 2, 3, 4 from an other of mean 50: 2.5 is 5 % of it; the interval is that of the corrected test.
        EffectSize effect = EffectSize.Of([49, 50, 55, 56], [48, 48, 52, 52], testShare: 0.25);

        ResampledDifference difference = ResampledDifference.Of([1, 2, 3, 4], 0.25);
        Assert.Equal(0.05, effect.Relative, 1e-15);
        Assert.Equal(difference.Low / 50, effect.RelativeLow, 1e-15);
        Assert.Equal(difference.High / 50, effect.RelativeHigh, 1e-15);
    }

    [Fact]
    public void A_negative_score_is_a_size_all_the_same()
    {
        // R² of −2 and −1: the first is below the second.
        EffectSize effect = EffectSize.Of([-2, -2.5, -1.5], [-1, -1.25, -0.75], testShare: 0.5);

        Assert.Equal(-1, effect.Relative, 1e-15);
    }

    [Fact]
    public void Standardised_with_the_interval_that_R_gives()
    {
        // R 4.2.2: mean(d)/sd(d), and uniroot over pt(t, 9, ncp) at 0.975 and 0.025 times sqrt(1/10 + 0.25).
        double[] others = [.. Differences.Select(_ => 1.0)];

        EffectSize effect = EffectSize.Of([.. Differences.Select(d => 1 + d)], others, testShare: 0.25);

        Assert.Equal(2.01870138443, effect.Standardised, 1e-10);
        Assert.Equal(0.506083870634, effect.StandardisedLow, 1e-7);
        Assert.Equal(3.46434549166, effect.StandardisedHigh, 1e-7);
    }

    [Fact]
    public void Its_interval_holds_zero_where_the_tests_p_is_above_five_percent()
    {
        EffectSize effect = EffectSize.Of([1, 2, 3, -1.2], [0, 0, 0, 0.0001], testShare: 0.25);

        Assert.True(ResampledDifference.Of([1, 2, 3, -1.2001], 0.25).PValue > 0.05);
        Assert.InRange(0, effect.StandardisedLow, effect.StandardisedHigh);
    }

    [Fact]
    public void Differences_that_are_all_alike_have_no_unit()
    {
        EffectSize effect = EffectSize.Of([2, 2, 2], [1, 1, 1], testShare: 0.5);

        Assert.Equal(1, effect.Relative);
        Assert.Equal(double.PositiveInfinity, effect.Standardised);
    }

    [Fact]
    public void Nothing_is_a_share_of_zero()
    {
        Assert.True(double.IsNaN(EffectSize.Of([1, 2], [0, 0], testShare: 0.5).Relative));
    }

    [Fact]
    public void Scores_of_different_folds_cannot_be_paired()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => EffectSize.Of([1, 2], [1, 2, 3], 0.5));

        Assert.Contains("others has 3 elements, scores has 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2.5, 9, 1, 0.892697504867)]
    [InlineData(-0.5, 9, 1, 0.0699067981617)]
    [InlineData(5, 4, 3, 0.800617548072)]
    [InlineData(0.3, 29, -2, 0.989152516667)]
    public void The_noncentral_t_is_that_of_R(double t, int degrees, double noncentrality, double expected)
    {
        // R 4.2.2: pt(t, degrees, noncentrality).
        Assert.Equal(expected, NoncentralT.Cdf(t, degrees, noncentrality), 1e-10);
    }

    [Fact]
    public void A_huge_t_still_has_an_interval()
    {
        // δ/t tends to the chi variable's own quantiles: sqrt(qchisq(0.025, 9)/9) = 0.547762, sqrt(qchisq(0.975, 9)/9) = 1.453837.
        Assert.Equal(0.547762, NoncentralT.NoncentralityAt(1e7, 9, 0.975) / 1e7, 1e-4);
        Assert.Equal(1.453837, NoncentralT.NoncentralityAt(1e7, 9, 0.025) / 1e7, 1e-4);
    }
}
