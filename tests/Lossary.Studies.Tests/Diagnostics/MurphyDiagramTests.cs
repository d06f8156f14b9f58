using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class MurphyDiagramTests
{
    private static readonly double[] Normals = Draw(600, 3);

    [Theory]
    [InlineData(1.5, 4)]
    [InlineData(4, 1.5)]
    [InlineData(-2, -2)]
    public void Over_all_thresholds_the_mean_has_a_quarter_of_the_squared_error(double prediction, double target)
    {
        double integral = Integral(PredictedFunctional.Mean, prediction, target);

        Assert.Equal((prediction - target) * (prediction - target) / 4, integral, 1e-3);
    }

    [Theory]
    [InlineData(0.5, 1.5, 4)]
    [InlineData(0.9, 1.5, 4)]
    [InlineData(0.9, 4, 1.5)]
    public void Over_all_thresholds_a_quantile_has_the_pinball_loss(double level, double prediction, double target)
    {
        double pinball = target > prediction ? level * (target - prediction) : (1 - level) * (prediction - target);

        Assert.Equal(pinball, Integral(new(level), prediction, target), 1e-3);
    }

    [Theory]
    [InlineData("mae", "median")]
    [InlineData("rmse", "mean")]
    [InlineData("poisson-deviance", "mean")]
    [InlineData("pinball", "median")]
    [InlineData("pinball:level=0.9", "0.9 quantile")]
    public void A_metric_says_what_predictions_are_held_against(string metric, string functional)
    {
        Assert.Equal(functional, PredictedFunctional.Of(MetricCatalogue.Find(metric)).ToString());
    }

    [Fact]
    public void The_truth_dominates_the_truth_with_noise()
    {
        double[] noise = Draw(600, 4);
        MurphyDiagram diagram = Diagram("rmse", ("squared", i => Mean(i)), ("absolute", i => Mean(i) + noise[i]));

        Assert.Equal("squared", diagram.Reference.Loss.Name);
        Assert.Equal(Dominance.Dominates, diagram.Differences.Single().Dominance);
        Assert.True(diagram.IsDominant);
    }

    [Fact]
    public void Losses_that_err_on_different_sides_cross()
    {
        // One is right below 0 and the other above it; the thresholds tell, whichever is better on average.
        MurphyDiagram diagram = Diagram(
            "rmse", ("squared", i => Math.Min(Mean(i), 0)), ("absolute", i => Math.Max(Mean(i), 0)));

        Assert.Equal(Dominance.Crosses, diagram.Differences.Single().Dominance);
        Assert.False(diagram.IsDominant);
    }

    [Fact]
    public void The_same_predictions_are_alike()
    {
        MurphyDiagram diagram = Diagram("mae", ("squared", Mean), ("absolute", Mean));

        Assert.Equal(Dominance.Alike, diagram.Differences.Single().Dominance);
        Assert.All(diagram.Differences.Single().Mean, difference => Assert.Equal(0, difference));
    }

    [Fact]
    public void A_curve_is_the_mean_of_elementary_scores()
    {
        MurphyDiagram diagram = Diagram("mae", ("squared", Mean), ("absolute", _ => 0));
        int at = diagram.Thresholds.Count / 2;
        double threshold = diagram.Thresholds[at];

        // Half of the rows in which the threshold parts prediction and target.
        double expected = Enumerable.Range(0, Normals.Length)
            .Count(i => (Mean(i) > threshold) != (Target(i) > threshold)) / 2.0 / Normals.Length;
        Assert.Equal(expected, diagram.Curves[0].Scores[at], 1e-12);
    }

    [Fact]
    public void Classes_have_thresholds_between_0_and_1_and_losses_without_probabilities_none()
    {
        string[] classes = [.. Enumerable.Range(0, 200).Select(i => i % 4 == 0 ? "yes" : "no")];
        Table table = MadeResult.TableOf(("a", classes), ("y", classes));

        MurphyDiagram diagram = MurphyDiagram.Of(MadeResult.Of(
            table,
            "log-loss",
            ("binary-cross-entropy", (i, _) => [i % 4 == 0 ? 0.6 : 0.2]),
            ("brier", (_, _) => [0.25])))!;

        Assert.All(diagram.Thresholds, threshold => Assert.InRange(threshold, 0, 1));
        Assert.Equal(Dominance.Dominates, diagram.Differences.Single().Dominance);
    }

    [Fact]
    public void Three_classes_have_no_diagram()
    {
        string[] classes = [.. Enumerable.Range(0, 90).Select(i => "xyz"[i % 3].ToString())];

        Assert.Null(MurphyDiagram.Of(MadeResult.Of(
            MadeResult.TableOf(("a", classes), ("y", classes)), "accuracy", ("cross-entropy", (_, _) => [0.2, 0.5, 0.3]))));
    }

    private static double Mean(int i) => 2 * Normals[i];

    private static double Target(int i) => Mean(i) + (0.3 * Normals[(i + 7) % Normals.Length]);

    private static MurphyDiagram Diagram(string metric, params (string Loss, Func<int, double> Predict)[] losses)
    {
        string[] targets = MadeResult.Cells(Enumerable.Range(0, Normals.Length).Select(Target));
        return MurphyDiagram.Of(MadeResult.Of(
            MadeResult.TableOf(("a", targets), ("y", targets)),
            metric,
            [.. losses.Select(loss => (loss.Loss, (Func<int, int, double[]>)((i, _) => [loss.Predict(i)])))]))!;
    }

    private static double Integral(PredictedFunctional functional, double prediction, double target)
    {
        const int Steps = 10_000;
        return Enumerable.Range(0, Steps)
            .Sum(i => functional.ElementaryScore(-5 + ((i + 0.5) * 15 / Steps), prediction, target)) * 15 / Steps;
    }

    private static double[] Draw(int count, ulong seed)
    {
        RandomStream random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
    }
}
