using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What <c>evaluate --json</c> writes. A value that is not finite is null.</summary>
internal sealed record EvaluationDescription(
    string Task,
    string Predictions,
    int Rows,
    IReadOnlyList<MetricDescription> Metrics,
    IReadOnlyList<EvaluatedLossDescription> Losses,
    IReadOnlyList<UnfitLossDescription> NotApplicable)
{
    public static EvaluationDescription Of(Evaluation evaluation) => new(
        TaskNames.NameOf(evaluation.Task),
        KebabCase.Of(evaluation.Kind.ToString()),
        evaluation.Rows,
        [.. evaluation.Metrics.Select(m => new MetricDescription(m.Metric.Key, Numbers.OrNull(m.Value)))],
        [.. evaluation.Losses.Select(l => new EvaluatedLossDescription(
            l.Loss.Name, Numbers.OrNull(l.Totals.Mean), Numbers.OrNull(l.Totals.Sum)))],
        [.. evaluation.Unfit.Select(u => new UnfitLossDescription(u.Loss.Name, u.Reason))]);
}

/// <summary>A metric's value.</summary>
internal sealed record MetricDescription(string Key, double? Value);

/// <summary>A loss's value.</summary>
internal sealed record EvaluatedLossDescription(string Key, double? Mean, double? Sum);

/// <summary>A loss that the predictions do not have.</summary>
internal sealed record UnfitLossDescription(string Key, string Reason);
