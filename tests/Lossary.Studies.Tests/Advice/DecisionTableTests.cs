using System.Globalization;
using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class DecisionTableTests
{
    private const string Calm = "rows=500 noise-scale=2 outlier-share=0 tail-index=9";

    /// <summary>A case for each rule: facts and needs, and what must be recommended (parameters by hand from the facts).</summary>
    private static readonly (string Rule, TaskKind Task, string Facts, string Needs, string Objective)[] Cases =
    [
        ("censored", TaskKind.Regression, Calm, "censored", "absolute"),
        ("quantiles", TaskKind.Regression, Calm, "quantiles=0.9,0.1", "quantile:level=0.1"),
        ("distribution", TaskKind.Regression, Calm, "calibrated", "quantile:level=0.1"),
        ("costs", TaskKind.Counts, "rows=500", "costs=3,1", "quantile:level=0.75"),
        ("periodic", TaskKind.Regression, Calm, "periodic", "squared"),
        ("metric-quantile", TaskKind.Regression, Calm, "metric=pinball:level=0.9", "quantile:level=0.9"),
        ("metric-median", TaskKind.Regression, Calm, "metric=mae", "absolute"),
        ("metric-relative", TaskKind.Regression, Calm + " minimum=1", "metric=mape", "log-normal"),
        ("metric-poisson", TaskKind.Counts, "rows=500 dispersion=3", "metric=poisson-deviance", "poisson"),
        ("metric-gamma", TaskKind.Regression, Calm + " minimum=1", "metric=gamma-deviance", "gamma"),
        ("metric-tweedie", TaskKind.Counts, "negative-share=0", "metric=tweedie-deviance:power=1.3", "tweedie:power=1.3"),
        ("limit", TaskKind.Regression, Calm + " distinct-share=0.5 ties-at-maximum=0.2", "", "absolute"),
        ("zero-heavy", TaskKind.Regression, Calm + " negative-share=0 zero-share=0.4 taylor-slope=1.62", "", "tweedie:power=1.62"),
        ("orders-of-magnitude", TaskKind.Regression, Calm + " minimum=0.01 decades=4", "", "log-normal"),
        ("relative-errors", TaskKind.Regression, Calm + " minimum=1 skewness=2 taylor-slope=1.9", "", "gamma"),
        ("contamination", TaskKind.Regression, "noise-scale=2 outlier-share=0.15", "", "cauchy:c=4.77"),
        ("outliers", TaskKind.Regression, "noise-scale=2 outlier-share=0.03", "", "huber:delta=2.69"),
        ("unequal-spread", TaskKind.Regression, Calm + " heteroscedasticity-p=0.001 spread-ratio=3", "", "huber:delta=2.69"),
        ("regression", TaskKind.Regression, Calm, "", "squared"),
        ("excess-zeros", TaskKind.Counts, "excess-zeros-z=9 nb2-zeros-z=4 nb2-alpha=0.8", "", "negative-binomial:alpha=0.8"),
        ("over-dispersion", TaskKind.Counts, "dispersion=4 nb2-alpha=0.8 nb2-zeros-z=0.2", "", "negative-binomial:alpha=0.8"),
        ("counts", TaskKind.Counts, "dispersion=1.1", "", "poisson"),
        ("calibrated", TaskKind.Binary, "smallest-share=0.005", "calibrated", "binary-cross-entropy"),
        ("costs-of-classes", TaskKind.Binary, "smallest-share=0.3", "costs=5,1", "weighted-binary-cross-entropy:positive-weight=5"),
        ("wrong-labels", TaskKind.Binary, "label-noise=0.2", "", "generalised-cross-entropy"),
        ("ranking", TaskKind.Binary, "smallest-share=0.3", "metric=roc-auc", "binary-cross-entropy"),
        ("very-rare-class", TaskKind.Binary, "smallest-share=0.004", "", "binary-focal"),
        ("rare-class", TaskKind.Binary, "smallest-share=0.05", "metric=f1", "weighted-binary-cross-entropy:positive-weight=19"),
        ("margin", TaskKind.Binary, "smallest-share=0.4", "metric=hinge", "squared-hinge"),
        ("binary", TaskKind.Binary, "smallest-share=0.4 label-noise=0.01", "", "binary-cross-entropy"),
        ("ordered-classes", TaskKind.MultiClass, "ordinal-hint=1", "", "ranked-probability"),
        ("calibrated-classes", TaskKind.MultiClass, "imbalance-ratio=500", "metric=log-loss", "cross-entropy"),
        ("wrong-class-labels", TaskKind.MultiClass, "label-noise=0.12", "", "generalised-cross-entropy"),
        ("very-many-classes", TaskKind.MultiClass, "classes=20000", "", "cross-entropy"),
        ("long-tail", TaskKind.MultiClass, "rows=1000 imbalance-ratio=300", "", "cross-entropy+logit-adjusted"),
        ("imbalance", TaskKind.MultiClass, "rows=1000 imbalance-ratio=30", "", "cross-entropy+class-balanced"),
        ("multi-class", TaskKind.MultiClass, "imbalance-ratio=2", "", "cross-entropy"),
    ];

    public static TheoryData<string> RulesWithCases => [.. Cases.Select(at => at.Rule)];

    [Theory]
    [MemberData(nameof(RulesWithCases))]
    public void A_rule_fires_and_recommends_its_objective(string rule)
    {
        (_, TaskKind task, string facts, string needs, string objective) = Cases.Single(at => at.Rule == rule);
        Advice advice = Advisor.Advise(Profiles.Of(task, facts), NeedsOf(needs));
        Assert.Equal(rule, advice.Recommended.RuleId);
        Assert.Equal(objective, advice.Recommended.Objective.Name);
    }

    [Theory]
    [InlineData(TaskKind.Regression)]
    [InlineData(TaskKind.Counts)]
    [InlineData(TaskKind.Binary)]
    [InlineData(TaskKind.MultiClass)]
    public void Without_a_single_fact_the_baseline_is_recommended(TaskKind task)
    {
        Advice advice = Advisor.Advise(Profiles.Of(task, ""));
        Assert.Equal(DecisionTable.BaselineOf(task), advice.Recommended.Objective.Name);
        Assert.Empty(advice.Recommended.Reasons);
        Assert.Equal(Confidence.Stated, advice.Recommended.Confidence);
    }

    [Fact]
    public void Rules_have_names_of_their_own() =>
        Assert.Equal(DecisionTable.Rows.Count, DecisionTable.Rows.Select(row => row.Id).Distinct().Count());

    private static Needs NeedsOf(string text)
    {
        string[] parts = text.Split('=', 2);
        double[] Numbers() => [.. parts[1].Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return parts[0] switch
        {
            "" => Needs.None,
            "censored" => new() { IsCensored = true },
            "calibrated" => new() { IsCalibrated = true },
            "periodic" => new() { IsPeriodic = true },
            "quantiles" => new() { Quantiles = Numbers() },
            "costs" => new() { Costs = new(Numbers()[0], Numbers()[1]) },
            "metric" => new() { Metric = MetricCatalogue.Find(parts[1]) },
            _ => throw new ArgumentException($"No need '{text}'.", nameof(text)),
        };
    }
}
