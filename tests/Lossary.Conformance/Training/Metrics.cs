using Lossary.Tests.Shared;
using Lossary.Training;

namespace Lossary.Conformance;

/// <summary>scikit-learn's metrics.</summary>
internal static class Metrics
{
    /// <summary>Each metric as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>(
            [.. OfNumbers(), .. OfClasses(), .. OfScores()]);

    private static Dictionary<string, Func<GoldenCase, Results>> OfNumbers() => new()
    {
        ["mean_squared_error"] = c => Value(ErrorMetrics.MeanSquaredError(Found(c), Wanted(c), Weights(c))),
        ["root_mean_squared_error"] = c => Value(ErrorMetrics.RootMeanSquaredError(Found(c), Wanted(c), Weights(c))),
        ["mean_absolute_error"] = c => Value(ErrorMetrics.MeanAbsoluteError(Found(c), Wanted(c), Weights(c))),
        ["median_absolute_error"] = c => Value(ErrorMetrics.MedianAbsoluteError(Found(c), Wanted(c), Weights(c))),
        ["max_error"] = c => Value(ErrorMetrics.MaxError(Found(c), Wanted(c))),
        ["mean_absolute_percentage_error"] = c =>
            Value(ErrorMetrics.MeanAbsolutePercentageError(Found(c), Wanted(c), Weights(c))),
        ["mean_squared_log_error"] = c => Value(ErrorMetrics.MeanSquaredLogError(Found(c), Wanted(c), Weights(c))),
        ["mean_pinball_loss"] = c =>
            Value(ErrorMetrics.PinballLoss(Found(c), Wanted(c), c.Argument("alpha", 0.5), Weights(c))),
        ["r2_score"] = c => Value(SkillScores.RSquared(Found(c), Wanted(c), Weights(c))),
        ["explained_variance_score"] = c => Value(SkillScores.ExplainedVariance(Found(c), Wanted(c), Weights(c))),
        ["d2_pinball_score"] = c =>
            Value(SkillScores.D2Pinball(Found(c), Wanted(c), c.Argument("alpha", 0.5), Weights(c))),
        ["d2_tweedie_score"] = c =>
            Value(SkillScores.D2Tweedie(Found(c), Wanted(c), c.Argument("power", 0), Weights(c))),
        ["mean_poisson_deviance"] = c => Value(Deviances.MeanPoisson(Found(c), Wanted(c), Weights(c))),
        ["mean_gamma_deviance"] = c => Value(Deviances.MeanGamma(Found(c), Wanted(c), Weights(c))),
        ["mean_tweedie_deviance"] = c =>
            Value(Deviances.MeanTweedie(Found(c), Wanted(c), c.Argument("power", 0), Weights(c))),
        ["dcg_score"] = c => Value(OverQueries(c, (s, r) => RetrievalMetrics.DiscountedCumulativeGain(s, r))),
        ["ndcg_score"] = c =>
            Value(OverQueries(c, (s, r) => RetrievalMetrics.NormalizedDiscountedCumulativeGain(s, r))),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> OfClasses() => new()
    {
        ["accuracy_score"] = c => Value(Matrix(c).Accuracy),
        ["zero_one_loss"] = c => Value(Matrix(c).ZeroOneLoss),
        ["hamming_loss"] = c => Value(Matrix(c).ZeroOneLoss),
        ["balanced_accuracy_score"] = c => Value(Matrix(c).BalancedAccuracy),
        ["precision_score"] = c => Value(Matrix(c).Precision(1)),
        ["recall_score"] = c => Value(Matrix(c).Recall(1)),
        ["f1_score"] = c => Value(Matrix(c).F1(1)),
        ["jaccard_score"] = c => Value(Matrix(c).Jaccard(1)),
        ["precision_score_macro"] = c => Value(Matrix(c).MacroPrecision),
        ["recall_score_macro"] = c => Value(Matrix(c).MacroRecall),
        ["f1_score_macro"] = c => Value(Matrix(c).MacroF1),
        ["jaccard_score_macro"] = c => Value(Matrix(c).MacroJaccard),
        ["matthews_corrcoef"] = c => Value(Matrix(c).Matthews),
        ["cohen_kappa_score"] = c => Value(Matrix(c).CohenKappa),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> OfScores() => new()
    {
        ["roc_auc_score"] = c => Value(RankingMetrics.RocAuc(Found(c), Classes(Wanted(c)), Weights(c))),
        ["average_precision_score"] = c =>
            Value(RankingMetrics.AveragePrecision(Found(c), Classes(Wanted(c)), Weights(c))),
        ["log_loss_binary"] = c => Value(ProbabilityMetrics.LogLoss(Found(c), Classes(Wanted(c)), Weights(c))),
        ["log_loss_multiclass"] = c => Value(ProbabilityMetrics.LogLoss(Found(c), Classes(Wanted(c)), Weights(c))),
        ["brier_score_loss"] = c => Value(ProbabilityMetrics.Brier(Found(c), Classes(Wanted(c)), Weights(c))),
        ["hinge_loss"] = c => Value(MarginMetrics.Hinge(Found(c), OfSigns(Wanted(c)), Weights(c))),
        ["hinge_loss_multiclass"] = c => Value(MarginMetrics.Hinge(Found(c), Classes(Wanted(c)), Weights(c))),
    };

    private static Results Value(double number) => new Results().Add("value", number);

    private static double[] Found(GoldenCase golden) => golden.Inputs["y_pred"].Data;

    private static double[] Wanted(GoldenCase golden) => golden.Inputs["y_true"].Data;

    private static double[] Weights(GoldenCase golden) => TabularLosses.Weights(golden);

    private static int[] Classes(double[] numbers) => [.. numbers.Select(number => (int)number)];

    /// <summary>Classes of −1 and 1, or of 0 and 1.</summary>
    private static int[] OfSigns(double[] signs) => [.. signs.Select(sign => sign > 0 ? 1 : 0)];

    private static ConfusionMatrix Matrix(GoldenCase golden)
    {
        int[] found = Classes(Found(golden)), wanted = Classes(Wanted(golden));
        return new ConfusionMatrix(found, wanted, Math.Max(2, found.Concat(wanted).Max() + 1), Weights(golden));
    }

    private static double OverQueries(GoldenCase golden, Func<double[], double[], double> metric)
    {
        int documents = golden.Inputs["y_pred"].Shape[^1];
        return Found(golden).Chunk(documents).Zip(Wanted(golden).Chunk(documents), metric).Average();
    }
}
