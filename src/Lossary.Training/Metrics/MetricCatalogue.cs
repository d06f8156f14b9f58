using System.Globalization;
using Lossary.Data;
using static Lossary.Training.MetricUnit;
using static Lossary.Training.PredictionNeed;

namespace Lossary.Training;

/// <summary>Every metric by which trained models are judged, one line each.</summary>
public static class MetricCatalogue
{
    private const bool Higher = true;
    private const bool Lower = false;

    private static readonly TaskKind[] Numbers = [TaskKind.Regression, TaskKind.Counts];
    private static readonly TaskKind[] Classes = [TaskKind.Binary, TaskKind.MultiClass];
    private static readonly TaskKind[] Binary = [TaskKind.Binary];
    private static readonly TaskKind[] Many = [TaskKind.MultiClass];

    private static readonly MetricParameter Level = new("level", 0.5, 0, 1);
    private static readonly MetricParameter Threshold = new("threshold", 0.5, 0, 1);
    private static readonly MetricParameter Power = new("power", 1.5, 1, 3);

    /// <summary>All metrics; those of a task stand in the order in which tables show them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Error("mae", "MAE", OfTarget, ErrorMetrics.MeanAbsoluteError, "mean-absolute-error", "l1"),
        Error("rmse", "RMSE", OfTarget, ErrorMetrics.RootMeanSquaredError, "root-mean-squared-error", "l2"),
        Error("median-absolute-error", "median absolute error", OfTarget, ErrorMetrics.MedianAbsoluteError, "medae"),
        Skill("r2", "R²", SkillScores.RSquared, "r-squared"),
        Error("mse", "MSE", OfTargetSquared, ErrorMetrics.MeanSquaredError, "mean-squared-error"),
        Error("max-error", "largest error", OfTarget, ErrorMetrics.MaxError),
        Error("mape", "MAPE", Share, ErrorMetrics.MeanAbsolutePercentageError, "mean-absolute-percentage-error"),
        Error("msle", "MSLE", None, ErrorMetrics.MeanSquaredLogError, "mean-squared-log-error"),
        Skill("explained-variance", "explained variance", SkillScores.ExplainedVariance),
        Error("poisson-deviance", "Poisson deviance", None, Deviances.MeanPoisson, "mean-poisson-deviance"),
        Error("gamma-deviance", "gamma deviance", None, Deviances.MeanGamma, "mean-gamma-deviance"),
        Tuned("tweedie-deviance", "Tweedie deviance", Lower, None, Power, Deviances.MeanTweedie),
        Tuned("pinball", "pinball loss", Lower, OfTarget, Level, ErrorMetrics.PinballLoss, "quantile"),
        Tuned("d2-tweedie", "D² of the Tweedie deviance", Higher, None, Power, SkillScores.D2Tweedie),
        Tuned("d2-pinball", "D² of the pinball loss", Higher, None, Level, SkillScores.D2Pinball),
        Several("quantile-score", "quantile score", OfTarget, QuantileMetrics.Score, "mean-pinball"),
        Several("quantile-calibration", "calibration error of the quantiles", Share, QuantileMetrics.CalibrationError),
        Several("interval-score", "interval score", OfTarget, QuantileMetrics.IntervalScore, "winkler"),
        Several("interval-width", "width of the interval", OfTarget, QuantileMetrics.Width),
        new(
            "ndcg", "NDCG", [], Numbers, Order, Higher, None, (predictions, at) => QueryMetrics.Ndcg(
                predictions.Values, predictions.Targets, predictions.Queries, (int)at),
            new("at", 10, 1, 1_000_000)),
        new(
            "ordered-pairs", "pairs in order", [], Numbers, Order, Higher, Share, (predictions, _) =>
                QueryMetrics.OrderedPairs(predictions.Values, predictions.Targets, predictions.Queries)),
        new(
            "concordance", "concordance", ["c-index"], Numbers, Times, Higher, Share, (predictions, _) =>
                TimeMetrics.Concordance(
                    predictions.Values, predictions.Targets, predictions.Events, predictions.Weights)),
        ByClass("accuracy", "accuracy", Classes, Higher, matrix => matrix.Accuracy),
        ByClass("balanced-accuracy", "balanced accuracy", Classes, Higher, matrix => matrix.BalancedAccuracy),
        ByClass("f1", "F1", Binary, Higher, matrix => matrix.F1(1), "f1-score"),
        ByClass("f1-macro", "macro F1", Classes, Higher, matrix => matrix.MacroF1, "macro-f1"),
        Scored("roc-auc", "ROC AUC", Binary, Score, Higher, None, RankingMetrics.RocAuc, "auc", "auroc"),
        Scored("pr-auc", "PR AUC", Binary, Score, Higher, None, RankingMetrics.AveragePrecision, "average-precision"),
        Scored("log-loss", "log loss", Classes, Probability, Lower, Nats, ProbabilityMetrics.LogLoss, "nll"),
        Scored("brier", "Brier score", Classes, Probability, Lower, None, ProbabilityMetrics.Brier, "brier-score"),
        Scored("ece", "calibration error", Classes, Probability, Lower, Share, ProbabilityMetrics.CalibrationError),
        ByClass("precision", "precision", Binary, Higher, matrix => matrix.Precision(1)),
        ByClass("recall", "recall", Binary, Higher, matrix => matrix.Recall(1), "sensitivity"),
        new(
            "decision-cost", "cost of the decisions", ["cost"], Binary, Class, Lower, None, (predictions, threshold) =>
                new ConfusionMatrix(
                    predictions.PredictedClasses, predictions.TargetClasses, 2, predictions.Weights).CostAt(threshold),
            Threshold),
        new(
            "class-cost", "mean cost of the decisions", ["mean-cost"], Many, Costs, Lower, None, (predictions, _) =>
                CostMetrics.Mean(
                    predictions.PredictedClasses, predictions.TargetClasses, predictions.Costs, predictions.Weights)),
        ByClass("jaccard", "Jaccard index", Binary, Higher, matrix => matrix.Jaccard(1)),
        ByClass("precision-macro", "macro precision", Many, Higher, matrix => matrix.MacroPrecision, "macro-precision"),
        ByClass("recall-macro", "macro recall", Many, Higher, matrix => matrix.MacroRecall, "macro-recall"),
        ByClass("jaccard-macro", "macro Jaccard index", Many, Higher, matrix => matrix.MacroJaccard, "macro-jaccard"),
        ByClass("matthews", "Matthews correlation", Classes, Higher, matrix => matrix.Matthews, "mcc"),
        ByClass("cohen-kappa", "Cohen's kappa", Classes, Higher, matrix => matrix.CohenKappa, "kappa"),
        ByClass("quadratic-kappa", "quadratic kappa", Many, Higher, matrix => matrix.QuadraticKappa, "qwk"),
        ByClass("zero-one", "share of errors", Classes, Lower, matrix => matrix.ZeroOneLoss, "error-rate", "hamming"),
        Scored("hinge", "hinge loss", Classes, Margin, Lower, None, MarginMetrics.Hinge),
        Scored(
            "ranked-probability", "ranked probability score", Many, Probability, Lower, None,
            OrdinalMetrics.RankedProbabilityScore, "rps"),
        new(
            "ordinal-mae", "MAE of class numbers", [], Many, Class, Lower, None, (predictions, _) =>
                OrdinalMetrics.MeanAbsoluteError(
                    predictions.PredictedClasses, predictions.TargetClasses, predictions.Weights)),
    ];

    private delegate double OnNumbers(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights);

    private delegate double OnTunedNumbers(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, double argument, ReadOnlySpan<double> weights);

    private delegate double OnQuantiles(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> levels,
        ReadOnlySpan<double> weights);

    private delegate double OnScores(
        ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights);

    /// <summary>The metrics that judge a task, in the order in which tables show them.</summary>
    /// <param name="task">The task.</param>
    public static IReadOnlyList<Metric> For(TaskKind task) => [.. All.Where(metric => metric.Tasks.Contains(task))];

    /// <summary>The metric that decides unless the user names another: one that every trained model has.</summary>
    /// <param name="task">The task.</param>
    public static Metric DefaultFor(TaskKind task) => Find(task switch
    {
        TaskKind.Regression => "mae",
        TaskKind.Counts => "rmse",
        TaskKind.Binary => "roc-auc",
        _ => "accuracy",
    });

    /// <summary>
    /// The metric of a key or alias, with its parameter if one is given: <c>mae</c>, <c>pinball:level=0.9</c>.
    /// </summary>
    /// <param name="name">Case does not count; <c>_</c> is <c>-</c>.</param>
    /// <exception cref="ArgumentException">
    /// There is no such metric (the message lists them), or its parameter is wrong.
    /// </exception>
    public static Metric Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] parts = name.Replace('_', '-').Split(':', 2);
        Metric metric = All.FirstOrDefault(candidate => Answers(candidate, parts[0]))
            ?? throw new ArgumentException(
                $"There is no metric '{parts[0]}'; there are {string.Join(", ", All)}.", nameof(name));
        return parts.Length == 1 ? metric : metric.With(ArgumentIn(parts[1], metric));
    }

    private static bool Answers(Metric metric, string name) =>
        metric.Aliases.Append(metric.Key).Contains(name, StringComparer.OrdinalIgnoreCase);

    private static double ArgumentIn(string text, Metric metric)
    {
        string[] parts = text.Split('=');
        bool fits = parts.Length == 2 && metric.Parameter?.Name == parts[0];
        if (!fits || !double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double argument))
        {
            string expected = metric.Parameter is null
                ? "it has no parameter"
                : $"write {metric.Key}:{metric.Parameter.Name}=NUMBER";
            throw new ArgumentException($"'{text}' does not tune the metric {metric.Key}; {expected}.", nameof(text));
        }

        return argument;
    }

    private static Metric Error(string key, string title, MetricUnit unit, OnNumbers error, params string[] aliases) =>
        Untuned(key, title, Lower, unit, error, aliases);

    private static Metric Skill(string key, string title, OnNumbers score, params string[] aliases) =>
        Untuned(key, title, Higher, None, score, aliases);

    private static Metric Untuned(
        string key, string title, bool direction, MetricUnit unit, OnNumbers metric, string[] aliases) =>
        new(key, title, aliases, Numbers, Value, direction, unit, (predictions, _) =>
            metric(predictions.Values, predictions.Targets, predictions.Weights));

    private static Metric Several(
        string key, string title, MetricUnit unit, OnQuantiles metric, params string[] aliases) =>
        new(key, title, aliases, Numbers, Quantiles, Lower, unit, (predictions, _) =>
            metric(predictions.Values, predictions.Targets, predictions.Levels, predictions.Weights));

    private static Metric Tuned(
        string key,
        string title,
        bool direction,
        MetricUnit unit,
        MetricParameter parameter,
        OnTunedNumbers metric,
        params string[] aliases) =>
        new(key, title, aliases, Numbers, Value, direction, unit, (predictions, argument) =>
            metric(predictions.Values, predictions.Targets, argument, predictions.Weights), parameter);

    private static Metric Scored(
        string key,
        string title,
        TaskKind[] tasks,
        PredictionNeed needs,
        bool direction,
        MetricUnit unit,
        OnScores metric,
        params string[] aliases) =>
        new(key, title, aliases, tasks, needs, direction, unit, (predictions, _) =>
            metric(predictions.Values, predictions.TargetClasses, predictions.Weights));

    private static Metric ByClass(
        string key,
        string title,
        TaskKind[] tasks,
        bool direction,
        Func<ConfusionMatrix, double> metric,
        params string[] aliases) =>
        new(key, title, aliases, tasks, Class, direction, Share, (predictions, _) => metric(new ConfusionMatrix(
            predictions.PredictedClasses, predictions.TargetClasses, predictions.ClassCount, predictions.Weights)));
}
