using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class PlantedTruthTests
{
    [Fact]
    public void Under_heavy_outliers_a_robust_loss_wins_and_the_gap_is_real()
    {
        // One target in seven is far too high: the mean is pulled up by about five, the median hardly.
        static double Noise(RandomStream random)
        {
            bool isOutlier = random.NextDouble() < 1.0 / 7;
            return (0.5 * random.NextNormal()) + (isOutlier ? 20 + (30 * random.NextDouble()) : 0);
        }

        ComparisonResult result = Compare(Planted.Linear(600, 11, Noise), "mae", "squared", "absolute", "huber:delta=0.1");

        Assert.Contains(result.Verdict.Kind, (VerdictKind[])[VerdictKind.Winner, VerdictKind.SharedLead]);
        Assert.Contains(result.Verdict.Take!.Loss.Card.Key, (string[])["absolute", "huber"]);
        Assert.Equal("squared", result.Verdict.Against!.Loss.Card.Key);
        Assert.True(result.Verdict.PValue < 0.05);
        Assert.True(result.Verdict.Gap > 0.1);
    }

    [Fact]
    public void Under_Gaussian_noise_squared_error_is_not_beaten()
    {
        ComparisonResult result = Compare(
            Planted.Linear(600, 12, random => random.NextNormal()), "rmse", "squared", "huber:delta=0.5", "log-cosh", "absolute");

        Assert.Equal(VerdictKind.NoDifference, result.Verdict.Kind);
        Assert.Equal("squared", result.Verdict.Take!.Loss.Card.Key);

        // The noise has standard deviation 1: no model can do better, a fair one comes near.
        Assert.InRange(result.Outcomes.Single(o => o.Loss.Card.Key == "squared").Scores[0]!.Value.Mean, 0.9, 1.25);
    }

    private static ComparisonResult Compare(Table table, string metric, params string[] losses) => new Comparison(
        table,
        Target.Read(table, "y"),
        [.. losses.Select(Objective.Parse)],
        MetricCatalogue.Find(metric),
        new ComparisonOptions { Epochs = 60, Patience = 8, TuningEpochs = 8 }).Run();
}
