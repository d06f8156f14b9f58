using Lossary.Data;

namespace Lossary.Studies.Tests;

public sealed class AdvisorTests
{
    [Fact]
    public void Of_two_rules_that_fire_the_earlier_recommends_and_the_later_is_an_alternative()
    {
        Advice advice = Advisor.Advise(Profiles.Of(
            TaskKind.Regression, "minimum=1 skewness=2 taylor-slope=2 heteroscedasticity-p=0 outlier-share=0.04 noise-scale=2"));
        Assert.Equal("gamma", advice.Recommended.Objective.Name);
        Assert.Contains(advice.Alternatives, alternative => alternative.Objective.Name == "huber:delta=2.69");
    }

    [Fact]
    public void A_length_is_in_units_of_the_target_s_spread_for_compare()
    {
        // Targets 1 … 40: quartiles 10.75 and 30.25, 19.5 / 1.34898 = 14.4554; 1.345 · 2 / 14.4554 = 0.18609.
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.Regression, "outlier-share=0.04 noise-scale=2"));
        Assert.Equal("huber:delta=2.69", advice.Recommended.Objective.Name);
        Assert.Equal("huber:delta=0.186", advice.Recommended.ObjectiveInComparison.Name);
        Assert.Equal("huber:delta=0.186", advice.Candidates[0].Name);
    }

    [Fact]
    public void A_reason_names_the_fact_its_value_and_the_threshold()
    {
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.Regression, "outlier-share=0.04 noise-scale=2"));
        Reason reason = Assert.Single(advice.Recommended.Reasons);
        Assert.Equal("outliers 4 % > 1 %", reason.Text);
        Assert.Equal(FactCatalogue.OutlierShare, reason.Fact);
        Assert.Equal(0.04, reason.Value);
        Assert.Equal(ThresholdCatalogue.OutlierShare, reason.Threshold);
        Assert.Equal(0.01, reason.Limit);
    }

    [Fact]
    public void A_changed_threshold_changes_the_advice()
    {
        DataProfile profile = Profiles.Of(TaskKind.Regression, "outlier-share=0.04 noise-scale=2");
        Advice advice = Advisor.Advise(profile, thresholds: Thresholds.Default.With("outlier-share", 0.05));
        Assert.Equal("squared", advice.Recommended.Objective.Name);
    }

    [Fact]
    public void A_threshold_inside_the_interval_of_a_fact_makes_a_suggestion_borderline()
    {
        Advice near = Advisor.Advise(Profiles.Of(TaskKind.Counts, "dispersion=1.2..1.6..2.0"));
        Advice far = Advisor.Advise(Profiles.Of(TaskKind.Counts, "dispersion=2.2..2.6..3.0"));
        Assert.Equal((Confidence.Borderline, Confidence.Clear), (near.Recommended.Confidence, far.Recommended.Confidence));
    }

    [Fact]
    public void What_a_rule_avoids_is_no_alternative()
    {
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.Binary, "label-noise=0.1 confident-errors=0.1 smallest-share=0.005"));
        Assert.Equal("generalised-cross-entropy", advice.Recommended.Objective.Name);
        Assert.DoesNotContain(advice.Alternatives, a => a.Objective.Name.StartsWith("binary-focal", StringComparison.Ordinal));
    }

    [Fact]
    public void Noise_that_is_stated_comes_before_an_order_that_names_suggest()
    {
        DataProfile profile = Profiles.Of(TaskKind.MultiClass, "ordinal-hint=1");
        Needs noise = new() { NoiseShare = 0.2 };
        Assert.NotEqual("generalised-cross-entropy", Advisor.Advise(profile).Recommended.Objective.Name);
        Assert.Equal("generalised-cross-entropy", Advisor.Advise(profile, noise).Recommended.Objective.Name);
    }

    [Fact]
    public void An_angle_is_told_of_the_likelihood_that_is_made_for_it()
    {
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.Regression, "rows=500"), new() { IsPeriodic = true });
        Assert.Contains(
            advice.Warnings, warning => warning.Message.Contains("von-mises is made for this", StringComparison.Ordinal));
        Assert.Contains(
            Advisor.Advise(Profiles.Of(TaskKind.Binary, "rows=500"), new() { IsPeriodic = true }).Warnings,
            warning => warning.Message.StartsWith("--periodic is for numbers", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_quantile_that_is_asked_for_is_a_candidate()
    {
        Needs needs = new() { Quantiles = [0.9, 0.1, 0.5] };
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.Regression, "rows=500"), needs);
        Assert.Equal(["quantile:level=0.1", "quantile", "quantile:level=0.9", "squared"], Names(advice));
    }

    [Theory]
    [InlineData(TaskKind.Regression, "outlier-share=0.04 noise-scale=2")]
    [InlineData(TaskKind.Regression, "minimum=1 decades=4 skewness=3 taylor-slope=2 outlier-share=0.2 noise-scale=2")]
    [InlineData(TaskKind.Counts, "dispersion=3 nb2-alpha=0.5 taylor-slope=1.4")]
    [InlineData(TaskKind.Binary, "smallest-share=0.004")]
    [InlineData(TaskKind.MultiClass, "imbalance-ratio=3")]
    public void Candidates_begin_with_the_recommendation_hold_the_baseline_and_are_few(TaskKind task, string facts)
    {
        DataProfile profile = Profiles.Of(task, facts);
        Advice advice = Advisor.Advise(profile);
        Assert.Equal(advice.Recommended.ObjectiveInComparison.Name, advice.Candidates[0].Name);
        Assert.Contains(DecisionTable.BaselineOf(task), Names(advice));
        Assert.InRange(advice.Candidates.Count, 4, 7);
        Assert.Equal(advice.Candidates.Count, Names(advice).Distinct().Count());
        Assert.All(advice.Candidates, objective => Assert.Null(Candidates.Refusal(objective, profile.Target)));
    }

    [Fact]
    public void Gross_errors_on_one_side_are_not_taken_for_errors_in_proportion()
    {
        // As profiled of planted contamination: skewed, with a Taylor slope from noise alone, but of equal spread.
        Advice advice = Advisor.Advise(Profiles.Of(
            TaskKind.Regression,
            "minimum=5 skewness=2 taylor-slope=1.6 heteroscedasticity-p=0.1 outlier-share=0.14 noise-scale=1"));
        Assert.Equal("contamination", advice.Recommended.RuleId);
    }

    [Theory]
    [InlineData("dispersion=1.2..1.28..1.35 nb2-alpha=1.0", "over-dispersion")]
    [InlineData("dispersion=0.9..1.28..1.6 nb2-alpha=1.0", "counts")]
    [InlineData("dispersion=1.2..1.28..1.35 nb2-alpha=0.02", "counts")]
    public void Counts_of_a_small_mean_are_over_dispersed_by_alpha(string facts, string rule)
    {
        // Doctor visits have a mean of 0.3: variance over mean, 1 + αμ, is 1.3 with α = 1.
        Assert.Equal(rule, Advisor.Advise(Profiles.Of(TaskKind.Counts, facts)).Recommended.RuleId);
    }

    [Fact]
    public void Overlap_of_classes_is_not_taken_for_wrong_labels()
    {
        // As profiled of classes that overlap: the surest rows are right more often than flipped labels would be.
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.MultiClass, "label-noise=0.25 confident-errors=0.09 imbalance-ratio=2"));
        Assert.Equal("multi-class", advice.Recommended.RuleId);
    }

    [Fact]
    public void Stated_noise_comes_before_imbalance_and_suspected_noise_after()
    {
        DataProfile profile = Profiles.Of(TaskKind.MultiClass, "label-noise=0.2 confident-errors=0.2 imbalance-ratio=30");
        Assert.Equal("imbalance", Advisor.Advise(profile).Recommended.RuleId);
        Assert.Equal("wrong-class-labels", Advisor.Advise(profile, new() { IsNoisy = true }).Recommended.RuleId);
    }

    [Fact]
    public void Weights_for_rare_classes_are_not_recommended_to_who_counts_every_row()
    {
        Needs needs = new() { Metric = Lossary.Training.MetricCatalogue.Find("accuracy") };
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.MultiClass, "imbalance-ratio=30"), needs);
        Assert.Equal("cross-entropy", advice.Recommended.Objective.Name);
    }

    [Fact]
    public void What_is_stated_says_what_judges()
    {
        DataProfile numbers = Profiles.Of(TaskKind.Regression, ""), classes = Profiles.Of(TaskKind.Binary, "");
        Assert.Null(Advisor.Advise(numbers).Metric);
        Assert.Equal("pinball:level=0.75", Advisor.Advise(numbers, new() { Costs = new(3, 1) }).Metric?.Key);
        Assert.Equal("pinball:level=0.9", Advisor.Advise(numbers, new() { Quantiles = [0.9] }).Metric?.Key);
        Assert.Null(Advisor.Advise(numbers, new() { Quantiles = [0.1, 0.9] }).Metric);
        Assert.Equal("log-loss", Advisor.Advise(classes, new() { IsCalibrated = true }).Metric?.Key);
    }

    [Fact]
    public void A_trace_holds_every_rule_of_the_task_with_what_its_conditions_saw()
    {
        Advice advice = Advisor.Advise(Profiles.Of(TaskKind.Regression, "spread-ratio=1.2"));
        RuleTrace trace = advice.Trace.Single(rule => rule.Row.Id == "unequal-spread");
        Assert.False(trace.Fires);
        Assert.Equal(
            [("test for unequal spread < 0.01", "not known of this target"), ("ratio of spreads > 2.5", "1.2")],
            trace.Checks.Select(check => (check.Condition, check.Seen)));
        Assert.Equal(DecisionTable.Rows.Count(row => row.Tasks.Contains(TaskKind.Regression)), advice.Trace.Count);
    }

    private static string[] Names(Advice advice) =>
        [.. advice.Candidates.Select(objective => objective.Name)];
}
