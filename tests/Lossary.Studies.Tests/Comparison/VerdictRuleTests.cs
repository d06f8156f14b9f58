using Lossary.Losses;

namespace Lossary.Studies.Tests;

public sealed class VerdictRuleTests
{
    private static readonly double[] Noise = [0.1, -0.1, 0.05, -0.05, 0.02, -0.02, 0.08, -0.08, 0.03, -0.03];

    [Fact]
    public void A_loss_that_is_better_in_every_fold_wins()
    {
        Verdict verdict = Judge(higherIsBetter: false, Scores("squared", 0, 10, 1), Scores("huber", 1, 8, -1));

        Assert.Equal(VerdictKind.Winner, verdict.Kind);
        Assert.Equal("huber", verdict.Take!.Loss.Card.Key);
        Assert.Equal("squared", verdict.Against!.Loss.Card.Key);
        Assert.Equal(0.2, verdict.Gap, 1e-12);
        Assert.True(verdict.PValue < 0.001);
    }

    [Fact]
    public void More_is_better_where_the_metric_says_so()
    {
        Verdict verdict = Judge(higherIsBetter: true, Scores("squared", 0, 10, 1), Scores("huber", 1, 8, -1));

        Assert.Equal("squared", verdict.Take!.Loss.Card.Key);
    }

    [Fact]
    public void Losses_within_the_noise_tie_and_the_simplest_is_to_be_taken()
    {
        Verdict verdict = Judge(higherIsBetter: false, Scores("squared", 0, 10.001, 1), Scores("huber", 1, 10, -1));

        Assert.Equal(VerdictKind.NoDifference, verdict.Kind);
        Assert.Equal("huber", verdict.Best!.Loss.Card.Key);
        Assert.Equal("squared", verdict.Take!.Loss.Card.Key);
        Assert.Null(verdict.Against);
    }

    [Fact]
    public void Some_may_share_the_lead()
    {
        Verdict verdict = Judge(
            higherIsBetter: false, Scores("squared", 0, 10, 1), Scores("huber", 1, 8.001, 1), Scores("hinge", 2, 8, -1));

        Assert.Equal(VerdictKind.SharedLead, verdict.Kind);
        Assert.Equal(["hinge", "huber"], verdict.Tied.Select(o => o.Loss.Card.Key));
        Assert.Equal("huber", verdict.Take!.Loss.Card.Key);
        Assert.Equal("squared", verdict.Against!.Loss.Card.Key);
    }

    [Fact]
    public void A_loss_that_failed_is_not_judged()
    {
        LossOutcome failed = Scores("huber", 1, 1, 1, failure: "diverged");

        Verdict verdict = Judge(higherIsBetter: false, Scores("squared", 0, 10, 1), failed);

        Assert.Equal("squared", verdict.Take!.Loss.Card.Key);
        Assert.False(failed.IsTied);
    }

    [Fact]
    public void If_all_failed_there_is_no_verdict()
    {
        Verdict verdict = Judge(higherIsBetter: false, Scores("squared", 0, 10, 1, failure: "diverged"));

        Assert.Equal(VerdictKind.NothingToJudge, verdict.Kind);
        Assert.Null(verdict.Take);
    }

    private static Verdict Judge(bool higherIsBetter, params LossOutcome[] outcomes) =>
        VerdictRule.Judge(outcomes, metric: 0, higherIsBetter, testShare: 0.25, significance: 0.05);

    private static LossOutcome Scores(string key, int simplicity, double mean, double noise, string? failure = null) => new()
    {
        Loss = LossCatalogue.Create(key),
        Simplicity = simplicity,
        Folds = [.. Noise.Select((n, fold) => new FoldOutcome
        {
            Repeat = fold / 5,
            Fold = fold % 5,
            Scores = [mean + (noise * n)],
            LearningRate = 0.01,
            Epochs = 3,
            BestEpoch = 2,
            Curve = [],
            Seconds = 1,
        })],
        Scores = [new ScoreInterval(mean, mean - 1, mean + 1)],
        Failure = failure,
    };
}
