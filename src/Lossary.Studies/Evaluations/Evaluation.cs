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
    /// <summary>Whether the class with the least expected cost was taken for what is predicted.</summary>
    public bool IsDecidedByCosts { get; private init; }

    /// <summary>Judges the predictions of a file.</summary>
    /// <param name="table">The file.</param>
    /// <param name="target">The targets.</param>
    /// <param name="options">Which column, losses and metrics.</param>
    /// <exception cref="DataFileException">
    /// There is no such column, a prediction is missing or no class, or costs are not those of the target's classes.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A metric that was asked for cannot be had from such predictions, or a mistake costs no more than being right.
    /// </exception>
    public static Evaluation Of(Table table, Target target, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        PredictedRows rows = PredictionReader.Read(table, target, options.Prediction);
        Needs needs = new Needs { Costs = options.Costs, ClassCosts = options.ClassCosts }.For(target);
        if (target.Task == TaskKind.MultiClass && needs.Costs is not null)
        {
            throw new ArgumentException(
                "Costs of several classes are a table, what it costs to take one for another: --costs FILE.csv.",
                nameof(target));
        }

        Predictions predictions = rows.ToPredictions(needs);
        MetricValue[] metrics =
        [
            .. MetricsOf(predictions, options.Metrics, MetricGoal.OfCosts(target.Task, needs))
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

        return new(target.Task, target.Reason, rows.Kind, target.Count, metrics, values, unfit)
        {
            IsDecidedByCosts = rows.Kind == PredictionKind.Probability
                && (needs.Costs is not null || needs.ClassCosts is not null),
        };
    }

    /// <param name="predictions">What is judged.</param>
    /// <param name="wanted">What was asked for; null for all.</param>
    /// <param name="ofCosts">What judges by stated costs, and comes first; null where none were stated.</param>
    private static IEnumerable<Metric> MetricsOf(
        Predictions predictions, IReadOnlyList<Metric>? wanted, Metric? ofCosts)
    {
        if (wanted is null)
        {
            return ((Metric?[])[ofCosts]).OfType<Metric>()
                .Concat(MetricCatalogue.For(predictions.Task).Where(metric => metric.AppliesTo(predictions)))
                .DistinctBy(metric => metric.Key);
        }

        Metric? unfit = wanted.FirstOrDefault(metric => !metric.AppliesTo(predictions));
        if (unfit is null)
        {
            return wanted;
        }

        string task = TaskNames.NameOf(predictions.Task);
        string needs = unfit.Needs switch
        {
            PredictionNeed.Probability => "probabilities",
            PredictionNeed.Costs => "what mistakes cost: --costs FILE.csv",
            _ => "scores, not probabilities",
        };
        throw new ArgumentException(
            unfit.Tasks.Contains(predictions.Task)
                ? $"{unfit.Key} needs {needs}."
                : $"{unfit.Key} does not judge a {task} target; these do: "
                    + $"{string.Join(", ", MetricCatalogue.For(predictions.Task).Select(metric => metric.Key))}.",
            nameof(wanted));
    }

    private static IEnumerable<ILoss> LossesOf(TaskKind task) => LossCatalogue.All
        .Where(entry => entry.Card.Tasks.HasFlag(LossFit.TaskOf(task)))
        .Select(entry => entry.Create())
        .Where(loss => loss is ISampleLoss or IClassLoss);
}
