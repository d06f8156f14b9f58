namespace Lossary.Training.Tests;

public sealed class MetricGoldenTests
{
    private static readonly Dictionary<string, Func<GoldenMetrics, double>> Operations = new()
    {
        ["mean_squared_error"] = c => ErrorMetrics.MeanSquaredError(c.Predictions, c.Targets, c.Weights),
        ["root_mean_squared_error"] = c => ErrorMetrics.RootMeanSquaredError(c.Predictions, c.Targets, c.Weights),
        ["mean_absolute_error"] = c => ErrorMetrics.MeanAbsoluteError(c.Predictions, c.Targets, c.Weights),
        ["median_absolute_error"] = c => ErrorMetrics.MedianAbsoluteError(c.Predictions, c.Targets, c.Weights),
        ["max_error"] = c => ErrorMetrics.MaxError(c.Predictions, c.Targets),
        ["mean_absolute_percentage_error"] =
            c => ErrorMetrics.MeanAbsolutePercentageError(c.Predictions, c.Targets, c.Weights),
        ["mean_squared_log_error"] = c => ErrorMetrics.MeanSquaredLogError(c.Predictions, c.Targets, c.Weights),
        ["mean_pinball_loss"] =
            c => ErrorMetrics.PinballLoss(c.Predictions, c.Targets, c.Argument("alpha"), c.Weights),
        ["r2_score"] = c => SkillScores.RSquared(c.Predictions, c.Targets, c.Weights),
        ["explained_variance_score"] = c => SkillScores.ExplainedVariance(c.Predictions, c.Targets, c.Weights),
        ["d2_pinball_score"] = c => SkillScores.D2Pinball(c.Predictions, c.Targets, c.Argument("alpha"), c.Weights),
        ["d2_tweedie_score"] = c => SkillScores.D2Tweedie(c.Predictions, c.Targets, c.Argument("power"), c.Weights),
        ["mean_poisson_deviance"] = c => Deviances.MeanPoisson(c.Predictions, c.Targets, c.Weights),
        ["mean_gamma_deviance"] = c => Deviances.MeanGamma(c.Predictions, c.Targets, c.Weights),
        ["mean_tweedie_deviance"] =
            c => Deviances.MeanTweedie(c.Predictions, c.Targets, c.Argument("power"), c.Weights),
        ["accuracy_score"] = c => Matrix(c).Accuracy,
        ["zero_one_loss"] = c => Matrix(c).ZeroOneLoss,
        ["hamming_loss"] = c => Matrix(c).ZeroOneLoss,
        ["balanced_accuracy_score"] = c => Matrix(c).BalancedAccuracy,
        ["precision_score"] = c => Matrix(c).Precision(1),
        ["recall_score"] = c => Matrix(c).Recall(1),
        ["f1_score"] = c => Matrix(c).F1(1),
        ["jaccard_score"] = c => Matrix(c).Jaccard(1),
        ["precision_score_macro"] = c => Matrix(c).MacroPrecision,
        ["recall_score_macro"] = c => Matrix(c).MacroRecall,
        ["f1_score_macro"] = c => Matrix(c).MacroF1,
        ["jaccard_score_macro"] = c => Matrix(c).MacroJaccard,
        ["matthews_corrcoef"] = c => Matrix(c).Matthews,
        ["cohen_kappa_score"] = c => Matrix(c).CohenKappa,
        ["roc_auc_score"] = c => RankingMetrics.RocAuc(c.Predictions, c.TargetClasses, c.Weights),
        ["average_precision_score"] = c => RankingMetrics.AveragePrecision(c.Predictions, c.TargetClasses, c.Weights),
        ["log_loss_binary"] = c => ProbabilityMetrics.LogLoss(c.Predictions, c.TargetClasses, c.Weights),
        ["log_loss_multiclass"] = c => ProbabilityMetrics.LogLoss(c.Predictions, c.TargetClasses, c.Weights),
        ["brier_score_loss"] = c => ProbabilityMetrics.Brier(c.Predictions, c.TargetClasses, c.Weights),
        ["hinge_loss"] = c => MarginMetrics.Hinge(c.Predictions, FromSigns(c.Targets), c.Weights),
        ["hinge_loss_multiclass"] = c => MarginMetrics.Hinge(c.Predictions, c.TargetClasses, c.Weights),
        ["dcg_score"] = c => MeanOverQueries(c, (s, r) => RetrievalMetrics.DiscountedCumulativeGain(s, r)),
        ["ndcg_score"] = c => MeanOverQueries(c, (s, r) => RetrievalMetrics.NormalizedDiscountedCumulativeGain(s, r)),
    };

    public static TheoryData<string> OperationNames => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void Golden_values_are_met(string operation)
    {
        GoldenMetrics[] cases = [.. GoldenMetrics.ReadAll().Where(c => c.Operation == operation)];
        Assert.NotEmpty(cases);
        foreach (GoldenMetrics golden in cases)
        {
            double value = Operations[operation](golden), expected = golden.Expected;
            bool met = double.IsNaN(expected)
                ? double.IsNaN(value)
                : Math.Abs(value - expected) <= 1e-13 + (1e-10 * Math.Abs(expected));
            Assert.True(met, $"{golden.Id}: expected {expected}, got {value}");
        }
    }

    [Fact]
    public void Every_golden_operation_is_covered()
    {
        Assert.Empty(GoldenMetrics.ReadAll().Select(c => c.Operation).Distinct().Except(Operations.Keys));
    }

    private static ConfusionMatrix Matrix(GoldenMetrics c)
    {
        int classes = Math.Max(2, c.TargetClasses.Concat(c.PredictedClasses).Max() + 1);
        return new ConfusionMatrix(c.PredictedClasses, c.TargetClasses, classes, c.Weights);
    }

    private static int[] FromSigns(double[] signs) => [.. signs.Select(sign => sign > 0 ? 1 : 0)];

    private static double MeanOverQueries(GoldenMetrics c, Func<double[], double[], double> metric) =>
        c.Predictions.Chunk(c.Columns).Zip(c.Targets.Chunk(c.Columns), metric).Average();
}
