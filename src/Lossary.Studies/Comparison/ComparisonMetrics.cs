using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>What a comparison measures.</summary>
internal static class ComparisonMetrics
{
    /// <summary>The deciding metric, then those that people ask for in such a task.</summary>
    public static IReadOnlyList<Metric> For(TaskKind task, Metric deciding)
    {
        string[] keys = task switch
        {
            TaskKind.Regression => ["mae", "rmse", "median-absolute-error", "r2"],
            TaskKind.Counts => ["rmse", "mae", "r2", "poisson-deviance"],
            TaskKind.Binary => ["roc-auc", "pr-auc", "accuracy", "balanced-accuracy", "f1", "log-loss", "brier", "ece"],
            _ => ["accuracy", "balanced-accuracy", "f1-macro", "log-loss", "brier", "ece"],
        };
        return [deciding, .. keys.Where(key => key != deciding.Key).Select(MetricCatalogue.Find)];
    }
}
