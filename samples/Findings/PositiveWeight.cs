using System.Globalization;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Weighing the rare class makes probabilities too high; they can be set right again.</summary>
public static class PositiveWeight
{
    private const string Plain = "unweighted", Weighted = "weighted", Undone = "weighted, undone";

    public static PublishedFinding Finding { get; } = new()
    {
        Name = "pos-weight",
        Title = "Weighing the rare class spoils probabilities and ranks no better",
        Source = "R. van den Goorbergh et al., The harm of class imbalance corrections for risk prediction models, "
            + "Journal of the American Medical Informatics Association 29 (2022) 1525-1534, "
            + "doi:10.1093/jamia/ocac093; the way back: G. King, L. Zeng, Logistic Regression in Rare Events Data, "
            + "2001, doi:10.1093/oxfordjournals.pan.a004868",
        Published = "Models that were made for balanced classes overestimate the risk of the rare one strongly, "
            + "and do not discriminate better. With weight w the best output is w P / (1 + (w - 1) P) where P is "
            + "the probability, which can be solved for P.",
        Method = "Customers who left, 14 % of 5,000 (sample churn); the paper over- and undersamples, here "
            + "positives weigh w = negatives / positives (PyTorch's pos_weight). A network of 32 hidden units, "
            + "five-fold cross-validation, the epoch kept that does best on 15 % of the training rows by the loss "
            + "itself. Undone is P = q / (q + w (1 - q)) of the same outputs q. PR AUC is average precision, ECE "
            + "the expected calibration error of 15 bins.",
        Run = _ => Run(),
        Claims =
        [
            new("It ranks no better: ROC AUC stays within 0.02, PR AUC does not rise.", table =>
                Math.Abs(table[Weighted, "ROC AUC"] - table[Plain, "ROC AUC"]) < 0.02
                && table[Weighted, "PR AUC"] < table[Plain, "PR AUC"]),
            new(
                "The mean probability is half as much again as the share of positives, or more; unweighted it is right.",
                table => table[Weighted, "mean probability"] > 1.5 * table[Weighted, "positives"]
                && Math.Abs(table[Plain, "mean probability"] - table[Plain, "positives"]) < 0.02),
            new("Brier score and calibration error get worse.", table =>
                table[Weighted, "Brier"] > 1.2 * table[Plain, "Brier"]
                && table[Weighted, "ECE"] > 3 * table[Plain, "ECE"]),
            new("The formula mends most of it.", table =>
                table[Undone, "ECE"] < table[Weighted, "ECE"] / 2
                && Above(table, Undone) < Above(table, Weighted) / 2
                && Math.Abs(table[Undone, "mean probability"] - table[Undone, "positives"]) < 0.03),
        ],
    };

    public static ResultTable Run(int epochs = 60)
    {
        SampleSet set = SampleSets.Find("churn");
        HeldOut rows = new(set.Read(), set.Target);
        int[] classes = rows.Classes;
        double share = classes.Average();
        double weight = (1 - share) / share;
        double[] plain = Probabilities("binary-cross-entropy");
        double[] weighted = Probabilities(string.Create(
            CultureInfo.InvariantCulture, $"weighted-binary-cross-entropy:positive-weight={weight:R}"));
        double[] undone = Array.ConvertAll(weighted, q => q / (q + (weight * (1 - q))));
        return new ResultTable(
            "loss",
            ["ROC AUC", "PR AUC", "mean probability", "positives", "Brier", "ECE"],
            [(Plain, Judge(plain)), (Weighted, Judge(weighted)), (Undone, Judge(undone))]);

        double[] Probabilities(string loss) =>
            Array.ConvertAll(rows.Predict(LossCatalogue.Create<ISampleLoss>(loss), [32], epochs), RealFunctions.Sigmoid);

        double[] Judge(double[] probabilities) =>
        [
            RankingMetrics.RocAuc(probabilities, classes),
            RankingMetrics.AveragePrecision(probabilities, classes),
            probabilities.Average(),
            share,
            ProbabilityMetrics.Brier(probabilities, classes),
            ProbabilityMetrics.CalibrationError(probabilities, classes),
        ];
    }

    private static double Above(ResultTable table, string row) => table[row, "Brier"] - table[Plain, "Brier"];
}
