using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli.Tests;

public sealed class StressTextTests
{
    [Fact]
    public void The_firm_and_the_frail_are_told_and_where_the_lead_changes() => Assert.Equal(
        "Absolute error keeps its MAE within 10 % of the clean one up to 20 %; at 5.0 % that of squared error is 3.0 times "
        + "that. Squared error leads on clean rows, absolute error from 5.0 % on (p = 0.010 at the last level).",
        Sentence(
            0.01, StressKind.HighOutliers, "mae", [0, 0.05, 0.2], ("squared", [10, 30, 80]), ("absolute", [11, 11.5, 12])));

    [Fact]
    public void A_change_of_the_lead_that_may_be_chance_is_not_told() => Assert.DoesNotContain(
        "leads",
        Sentence(0.2, StressKind.HighOutliers, "mae", [0, 0.2], ("squared", [10, 12]), ("absolute", [11, 11.9])),
        StringComparison.Ordinal);

    [Fact]
    public void All_may_hold() => Assert.Equal(
        "All keep their MAE within 10 % of the clean one up to 20 %.",
        Sentence(StressKind.HighOutliers, "mae", [0, 0.2], ("squared", [10, 10.5]), ("absolute", [11, 11.5])));

    [Fact]
    public void None_may_hold() => Assert.Equal(
        "At 10 % that of cross entropy is 50 % worse, that of Poly-1 cross entropy 20 % worse: no loss keeps its log loss within 10 % of the "
        + "clean one.",
        Sentence(StressKind.WrongLabels, "log-loss", [0, 0.1], ("cross-entropy", [0.4, 0.6]), ("poly-1", [0.3, 0.36])));

    [Fact]
    public void All_may_hold_for_a_while() => Assert.Equal(
        "All keep their accuracy within 10 % of the clean one down to 50 % of the rows; with 10 % of the rows that of focal "
        + "cross entropy is 50 % worse, that of cross entropy 25 % worse.",
        Sentence(StressKind.FewRows, "accuracy", [1, 0.5, 0.1], ("cross-entropy", [0.8, 0.76, 0.6]), ("focal", [0.8, 0.76, 0.4])));

    [Fact]
    public void One_alone_is_told_too() => Assert.Equal(
        "Cross entropy keeps its accuracy within 10 % of the clean one down to 50 % of its rows; with 10 % of its rows it is "
        + "25 % worse.",
        Sentence(StressKind.RareClass, "accuracy", [1, 0.5, 0.1], ("cross-entropy", [0.8, 0.76, 0.6])));

    private static string Sentence(
        StressKind kind, string metric, double[] levels, params (string Objective, double[] Means)[] curves) =>
        Sentence(null, kind, metric, levels, curves);

    private static string Sentence(
        double? pValue, StressKind kind, string metric, double[] levels, params (string Objective, double[] Means)[] curves)
    {
        Metric judge = MetricCatalogue.Find(metric);
        StressResult result = new()
        {
            Options = new(),
            Metric = judge,
            Curves = [],
            LeftOut = [],
            Folds = 5,
            Trainings = 0,
            Seconds = 0,
        };
        StressCurve[] all = [.. curves.Select(curve => Curve(curve.Objective, curve.Means, judge.HigherIsBetter ? -1 : 1))];
        return StressText.Sentence(
            new()
            {
                Kind = kind,
                Levels = levels,
                Curves = all,
                ClassName = "yes",
                LeadPValue = pValue,
                Leaders =
                [
                    .. levels.Select((_, level) => Enumerable.Range(0, all.Length).MinBy(i =>
                        (judge.HigherIsBetter ? -1 : 1) * all[i].Scores[level]!.Value.Mean)),
                ],
            },
            result);
    }

    private static StressCurve Curve(string objective, double[] means, int sign)
    {
        double[] losses = [.. means.Select(mean => sign * (mean - means[0]) / means[0])];
        return new()
        {
            Objective = Objective.Parse(objective),
            Scores = [.. means.Select(mean => (ScoreInterval?)new ScoreInterval(mean, mean, mean))],
            Losses = losses,
            HeldLevel = losses.TakeWhile(loss => loss <= 0.1).Count() - 1,
        };
    }
}
