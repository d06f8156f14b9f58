using Lossary.Data;

namespace Lossary.Training.Tests;

public sealed class MetricCatalogueTests
{
    [Fact]
    public void Keys_and_aliases_are_unique_and_in_kebab_case()
    {
        string[] names = [.. MetricCatalogue.All.SelectMany(metric => metric.Aliases.Append(metric.Key))];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", name));
    }

    [Theory]
    [InlineData("mae", "mae")]
    [InlineData("AUC", "roc-auc")]
    [InlineData("log_loss", "log-loss")]
    [InlineData("pinball:level=0.9", "pinball:level=0.9")]
    public void Metrics_are_found_by_key_alias_and_parameter(string name, string key) =>
        Assert.Equal(key, MetricCatalogue.Find(name).Key);

    [Theory]
    [InlineData("pinball:level=0.9", "pinball loss at level 0.9")]
    [InlineData("decision-cost:threshold=0.16666666666666666", "cost of the decisions at threshold 0.167")]
    public void A_title_names_the_parameter_in_few_digits(string name, string title) =>
        Assert.Equal(title, MetricCatalogue.Find(name).Title);

    [Theory]
    [InlineData("rmsee")]
    [InlineData("mae:level=0.9")]
    [InlineData("pinball:level=high")]
    [InlineData("pinball:alpha=0.5")]
    [InlineData("pinball:level=2")]
    public void Wrong_names_and_parameters_are_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => MetricCatalogue.Find(name));

    [Fact]
    public void A_parameter_changes_the_value()
    {
        Predictions predictions = Predictions.OfNumbers(TaskKind.Regression, [1, 1], [2, 3]);

        // All targets lie above: the mean distance 1.5 times the level.
        Assert.Equal(0.75, MetricCatalogue.Find("pinball").Evaluate(predictions));
        Assert.Equal(1.5 * 0.9, MetricCatalogue.Find("pinball:level=0.9").Evaluate(predictions)!.Value, 15);
    }

    [Theory]
    [InlineData(TaskKind.Regression)]
    [InlineData(TaskKind.Counts)]
    [InlineData(TaskKind.Binary)]
    [InlineData(TaskKind.MultiClass)]
    public void Perfect_predictions_are_never_beaten(TaskKind task)
    {
        (Predictions perfect, Predictions poor) = task switch
        {
            TaskKind.Binary => (
                Predictions.OfProbabilities([1, 0, 1, 0], [1, 0, 1, 0], 2),
                Predictions.OfProbabilities([0.2, 0.6, 0.9, 0.8], [1, 0, 1, 0], 2)),
            TaskKind.MultiClass => (
                Predictions.OfProbabilities([1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 1, 2], 3),
                Predictions.OfProbabilities([0.2, 0.5, 0.3, 0.1, 0.8, 0.1, 0.4, 0.4, 0.2], [0, 1, 2], 3)),
            _ => (
                Predictions.OfNumbers(task, [1, 2, 5], [1, 2, 5]),
                Predictions.OfNumbers(task, [2, 2, 3], [1, 2, 5])),
        };
        foreach (Metric metric in MetricCatalogue.For(task).Where(metric => metric.AppliesTo(perfect)))
        {
            double best = metric.Evaluate(perfect)!.Value, other = metric.Evaluate(poor)!.Value;
            Assert.True(metric.IsBetter(best, other), $"{metric}: {best} against {other}");
        }
    }

    [Fact]
    public void Scores_give_classes_and_ranks_but_no_probabilities()
    {
        Predictions scores = Predictions.OfScores([2.5, -1, 0.5], [1, 0, 0], 2);
        Assert.Null(MetricCatalogue.Find("log-loss").Evaluate(scores));
        Assert.Null(MetricCatalogue.Find("ece").Evaluate(scores));
        Assert.Equal(2.0 / 3, MetricCatalogue.Find("accuracy").Evaluate(scores));
        Assert.Equal(1, MetricCatalogue.Find("roc-auc").Evaluate(scores));

        // Margins 2.5, 1 and -0.5: only the last costs, 1.5 of three.
        Assert.Equal(0.5, MetricCatalogue.Find("hinge").Evaluate(scores));
    }

    [Fact]
    public void Diverged_predictions_are_no_number_in_every_metric()
    {
        Predictions diverged = Predictions.OfProbabilities([double.NaN, 0.5], [1, 0], 2);
        foreach (Metric metric in MetricCatalogue.For(TaskKind.Binary).Where(metric => metric.AppliesTo(diverged)))
        {
            Assert.Equal(double.NaN, metric.Evaluate(diverged));
        }
    }

    [Fact]
    public void Metrics_of_another_task_do_not_apply()
    {
        Predictions numbers = Predictions.OfNumbers(TaskKind.Counts, [1], [2]);
        Assert.Null(MetricCatalogue.Find("accuracy").Evaluate(numbers));
    }

    [Theory]
    [InlineData(TaskKind.Regression, "mae")]
    [InlineData(TaskKind.Counts, "rmse")]
    [InlineData(TaskKind.Binary, "roc-auc")]
    [InlineData(TaskKind.MultiClass, "accuracy")]
    public void Each_task_has_a_default_that_any_model_has(TaskKind task, string key) =>
        Assert.Equal(key, MetricCatalogue.DefaultFor(task).Key);

    [Fact]
    public void A_number_is_better_than_none()
    {
        Metric metric = MetricCatalogue.Find("r2");
        Assert.True(metric.IsBetter(-3, double.NaN));
        Assert.False(metric.IsBetter(double.NaN, -3));
    }
}
