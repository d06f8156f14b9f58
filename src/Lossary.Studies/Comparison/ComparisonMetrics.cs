using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>What a comparison measures.</summary>
internal static class ComparisonMetrics
{
    /// <summary>The deciding metric, then those that people ask for in such a task.</summary>
    /// <param name="task">What is predicted.</param>
    /// <param name="deciding">What decides.</param>
    /// <param name="quantiles">How many quantiles of it are predicted; 0 for one number or class.</param>
    public static IReadOnlyList<Metric> For(TaskKind task, Metric deciding, int quantiles)
    {
        if (deciding.Needs is PredictionNeed.Order or PredictionNeed.Times)
        {
            string[] orders = deciding.Needs == PredictionNeed.Order ? ["ndcg", "ordered-pairs"] : ["concordance"];
            return
            [
                deciding,
                .. orders.Where(key => !deciding.Key.StartsWith(key, StringComparison.Ordinal)).Select(
                    MetricCatalogue.Find),
            ];
        }

        string[] keys = (task, quantiles) switch
        {
            (_, 1) => ["quantile-score", "quantile-calibration"],
            (_, > 1) => ["quantile-score", "quantile-calibration", "interval-score", "interval-width"],
            _ => KeysOf(task),
        };
        return [deciding, .. keys.Where(key => key != deciding.Key).Select(MetricCatalogue.Find)];
    }

    private static string[] KeysOf(TaskKind task) => task switch
    {
        TaskKind.Regression => ["mae", "rmse", "median-absolute-error", "r2"],
        TaskKind.Counts => ["rmse", "mae", "r2", "poisson-deviance"],
        TaskKind.Binary => ["roc-auc", "pr-auc", "accuracy", "balanced-accuracy", "f1", "log-loss", "brier", "ece"],
        _ => ["accuracy", "balanced-accuracy", "f1-macro", "log-loss", "brier", "ece"],
    };
}
