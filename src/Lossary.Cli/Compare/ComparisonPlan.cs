using Lossary.Data;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary>From a request to a comparison: the data, the advice, what is trained and what decides.</summary>
/// <param name="Table">The data.</param>
/// <param name="Target">What is to be predicted.</param>
/// <param name="Advice">What is recommended for it.</param>
/// <param name="Comparison">Ready to run.</param>
/// <param name="Named">The first objective that the user named; null where none was.</param>
internal sealed record ComparisonPlan(
    Table Table, Target Target, Advice Advice, Comparison Comparison, string? Named)
{
    /// <summary>
    /// Prepares a comparison; what was asked for may not exist or not fit, which is said before anything is trained.
    /// </summary>
    /// <exception cref="UsageException">It does not.</exception>
    /// <exception cref="DataFileException">The data cannot be used.</exception>
    public static ComparisonPlan Of(CompareRequest request, Shell shell)
    {
        Table table = DataSource.Read(request.Data, () => shell.In);
        string column = TargetColumn.Of(request.DataSets[0].Target ?? request.Target, request.Data, table);
        Target target = Target.Read(table, column, request.TargetOptions);
        try
        {
            IReadOnlyList<double> levels = LevelsOf(request, target);
            if (request.Needs.Metric is { } asked && !asked.Tasks.Contains(target.Task))
            {
                throw new UsageException(Comparison.RefusalOf(asked, target.Task, levels.Count > 0));
            }

            Objective[] named = request.Losses is null ? [] : [.. Objective.ParseAll(request.Losses)];
            Advice advice = Advisor.Advise(Profiler.Profile(table, target), request.Needs);
            IReadOnlyList<Objective> objectives = request.Losses is not null ? named
                : levels.Count > 0 ? Candidates.ForQuantiles(target)
                : Candidates.From(advice, target);
            if (request.Baseline is string baseline && BaselineCheck.ScoreIn(baseline) is null)
            {
                objectives = [.. objectives.Append(Objective.Parse(baseline)).DistinctBy(objective => objective.Name)];
            }

            Metric metric = request.Needs.Metric
                ?? (levels.Count > 0
                    ? MetricCatalogue.Find("quantile-score")
                    : MetricFor(advice, target.Task, request.Losses is null));
            Comparison comparison = new(
                table, target, objectives, metric,
                (request.Options with { Quantiles = levels }).With(advice.Needs, target));
            return new(table, target, advice, comparison, named.Length == 0 ? null : named[0].Name);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }

    /// <summary>The quantiles that are asked for; who asks for a distribution and no more is given three.</summary>
    private static IReadOnlyList<double> LevelsOf(CompareRequest request, Target target) =>
        request.Needs.Quantiles.Count > 0 ? request.Needs.Quantiles
        : request.Needs is { IsCalibrated: true, Metric: null } && request.Losses is null
            && !target.IsClass ? Advisor.Deciles
        : [];

    /// <summary>
    /// Who asks for a quantile or states costs is served by the score that is least there, not by the task's usual one.
    /// </summary>
    private static Metric MetricFor(Advice advice, TaskKind task, bool isAdvised) =>
        (isAdvised || IsStated(advice, task)) && advice.Metric is Metric metric
            ? metric
            : MetricCatalogue.DefaultFor(task);

    private static bool IsStated(Advice advice, TaskKind task) =>
        advice.Needs.QueryColumn is not null || advice.Needs.EventColumn is not null
            || advice.Needs.ClassCosts is not null
            || (advice.Needs.Costs is not null && task == TaskKind.Binary);
}
