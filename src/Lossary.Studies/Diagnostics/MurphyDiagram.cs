using Lossary.Data;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>
/// Which loss predicts best under every consistent score, and not only under the one that was chosen.
/// </summary>
/// <remarks>
/// Every score that rewards predicting the mean (or a quantile) weighs the same elementary scores, one for each
/// threshold; a loss that is ahead at all thresholds is ahead under all of them. Made of the first repeat, in which
/// each row is predicted once; the intervals take the rows as independent and the trained networks as given. W. Ehm, T.
/// Gneiting, A. Jordan, F. Krüger, Journal of the Royal Statistical Society B 78 (2016) 505–562,
/// doi:10.1111/rssb.12154.
/// </remarks>
/// <param name="Functional">What the predictions are held against.</param>
/// <param name="Thresholds">Shape [thresholds], rising.</param>
/// <param name="Reference">The loss to take.</param>
/// <param name="Curves">One for each loss, in the result's order.</param>
/// <param name="Differences">One for each loss but the one to take.</param>
public sealed record MurphyDiagram(
    PredictedFunctional Functional,
    IReadOnlyList<double> Thresholds,
    LossOutcome Reference,
    IReadOnlyList<MurphyCurve> Curves,
    IReadOnlyList<MurphyDifference> Differences)
{
    /// <summary>How many thresholds there are at most.</summary>
    public const int MostThresholds = 101;

    /// <summary>With fewer rows in which two losses' scores differ at a threshold, nothing is said there.</summary>
    private const int LeastDifferent = 10;

    /// <summary>Whether the loss to take dominates every other.</summary>
    public bool IsDominant => Differences.Count > 0 && Differences.All(other => other.Dominance == Dominance.Dominates);

    /// <summary>The diagram of a comparison; null where classes are more than two, or no loss can be judged.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="functional">
    /// What to hold predictions against; null for what the deciding metric is minimised by.
    /// </param>
    public static MurphyDiagram? Of(ComparisonResult result, PredictedFunctional? functional = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Target.Task == TaskKind.MultiClass || result.Verdict.Take is not LossOutcome take)
        {
            return null;
        }

        (LossOutcome Loss, double[] Responses)[] losses =
        [
            .. result.Outcomes
                .Where(
                    loss => loss.Failure is null && (!result.Target.IsClass || FoldPredictions.HasProbabilities(loss)))
                .Select(loss => (loss, Responses: ResponsesOf(result, loss)))
                .Where(loss => Array.TrueForAll(loss.Responses, double.IsFinite)),
        ];
        int reference = Array.FindIndex(losses, loss => loss.Loss == take);
        PredictedFunctional held = result.Target.IsClass
            ? PredictedFunctional.Mean
            : functional ?? (result.Options.Quantiles is { Count: > 0 } levels
                ? new(levels[FoldPredictions.MiddleOf(levels)])
                : PredictedFunctional.Of(result.Metric));
        return reference < 0 ? null : Build(held, result.Target.Values.ToArray(), losses, reference);
    }

    private static MurphyDiagram Build(
        PredictedFunctional functional, double[] targets, (LossOutcome Loss, double[] Responses)[] losses,
        int reference)
    {
        double[] thresholds = ThresholdsOf(targets, losses.Select(loss => loss.Responses));
        double[] referenceScores = losses[reference].Responses;
        return new(
            functional,
            thresholds,
            losses[reference].Loss,
            [
                .. losses.Select(
                    loss => new MurphyCurve(loss.Loss, MeansOf(functional, thresholds, loss.Responses, targets))),
            ],
            [
                .. losses.Where((_, i) => i != reference)
                    .Select(
                        loss => Compare(functional, thresholds, loss.Loss, loss.Responses, referenceScores, targets)),
            ]);
    }

    /// <summary>
    /// Each row once: its prediction in the first repeat, of quantiles the middle one. NaN where there is none.
    /// </summary>
    private static double[] ResponsesOf(ComparisonResult result, LossOutcome outcome)
    {
        IReadOnlyList<double> levels = result.Options.Quantiles;
        int width = Math.Max(1, levels.Count), middle = FoldPredictions.MiddleOf(levels);
        double[] responses = new double[result.Target.Count];
        Array.Fill(responses, double.NaN);
        foreach (FoldPredictions fold in FoldPredictions.Of(result, outcome).Where(
            fold => fold.Fold.Repeat == 0 && fold.Width == width))
        {
            for (int i = 0; i < fold.Fold.Test.Length; i++)
            {
                responses[fold.Fold.Test[i]] = fold.Responses[(i * width) + middle];
            }
        }

        return responses;
    }

    /// <summary>
    /// Equally many targets and predictions between them; the last threshold, at which all is over, is left out.
    /// </summary>
    private static double[] ThresholdsOf(double[] targets, IEnumerable<double[]> responses)
    {
        double[] pooled = [.. targets.Concat(responses.SelectMany(of => of)).Order()];
        return
        [
            .. Enumerable.Range(0, MostThresholds)
                .Select(i => pooled[(int)((long)i * (pooled.Length - 1) / MostThresholds)])
                .Distinct(),
        ];
    }

    private static double[] MeansOf(
        PredictedFunctional functional, double[] thresholds, double[] responses, double[] targets) =>
        Array.ConvertAll(thresholds, threshold =>
        {
            double sum = 0;
            for (int i = 0; i < targets.Length; i++)
            {
                sum += functional.ElementaryScore(threshold, responses[i], targets[i]);
            }

            return sum / targets.Length;
        });

    private static MurphyDifference Compare(
        PredictedFunctional functional,
        double[] thresholds,
        LossOutcome loss,
        double[] responses,
        double[] references,
        double[] targets)
    {
        double pointwise = Normal.InvCDF(0, 1, 0.5 + (ResampledDifference.Confidence / 2));
        double all = Normal.InvCDF(0, 1, 1 - ((1 - ResampledDifference.Confidence) / 2 / thresholds.Length));
        double[] means = new double[thresholds.Length], reaches = new double[thresholds.Length];
        bool isBetter = false, isWorse = false;
        for (int at = 0; at < thresholds.Length; at++)
        {
            (double mean, double error, int different) = MeanOf(
                functional, thresholds[at], responses, references, targets);
            means[at] = mean;
            reaches[at] = pointwise * error;

            // A few rows that differ are no sample: the normal approximation would see a gap in them.
            isBetter |= mean > all * error && different >= LeastDifferent;
            isWorse |= mean < -all * error && different >= LeastDifferent;
        }

        Dominance dominance = (isBetter, isWorse) switch
        {
            (true, false) => Dominance.Dominates,
            (false, true) => Dominance.Dominated,
            (true, true) => Dominance.Crosses,
            _ => Dominance.Alike,
        };
        return new(
            loss,
            means,
            [.. means.Zip(reaches, (mean, reach) => mean - reach)],
            [.. means.Zip(reaches, (mean, reach) => mean + reach)],
            dominance);
    }

    private static (double Mean, double Error, int Different) MeanOf(
        PredictedFunctional functional, double threshold, double[] responses, double[] references, double[] targets)
    {
        double sum = 0, squares = 0;
        int n = targets.Length, different = 0;
        for (int i = 0; i < n; i++)
        {
            double difference = functional.ElementaryScore(threshold, responses[i], targets[i])
                - functional.ElementaryScore(threshold, references[i], targets[i]);
            sum += difference;
            squares += difference * difference;
            different += difference == 0 ? 0 : 1;
        }

        return (sum / n, Math.Sqrt(Math.Max(0, squares - (sum * sum / n))) / n, different);
    }
}
