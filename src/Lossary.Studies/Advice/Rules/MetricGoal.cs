using System.Globalization;
using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>What a metric that decides is about.</summary>
internal static class MetricGoal
{
    /// <summary>
    /// What judges an answer to what the user stated: the metric itself, or the one that is least at the quantile,
    /// the decisions, the order or the probabilities that are asked for; null where nothing is stated, or several
    /// quantiles, which no one metric judges.
    /// </summary>
    public static Metric? Of(AdviceCase at)
    {
        bool isNumber = at.Task is TaskKind.Regression or TaskKind.Counts;
        double? level = !isNumber ? null
            : at.Needs.Quantiles.Count == 1 ? at.Needs.Quantiles[0]
            : at.Needs.Quantiles.Count == 0 ? at.Needs.Costs?.Level
            : null;
        return at.Needs.Metric
            ?? (isNumber && at.Needs.QueryColumn is not null ? MetricCatalogue.Find("ndcg").With(10)
                : isNumber && at.Needs.EventColumn is not null ? MetricCatalogue.Find("concordance")
                : at is { Task: TaskKind.Binary, Needs: { Costs: ErrorCosts costs, IsCalibrated: false } }
                ? MetricCatalogue.Find("decision-cost").With(FactText.Rounded(costs.Threshold, 6))
                : at is { Task: TaskKind.MultiClass, Needs: { ClassCosts: not null, IsCalibrated: false } }
                ? MetricCatalogue.Find("class-cost")
                : level is double asked ? MetricCatalogue.Find("pinball").With(asked)
                : !isNumber && at.Needs.IsCalibrated ? MetricCatalogue.Find("log-loss")
                : null);
    }

    /// <summary>A condition on the metric that the user stated.</summary>
    public static Condition In(params string[] keys) => Condition.Stated(
        $"--metric is {(keys.Length == 1 ? "" : "one of ")}{string.Join(", ", keys)}",
        needs => needs.Metric is Metric metric && keys.Contains(KeyOf(metric)),
        needs => $"--metric {needs.Metric!.Key}");

    /// <summary>The condition that the user did not state one of some metrics.</summary>
    public static Condition NotIn(params string[] keys)
    {
        string text = $"--metric is not {string.Join(" or ", keys)}";
        return new(_ => text, at => at.Needs.Metric is Metric metric
            ? new(text, !keys.Contains(KeyOf(metric)), $"--metric {metric.Key}")
            : new(text, true, "not stated"));
    }

    /// <summary>A condition on the power of the Tweedie deviance that the user stated as the metric.</summary>
    public static Condition AtPower(double least) => Condition.Stated(
        string.Create(CultureInfo.InvariantCulture, $"--metric is a Tweedie deviance of power ≥ {least}"),
        needs => needs.Metric is Metric metric && KeyOf(metric) is "tweedie-deviance" or "d2-tweedie"
            && ArgumentOf(needs.Metric) >= least,
        needs => $"--metric {needs.Metric!.Key}");

    /// <summary>The metric's name without its parameter.</summary>
    public static string KeyOf(Metric metric) => metric.Key.Split(':')[0];

    /// <summary>The metric's parameter; null where it has none.</summary>
    public static double? ArgumentOf(Metric? metric)
    {
        if (metric is null || metric.Parameter is not null)
        {
            return metric?.Parameter?.Default;
        }

        int sign = metric.Key.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 ? null : double.Parse(metric.Key[(sign + 1)..], CultureInfo.InvariantCulture);
    }
}
