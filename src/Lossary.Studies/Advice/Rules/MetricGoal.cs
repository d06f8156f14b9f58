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
        double? level = isNumber && at.Needs.Quantiles.Count == 1 ? at.Needs.Quantiles[0] : null;
        bool areCostsAsked = isNumber ? at.Needs.Quantiles.Count == 0 : !at.Needs.IsCalibrated;
        return at.Needs.Metric
            ?? (isNumber && at.Needs.QueryColumn is not null ? MetricCatalogue.Find("ndcg").With(10)
                : isNumber && at.Needs.EventColumn is not null ? MetricCatalogue.Find("concordance")
                : areCostsAsked && OfCosts(at.Task, at.Needs) is Metric ofCosts ? ofCosts
                : level is double asked ? MetricCatalogue.Find("pinball").With(asked)
                : !isNumber && at.Needs.IsCalibrated ? MetricCatalogue.Find("log-loss")
                : null);
    }

    /// <summary>What judges by stated costs; null where none are stated.</summary>
    /// <param name="task">What is predicted.</param>
    /// <param name="needs">Held against the target: see <see cref="Needs.For"/>.</param>
    public static Metric? OfCosts(TaskKind task, Needs needs) => (task, needs) switch
    {
        (TaskKind.Binary, { Costs: ErrorCosts costs }) =>
            MetricCatalogue.Find("decision-cost").With(FactText.Rounded(costs.Threshold, 6)),
        (TaskKind.MultiClass, { ClassCosts: not null }) => MetricCatalogue.Find("class-cost"),
        (TaskKind.Regression or TaskKind.Counts, { Costs: ErrorCosts costs }) =>
            MetricCatalogue.Find("pinball").With(costs.Level),
        _ => null,
    };

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
