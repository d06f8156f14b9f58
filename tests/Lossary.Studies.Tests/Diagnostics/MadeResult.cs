using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

/// <summary>A comparison whose networks were never trained: what they predict is given.</summary>
internal static class MadeResult
{
    /// <summary>A table of columns, the target named y.</summary>
    public static Table TableOf(params (string Name, string[] Cells)[] columns)
    {
        StringBuilder text = new(string.Join(',', columns.Select(column => column.Name)) + "\n");
        for (int row = 0; row < columns[0].Cells.Length; row++)
        {
            text.Append(string.Join(',', columns.Select(column => column.Cells[row])) + "\n");
        }

        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.ToString()));
        return CsvFile.Read(stream, "made.csv");
    }

    public static string[] Cells(IEnumerable<double> values) =>
        [.. values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))];

    /// <summary>Two repeats of five folds.</summary>
    /// <param name="table">The data.</param>
    /// <param name="metric">What decides.</param>
    /// <param name="losses">Each loss and what it predicts [width] for a position in a repeat.</param>
    public static ComparisonResult Of(
        Table table, string metric, params (string Loss, Func<int, int, double[]> Predict)[] losses)
    {
        Target target = Target.Read(table, "y");
        ComparisonOptions options = new() { Folds = 5, Repeats = 2 };
        IReadOnlyList<Fold> folds = Folds.Repeated(target, 5, 2, new RandomStream(1));
        Metric deciding = MetricCatalogue.Find(metric);
        LossOutcome[] outcomes = [.. losses.Select((loss, i) => OutcomeOf(target, folds, deciding, loss.Loss, loss.Predict, i))];
        Verdict verdict = VerdictRule.Judge(outcomes, 0, deciding.HigherIsBetter, 0.25, options.Significance);
        return new()
        {
            Table = table,
            Target = target,
            Options = options,
            Metrics = [deciding],
            Outcomes = outcomes,
            Verdict = verdict,
            Folds = folds,
            Findings = [],
            Width = 1,
            ParameterCount = 1,
            BatchSize = 8,
            Seconds = 1,
        };
    }

    private static LossOutcome OutcomeOf(
        Target target, IReadOnlyList<Fold> folds, Metric metric, string name, Func<int, int, double[]> predict, int place)
    {
        ILoss loss = LossCatalogue.Create(name);
        bool hasProbabilities = loss.Card.Link is Link.Logit or Link.Softmax;
        FoldOutcome[] outcomes =
        [
            .. folds.Select(fold =>
            {
                double[] responses = [.. fold.Test.SelectMany(position => predict(position, fold.Repeat))];
                FoldPredictions made = new(fold, responses, responses.Length / fold.Test.Length);
                int[] all = [.. Enumerable.Range(0, fold.Test.Length)];
                return new FoldOutcome
                {
                    Repeat = fold.Repeat,
                    Fold = fold.Index,
                    Scores = [metric.Evaluate(made.Take(target, all, hasProbabilities))],
                    Responses = responses,
                    LearningRate = 0.01,
                    Epochs = 1,
                    BestEpoch = 1,
                    Curve = [],
                    Seconds = 1,
                };
            }),
        ];
        return new()
        {
            Objective = Objective.Parse(name),
            Simplicity = place,
            Folds = outcomes,
            Scores = [ScoreInterval.Of([.. outcomes.Select(fold => fold.Scores[0]!.Value)], 0.25)],
        };
    }
}
