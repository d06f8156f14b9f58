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
        ("censored-times", TaskKind.Regression, Calm + " negative-share=0", "event-column=died", "absolute"),
        ("censored", TaskKind.Regression, Calm, "censored", "absolute"),
        ("graded-queries", TaskKind.Counts, "rows=500", "query=session", "squared"),
        ("graded-classes-of-queries", TaskKind.MultiClass, "ordinal-hint=1", "query=session", "cross-entropy"),
        ("relevant-of-queries", TaskKind.Binary, "smallest-share=0.004", "query=session", "binary-cross-entropy"),
        ("quantiles", TaskKind.Regression, Calm, "quantiles=0.9,0.1", "quantile:level=0.1"),
        ("distribution", TaskKind.Regression, Calm, "calibrated", "quantile:level=0.1"),
        ("costs", TaskKind.Counts, "rows=500", "costs=3,1", "quantile:level=0.75"),
        ("periodic", TaskKind.Regression, Calm, "periodic", "squared"),
        ("metric-quantile", TaskKind.Regression, Calm, "metric=pinball:level=0.9", "quantile:level=0.9"),
        ("metric-median", TaskKind.Regression, Calm, "metric=mae", "absolute"),
        ("metric-relative", TaskKind.Regression, Calm + " minimum=1", "metric=mape", "log-normal"),
        ("metric-poisson", TaskKind.Counts, "rows=500 dispersion=3", "metric=poisson-deviance", "poisson"),
        ("metric-gamma", TaskKind.Regression, Calm + " minimum=1", "metric=gamma-deviance", "gamma"),
        ("metric-tweedie-steep", TaskKind.Regression, Calm + " minimum=1", "metric=tweedie-deviance:power=3", "inverse-gaussian"),
        ("metric-tweedie-gamma", TaskKind.Regression, Calm + " minimum=1", "metric=tweedie-deviance:power=2", "gamma"),
        ("known-wrong-labels", TaskKind.MultiClass, "imbalance-ratio=2", "noise=0.3", "generalised-cross-entropy"),
        ("metric-tweedie", TaskKind.Counts, "negative-share=0", "metric=tweedie-deviance:power=1.3", "tweedie:power=1.3"),
        ("limit", TaskKind.Regression, Calm + " distinct-share=0.5 ties-at-maximum=0.2", "", "absolute"),
        ("zero-heavy", TaskKind.Regression, Calm + " negative-share=0 zero-share=0.4 taylor-slope=1.62", "", "tweedie:power=1.62"),
        ("orders-of-magnitude", TaskKind.Regression, Calm + " minimum=0.01 decades=4", "", "log-normal"),
        ("relative-errors", TaskKind.Regression, Calm + " minimum=1 skewness=2 taylor-slope=1.9 heteroscedasticity-p=0", "", "gamma"),
        ("contamination", TaskKind.Regression, "noise-scale=2 outlier-share=0.15", "", "cauchy:c=4.77"),
        ("outliers", TaskKind.Regression, "noise-scale=2 outlier-share=0.03", "", "huber:delta=2.69"),
        ("unequal-spread", TaskKind.Regression, Calm + " heteroscedasticity-p=0.001 spread-ratio=3", "", "huber:delta=2.69"),
        ("regression", TaskKind.Regression, Calm, "", "squared"),
        ("excess-zeros", TaskKind.Counts, "excess-zeros-z=9 nb2-zeros-z=4 nb2-alpha=0.8", "", "zero-inflated-negative-binomial"),
        ("over-dispersion", TaskKind.Counts, "dispersion=4 nb2-alpha=0.8 nb2-zeros-z=0.2", "", "negative-binomial:alpha=0.8"),
        ("counts", TaskKind.Counts, "dispersion=1.1", "", "poisson"),
        ("calibrated", TaskKind.Binary, "smallest-share=0.005", "calibrated", "binary-cross-entropy"),
        ("costs-of-classes", TaskKind.Binary, "smallest-share=0.3", "costs=5,1", "cost-sensitive:miss=5"),
        ("known-flips-of-two", TaskKind.Binary, "smallest-share=0.3", "flips=1 0;0.3 0.7", "forward-correction"),
        ("wrong-labels", TaskKind.Binary, "label-noise=0.2 confident-errors=0.2", "", "generalised-cross-entropy"),
        ("ranking", TaskKind.Binary, "smallest-share=0.3", "metric=roc-auc", "binary-cross-entropy"),
        ("very-rare-class", TaskKind.Binary, "smallest-share=0.004", "", "binary-focal"),
        ("rare-class", TaskKind.Binary, "smallest-share=0.05", "metric=f1", "weighted-binary-cross-entropy:positive-weight=19"),
        ("margin", TaskKind.Binary, "smallest-share=0.4", "metric=hinge", "squared-hinge"),
        ("binary", TaskKind.Binary, "smallest-share=0.4 label-noise=0.01", "", "binary-cross-entropy"),
        ("costs-between-classes", TaskKind.MultiClass, "ordinal-hint=1", "class-costs=0 1 9;1 0 1;1 1 0", "cross-entropy"),
        ("known-flips", TaskKind.MultiClass, "imbalance-ratio=2", "flips=0.8 0.1 0.1;0 1 0;0.3 0 0.7", "forward-correction"),
        ("ordered-classes", TaskKind.MultiClass, "ordinal-hint=1", "", "ranked-probability"),
        ("calibrated-classes", TaskKind.MultiClass, "imbalance-ratio=500", "metric=log-loss", "cross-entropy"),
        ("wrong-class-labels", TaskKind.MultiClass, "label-noise=0.12 confident-errors=0.1", "", "generalised-cross-entropy"),
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

    [Fact]
    public void Shares_call_for_cross_entropy()
    {
        (Table, Target) shares =
            Profiles.Read(TaskKind.Regression, i => (i * 17 % 41 / 40.0).ToString(CultureInfo.InvariantCulture));
        Advice advice = Advisor.Advise(Profiles.Of(shares, "unit-share=1 zero-share=0.02 negative-share=0"));
        Assert.Equal(("proportions", "binary-cross-entropy"), (advice.Recommended.RuleId, advice.Recommended.Objective.Name));
    }

    [Fact]
    public void Ordered_classes_whose_names_do_not_sort_are_not_scored_by_the_alphabet()
    {
        (Table, Target) grades = Profiles.Read(TaskKind.MultiClass, i => i % 3 == 0 ? "low" : i % 3 == 1 ? "mid" : "high");
        Advice advice = Advisor.Advise(Profiles.Of(grades, "ordinal-hint=1"));
        Assert.Equal(("ordered-classes-unsorted", "cross-entropy"), (advice.Recommended.RuleId, advice.Recommended.Objective.Name));
        Assert.Contains(advice.Warnings, warning => warning.Message.StartsWith("Classes are taken in the order", StringComparison.Ordinal));
    }

    [Fact]
    public void Classes_that_look_ordered_are_not_if_the_user_says_so()
    {
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.MultiClass, "ordinal-hint=1"), new() { IsOrdinal = false });
        Assert.Equal("multi-class", advice.Recommended.RuleId);
    }

    [Fact]
    public void Every_rule_that_recommends_is_tested_here() => Assert.Equal(
        DecisionTable.Rows.Where(row => row.Recommends.Length > 0).Select(row => row.Id).Order(StringComparer.Ordinal),
        Cases.Select(at => at.Rule).Concat(["proportions", "ordered-classes-unsorted"]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_objective_that_a_rule_names_can_be_made_for_one_of_its_tasks()
    {
        AdviceCase at = new(TaskKind.Regression, new([]), Needs.None, Thresholds.Default);
        foreach (Rule rule in DecisionTable.Rules)
        {
            foreach (Recipe recipe in (Recipe[])[.. rule.Alternatives, .. rule.Recommend is null ? (Recipe[])[] : [rule.Recommend]])
            {
                Assert.All(
                    recipe.For(at),
                    prepared => Assert.Contains(
                        rule.Tasks,
                        task => prepared.Objective.Loss.Card.Tasks.HasFlag(LossFit.TaskOf(task))
                            || ArrayTraining.Is(prepared.Objective.Loss)));
            }
        }
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

    [Theory]
    [InlineData("few-rows", TaskKind.Regression, "rows=40", "")]
    [InlineData("nothing-explained", TaskKind.Counts, "explained=0", "")]
    [InlineData("conflicting-duplicates", TaskKind.Binary, "conflict-share=0.2", "")]
    [InlineData("few-decide-by-weight", TaskKind.MultiClass, "effective-weight-share=0.1", "")]
    [InlineData("few-events", TaskKind.Regression, "events=40", "event-column=died")]
    [InlineData("censored-classes", TaskKind.Binary, "", "censored")]
    [InlineData("queries-without-order", TaskKind.Counts, "level-queries=0.7", "query=session")]
    [InlineData("rare-class-accuracy", TaskKind.Binary, "smallest-share=0.05", "")]
    [InlineData("costs-of-several-classes", TaskKind.MultiClass, "", "costs=2,1")]
    [InlineData("quantiles-of-classes", TaskKind.Binary, "", "quantiles=0.5")]
    [InlineData("periodic-classes", TaskKind.Binary, "", "periodic")]
    [InlineData("costs-beside-quantiles", TaskKind.Regression, "", "quantiles=0.5;costs=3,1")]
    [InlineData("query-beside-censored", TaskKind.Regression, "", "censored;query=session")]
    [InlineData("skewed-residuals", TaskKind.Regression, "outlier-share=0.03 noise-scale=1 residual-l-skewness=0.4", "")]
    [InlineData("metric-asks-for-mean", TaskKind.Regression, "outlier-share=0.03 noise-scale=1", "metric=rmse")]
    [InlineData("probabilities-shift", TaskKind.Binary, "label-noise=0.3 confident-errors=0.3", "")]
    [InlineData("needs-a-start", TaskKind.Regression, "outlier-share=0.3 noise-scale=1", "")]
    public void A_warning_is_given_where_its_conditions_hold(string rule, TaskKind task, string facts, string needs)
    {
        Assert.Contains(Advisor.Advise(Profiles.Of(task, facts), NeedsOf(needs)).Warnings, warning => warning.RuleId == rule);
        Assert.DoesNotContain(Advisor.Advise(Profiles.Of(task, "")).Warnings, warning => warning.RuleId == rule);
    }

    [Fact]
    public void Every_loss_that_is_named_beyond_what_compare_trains_is_in_the_catalogue()
    {
        Ideal[] ideals = [.. DecisionTable.Rules.Select(rule => rule.Ideal).OfType<Ideal>()];
        Assert.Equal(ideals.SelectMany(ideal => ideal.Keys), ideals.SelectMany(ideal => ideal.Cards).Select(card => card.Key));
        Assert.InRange(ideals.SelectMany(ideal => ideal.Keys).Distinct().Count(), 8, 40);
    }

    [Fact]
    public void A_loss_beyond_what_compare_trains_is_named_with_what_it_takes_and_the_nearest()
    {
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.MultiClass, "classes=20000"));
        UntrainedSuggestion first = advice.Untrained[0];
        Assert.Equal(("linear-cross-entropy", null), (first.Key, first.TrainedBy));
        Assert.Equal("cross-entropy", first.Nearest.Name);
        Assert.Contains("the last hidden layer", first.Takes, StringComparison.Ordinal);
        Assert.Contains(
            advice.Warnings, warning => warning.Message.Contains("compare cannot train it yet", StringComparison.Ordinal));
    }

    [Fact]
    public void A_distribution_is_named_with_the_option_that_trains_it()
    {
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.Regression, Calm + " heteroscedasticity-p=0.001 spread-ratio=3"));
        Assert.Equal(("gaussian", "--quantiles 0.1,0.5,0.9"), (advice.Untrained[0].Key, advice.Untrained[0].TrainedBy));
    }

    [Fact]
    public void Rules_have_names_of_their_own() =>
        Assert.Equal(DecisionTable.Rows.Count, DecisionTable.Rows.Select(row => row.Id).Distinct().Count());

    private static Needs NeedsOf(string text)
    {
        if (text.StartsWith("class-costs=", StringComparison.Ordinal))
        {
            return new() { ClassCosts = Tables.OfClasses("abc", text["class-costs=".Length..], ClassTable.ReadCosts) };
        }

        if (text.StartsWith("flips=", StringComparison.Ordinal))
        {
            string rows = text["flips=".Length..];
            string[] names = rows.Split(';').Length == 2 ? ["no", "yes"] : ["a", "b", "c"];
            return new() { Flips = Tables.OfClasses(names, rows, ClassTable.ReadShares) };
        }

        if (text.Split(';') is [string first, string second])
        {
            Needs needs = NeedsOf(second);
            return NeedsOf(first) with { Costs = needs.Costs, QueryColumn = needs.QueryColumn };
        }

        string[] parts = text.Split('=', 2);
        double[] Numbers() => [.. parts[1].Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return parts[0] switch
        {
            "" => Needs.None,
            "censored" => new() { IsCensored = true },
            "event-column" => new() { EventColumn = parts[1] },
            "noise" => new() { NoiseShare = Numbers()[0] },
            "query" => new() { QueryColumn = parts[1] },
            "calibrated" => new() { IsCalibrated = true },
            "periodic" => new() { IsPeriodic = true },
            "quantiles" => new() { Quantiles = Numbers() },
            "costs" => new() { Costs = new(Numbers()[0], Numbers()[1]) },
            "metric" => new() { Metric = MetricCatalogue.Find(parts[1]) },
            _ => throw new ArgumentException($"No need '{text}'.", nameof(text)),
        };
    }
}
