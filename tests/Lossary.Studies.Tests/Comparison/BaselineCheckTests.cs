using Lossary.Data;

namespace Lossary.Studies.Tests;

public sealed class BaselineCheckTests
{
    [Theory]
    [InlineData("squared", "absolute", false)]
    [InlineData("absolute", "squared", true)]
    [InlineData("absolute", "absolute", false)]
    [InlineData("absolute", "2.001", false)]
    [InlineData("absolute", "1.999", true)]
    [InlineData("squared", "1.999", false)]
    [InlineData("mse", "mae", false)]
    public void The_named_objective_is_held_against_the_baseline(string candidate, string baseline, bool isWorse)
    {
        BaselineCheck check = BaselineCheck.Of(Made("mae"), baseline, candidate);

        Assert.Equal(isWorse, check.IsWorse);
        Assert.Equal(candidate is "absolute" ? 2 : 1, check.Score!.Value, 1e-12);
    }

    [Fact]
    public void Against_a_score_there_is_no_chance_to_speak_of()
    {
        Assert.InRange(BaselineCheck.Of(Made("mae"), "squared", "absolute").PValue!.Value, 0, 0.05);
        Assert.Null(BaselineCheck.Of(Made("mae"), "1.5", "absolute").PValue);
    }

    [Fact]
    public void A_difference_that_may_be_chance_is_not_worse()
    {
        ComparisonResult result = MadeResult.Of(
            Rows(), "mae", ("squared", (i, _) => [i + 1.0]), ("absolute", (i, repeat) => [i + (((repeat + i) % 3) * 1.01)]));

        BaselineCheck check = BaselineCheck.Of(result, "squared", "absolute");

        Assert.True(check.Score > check.BaselineScore);
        Assert.True(check.PValue > 0.05);
        Assert.False(check.IsWorse);
    }

    [Fact]
    public void Without_a_name_the_objective_to_take_is_held()
    {
        ComparisonResult result = Made("mae");

        Assert.Same(result.Verdict.Take, BaselineCheck.Of(result, "3").Candidate);
        Assert.Contains(
            "The comparison has no huber.", Assert.Throws<ArgumentException>(() => BaselineCheck.Of(result, "huber")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_is_better_when_higher_turns_it_round()
    {
        // R² of an error of 1 is higher than that of an error of 2.
        Assert.True(BaselineCheck.Of(Made("r2"), "squared", "absolute").IsWorse);
        Assert.False(BaselineCheck.Of(Made("r2"), "absolute", "squared").IsWorse);
        Assert.True(BaselineCheck.Of(Made("r2"), "1", "squared").IsWorse);
    }

    /// <summary>Squared errs by 1 in every row, absolute by 2.</summary>
    private static ComparisonResult Made(string metric) =>
        MadeResult.Of(Rows(), metric, ("squared", (i, _) => [i + 1.0]), ("absolute", (i, _) => [i + 2.0]));

    private static Table Rows() => MadeResult.TableOf(
        ("a", MadeResult.Cells(Enumerable.Range(0, 50).Select(i => i % 7.0))),
        ("y", MadeResult.Cells(Enumerable.Range(0, 50).Select(i => (double)i))));
}
