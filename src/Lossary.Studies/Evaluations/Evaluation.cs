using Lossary.Data;
using Lossary.Losses;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Predictions of any origin, judged by every loss and metric that applies.</summary>
/// <param name="Task">What was predicted.</param>
/// <param name="Reason">Why this task.</param>
/// <param name="Rows">How many rows were judged.</param>
/// <param name="Metrics">The task's metrics that such predictions have.</param>
/// <param name="Losses">The task's losses, at their default parameters, whose domains hold all values.</param>
public sealed record Evaluation(
    TaskKind Task, string Reason, int Rows, IReadOnlyList<MetricValue> Metrics, IReadOnlyList<LossValue> Losses)
{
    /// <summary>Judges a column of predictions.</summary>
    /// <param name="table">The file.</param>
    /// <param name="target">The targets.</param>
    /// <param name="predictionColumn">Numbers on the target's scale; probabilities or scores of the positive class; class names.</param>
    /// <exception cref="DataFileException">There is no such column, or a prediction is missing or no class.</exception>
    public static Evaluation Of(Table table, Target target, string predictionColumn)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        PredictionColumn column = PredictionColumn.Read(table, target, predictionColumn);
        Predictions predictions = column.ToPredictions();
        MetricValue[] metrics =
        [
            .. MetricCatalogue.For(target.Task)
                .Where(metric => metric.AppliesTo(predictions))
                .Select(metric => new MetricValue(metric, metric.Evaluate(predictions)!.Value)),
        ];
        return new(target.Task, target.Reason, target.Count, metrics, [.. LossesOf(column)]);
    }

    private static IEnumerable<LossValue> LossesOf(PredictionColumn column)
    {
        LossTask task = Enum.Parse<LossTask>(column.Target.Task.ToString());
        foreach (LossEntry entry in LossCatalogue.All.Where(entry => entry.Card.Tasks.HasFlag(task)))
        {
            if (entry.Create() is ISampleLoss loss && column.TryFit(entry.Card, out double[] raw, out double[] targets))
            {
                yield return new(loss, loss.Evaluate(new LossBatch<double> { Predictions = raw, Targets = targets }));
            }
        }
    }
}

/// <summary>A metric and its value; NaN where it has none for these numbers.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">Its value.</param>
public sealed record MetricValue(Metric Metric, double Value);

/// <summary>A loss and its totals.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Totals">Sum and mean.</param>
public sealed record LossValue(ILoss Loss, Totals Totals);
