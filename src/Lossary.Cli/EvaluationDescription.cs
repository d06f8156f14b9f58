using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What <c>evaluate --json</c> writes. A value that is not finite is null.</summary>
internal sealed record EvaluationDescription(
    string Task, int Rows, IReadOnlyList<MetricDescription> Metrics, IReadOnlyList<EvaluatedLossDescription> Losses)
{
    public static EvaluationDescription Of(Evaluation evaluation) => new(
        TaskNames.NameOf(evaluation.Task),
        evaluation.Rows,
        [.. evaluation.Metrics.Select(m => new MetricDescription(m.Metric.Key, Numbers.OrNull(m.Value)))],
        [.. evaluation.Losses.Select(l => new EvaluatedLossDescription(
            l.Loss.Name, Numbers.OrNull(l.Totals.Mean), Numbers.OrNull(l.Totals.Sum)))]);
}

/// <summary>A metric's value.</summary>
internal sealed record MetricDescription(string Key, double? Value);

/// <summary>A loss's value.</summary>
internal sealed record EvaluatedLossDescription(string Key, double? Mean, double? Sum);
