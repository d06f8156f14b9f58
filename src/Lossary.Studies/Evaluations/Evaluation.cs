using Lossary.Data;
using Lossary.Losses;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Predictions of any origin, judged by every loss and metric that applies.</summary>
/// <param name="Task">What was predicted.</param>
/// <param name="Reason">Why this task.</param>
/// <param name="Kind">How the predictions were read.</param>
/// <param name="Rows">How many rows were judged.</param>
/// <param name="Metrics">The metrics that such predictions have.</param>
/// <param name="Losses">The losses that such predictions have.</param>
/// <param name="Unfit">The losses that were left out, and why.</param>
public sealed record Evaluation(
    TaskKind Task,
    string Reason,
    PredictionKind Kind,
    int Rows,
    IReadOnlyList<MetricValue> Metrics,
    IReadOnlyList<LossValue> Losses,
    IReadOnlyList<UnfitLoss> Unfit)
{
    /// <summary>Judges the predictions of a file.</summary>
    /// <param name="table">The file.</param>
    /// <param name="target">The targets.</param>
    /// <param name="options">Which column, losses and metrics.</param>
    /// <exception cref="DataFileException">There is no such column, or a prediction is missing or no class.</exception>
    /// <exception cref="ArgumentException">A metric that was asked for cannot be had from such predictions.</exception>
    public static Evaluation Of(Table table, Target target, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        PredictedRows rows = PredictionReader.Read(table, target, options.Prediction);
        Predictions predictions = rows.ToPredictions();
        MetricValue[] metrics =
        [
            .. MetricsOf(predictions, options.Metrics)
                .Select(metric => new MetricValue(metric, metric.Evaluate(predictions)!.Value)),
        ];
        List<LossValue> values = [];
        List<UnfitLoss> unfit = [];
        LossFit fit = new(rows, table);
        foreach (ILoss loss in options.Losses ?? LossesOf(target.Task))
        {
            if (fit.Evaluate(loss, out string? reason) is Totals totals)
            {
                values.Add(new(loss, totals));
            }
            else
            {
                unfit.Add(new(loss, reason!));
            }
        }

        return new(target.Task, target.Reason, rows.Kind, target.Count, metrics, values, unfit);
    }

    private static IEnumerable<Metric> MetricsOf(Predictions predictions, IReadOnlyList<Metric>? wanted)
    {
        if (wanted is null)
        {
            return MetricCatalogue.For(predictions.Task).Where(metric => metric.AppliesTo(predictions));
        }

        Metric? unfit = wanted.FirstOrDefault(metric => !metric.AppliesTo(predictions));
        if (unfit is null)
        {
            return wanted;
        }

        string task = TaskNames.NameOf(predictions.Task);
        string needs = unfit.Needs == PredictionNeed.Probability ? "probabilities" : "scores, not probabilities";
        throw new ArgumentException(
            unfit.Tasks.Contains(predictions.Task)
                ? $"{unfit.Key} needs {needs}."
                : $"{unfit.Key} does not judge a {task} target; these do: "
                    + $"{string.Join(", ", MetricCatalogue.For(predictions.Task).Select(metric => metric.Key))}.",
            nameof(wanted));
    }

    private static IEnumerable<ILoss> LossesOf(TaskKind task) => LossCatalogue.All
        .Where(entry => entry.Card.Tasks.HasFlag(LossFit.TaskOf(task)))
        .Select(entry => entry.Create());
}
