namespace Lossary.Cli.Tests;

public sealed class RankingCurvesTests
{
    /// <summary>Ranked: right, wrong, right, wrong.</summary>
    private static readonly double[] Scores = [0.9, 0.8, 0.7, 0.1];

    private static readonly double[] Targets = [1, 0, 1, 0];

    [Fact]
    public void Found_rises_along_the_ranking()
    {
        // By hand: the steps of the ROC curve are (0, 0), (0, ½), (½, ½), (½, 1), (1, 1).
        Assert.Equal([0.5, 1, 1], RankingCurves.Found(Scores, Targets, [0, 0.5, 1]));
    }

    [Fact]
    public void Equal_scores_are_found_together()
    {
        // All alike: the curve is the diagonal.
        Assert.Equal([0.25, 0.75], RankingCurves.Found([1, 1, 1, 1], Targets, [0.25, 0.75]));
    }

    [Fact]
    public void Precision_is_that_of_the_first_threshold_that_finds_enough()
    {
        // By hand: half of the positives take one alarm, all of them three.
        Assert.Equal([1, 2.0 / 3], RankingCurves.Precision(Scores, Targets, [0.5, 1]));
    }

    [Fact]
    public void One_class_has_no_curve()
    {
        Assert.All(RankingCurves.Found(Scores, [1, 1, 1, 1], [0.5]), value => Assert.Equal(double.NaN, value));
        Assert.All(RankingCurves.Precision(Scores, [0, 0, 0, 0], [0.5]), value => Assert.Equal(double.NaN, value));
    }
}
