using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class WeightTests
{
    private const int Rows = 90;

    private static readonly ComparisonOptions Small = new()
    {
        Folds = 3,
        Repeats = 1,
        Epochs = 30,
        Patience = 30,
        TuningEpochs = 1,
        LearningRates = [0.03],
        Hidden = [],
        Threads = 1,
    };

    [Fact]
    public void A_score_is_the_weighted_mean_over_the_test_rows()
    {
        ComparisonResult result = Compare(weights: i => 1 + (i % 4));
        Target target = result.Target;
        foreach ((Fold fold, FoldOutcome outcome) in result.Folds.Zip(result.Outcomes[0].Folds))
        {
            double sum = 0, weights = 0;
            foreach ((int i, int position) in fold.Test.Index())
            {
                double weight = target.Weights[position];
                sum += weight * Math.Abs(outcome.Responses[i] - target.Values[position]);
                weights += weight;
            }

            Assert.Equal(sum / weights, outcome.Scores[0]!.Value, 9);
        }
    }

    [Fact]
    public void Rows_of_no_weight_teach_nothing_and_are_not_judged()
    {
        // Every third row is off by a thousand; with weight 0 the line y = 3x is learnt all the same.
        double Target(int i) => (3 * X(i)) + (i % 3 == 0 ? 1000 : 0);
        double weighted = ScoreOf(Compare(i => i % 3 == 0 ? 0 : 1, Target));
        double equal = ScoreOf(Compare(_ => 1, Target));
        Assert.InRange(weighted, 0, 1);
        Assert.True(equal > 100, $"{equal}");
    }

    [Fact]
    public void Equal_weights_change_nothing_and_the_column_is_no_feature()
    {
        ComparisonResult weighted = Compare(_ => 1);
        ComparisonResult plain = Compare(weights: null);
        Assert.Equal(plain.Outcomes[0].Folds.Select(fold => fold.Scores[0]), weighted.Outcomes[0].Folds.Select(fold => fold.Scores[0]));
        Assert.Equal(1, weighted.Width);
        Assert.Contains(weighted.Findings, finding => finding.ToString().StartsWith("weights count in training", StringComparison.Ordinal));
    }

    private static double X(int i) => (i * 37 % Rows / (Rows / 2.0)) - 1;

    private static double ScoreOf(ComparisonResult result) => result.Outcomes[0].Folds.Average(fold => fold.Scores[0]!.Value);

    private static ComparisonResult Compare(Func<int, double>? weights, Func<int, double>? target = null)
    {
        StringBuilder text = new(weights is null ? "x,y\n" : "x,y,w\n");
        for (int i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{X(i)},{target?.Invoke(i) ?? (3 * X(i)) + (i % 7)}");
            text.Append(weights is null ? "" : string.Create(CultureInfo.InvariantCulture, $",{weights(i)}")).Append('\n');
        }

        Table table = CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "test.csv");
        Target read = Data.Target.Read(
            table, "y", new() { Task = TaskKind.Regression, Weights = weights is null ? null : "w" });
        return new Comparison(
            table, read, [Objective.Parse("squared")], MetricCatalogue.DefaultFor(TaskKind.Regression), Small).Run();
    }
}
