using Lossary.Training;

namespace Lossary.Studies;

/// <summary>
/// How each loss does on each part of the rows: a loss that wins on average may fail where it matters.
/// </summary>
/// <param name="Segmentation">The parts.</param>
/// <param name="Metric">
/// What they are judged by: the deciding metric where it has a meaning on a part, else its nearest.
/// </param>
/// <param name="Losses">The losses that could be judged, in the result's order.</param>
/// <param name="Scores">Shape [losses][segments]: the mean over the folds; NaN where there is none.</param>
/// <param name="Gaps">The loss to take against each other one on each segment large enough to tell.</param>
public sealed record SegmentView(
    Segmentation Segmentation,
    Metric Metric,
    IReadOnlyList<LossOutcome> Losses,
    IReadOnlyList<IReadOnlyList<double>> Scores,
    IReadOnlyList<SegmentGap> Gaps)
{
    /// <summary>Segments with fewer rows are not tested.</summary>
    public const int LeastRows = 30;

    /// <summary>
    /// Where another loss is really better than the one to take: of each segment, the loss that is best there.
    /// </summary>
    public IReadOnlyList<SegmentGap> Warnings =>
    [
        .. Gaps.Where(gap => gap.IsReal).GroupBy(gap => gap.Segment)
            .Select(segment => segment.MaxBy(gap => Math.Abs(gap.Points))!),
    ];

    /// <summary>Looks at the parts of a comparison's rows.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="segmentation">The parts.</param>
    public static SegmentView Of(ComparisonResult result, Segmentation segmentation)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(segmentation);
        Metric metric = MetricFor(result.Metric, segmentation.Kind);
        LossOutcome[] losses =
        [
            .. result.Outcomes.Where(loss => loss.Failure is null
                && (metric.Needs != PredictionNeed.Probability || FoldPredictions.HasProbabilities(loss))),
        ];
        double[][][] scores = [.. losses.Select(loss => ScoresOf(result, loss, segmentation, metric))];
        return new(
            segmentation,
            metric,
            losses,
            [.. scores.Select(loss => Array.ConvertAll(loss, MeanOf))],
            GapsOf(result, segmentation, metric, losses, scores));
    }

    /// <summary>
    /// R² and its like compare with a mean that a part of the target's range does not have; of one class there is no
    /// order and no balance, only errors.
    /// </summary>
    internal static Metric MetricFor(Metric metric, SegmentKind kind) => (metric.Needs, kind) switch
    {
        (PredictionNeed.Value, _) when metric.HigherIsBetter =>
            MetricCatalogue.Find(metric.Key.StartsWith("d2-pinball", StringComparison.Ordinal) ? "mae" : "rmse"),
        (PredictionNeed.Class or PredictionNeed.Score, SegmentKind.Class) => MetricCatalogue.Find("zero-one"),
        (PredictionNeed.Probability, SegmentKind.Class) when metric.Key == "ece" => MetricCatalogue.Find("zero-one"),
        _ => metric,
    };

    /// <summary>
    /// Shape [segments][folds]; NaN where a fold holds none of a segment's rows, or cannot be judged on them.
    /// </summary>
    private static double[][] ScoresOf(
        ComparisonResult result, LossOutcome loss, Segmentation segmentation, Metric metric)
    {
        IReadOnlyList<FoldPredictions> folds = FoldPredictions.Of(result, loss);
        bool hasProbabilities = FoldPredictions.HasProbabilities(loss);
        int[] segmentOf = new int[result.Target.Count];
        Array.Fill(segmentOf, -1);
        foreach ((int index, Segment segment) in segmentation.Segments.Index())
        {
            foreach (int position in segment.Positions)
            {
                segmentOf[position] = index;
            }
        }

        double[][] scores = [.. segmentation.Segments.Select(_ => new double[folds.Count])];
        for (int fold = 0; fold < folds.Count; fold++)
        {
            ILookup<int, int> rows = folds[fold].Fold.Test.Index()
                .ToLookup(row => segmentOf[row.Item], row => row.Index);
            for (int segment = 0; segment < scores.Length; segment++)
            {
                int[] members = [.. rows[segment]];
                scores[segment][fold] = members.Length == 0
                    ? double.NaN
                    : metric.Evaluate(folds[fold].Take(result.Target, members, hasProbabilities)) ?? double.NaN;
            }
        }

        return scores;
    }

    private static double MeanOf(double[] scores) => scores.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    private static SegmentGap[] GapsOf(
        ComparisonResult result, Segmentation segmentation, Metric metric, LossOutcome[] losses, double[][][] scores)
    {
        int take = Array.IndexOf(losses, result.Verdict.Take);
        if (take < 0)
        {
            return [];
        }

        SegmentGap[] gaps =
        [
            .. segmentation.Segments.Index().Where(segment => segment.Item.Positions.Count >= LeastRows).SelectMany(
                segment =>
                losses.Index().Where(other => other.Index != take).Select(other => GapOf(
                    result, metric, segment.Item, other.Item, scores[take][segment.Index],
                    scores[other.Index][segment.Index]))),
        ];
        gaps = [.. gaps.Where(gap => double.IsFinite(gap.PValue))];
        double[] adjusted = Holm.Adjust([.. gaps.Select(gap => gap.PValue)]);
        return
        [
            .. gaps.Select((gap, i) => gap with
            {
                PValue = adjusted[i],
                IsReal = gap.IsReal && adjusted[i] <= result.Options.Significance,
            }),
        ];
    }

    private static SegmentGap GapOf(
        ComparisonResult result, Metric metric, Segment segment, LossOutcome other, double[] taken, double[] others)
    {
        int[] folds =
        [
            .. Enumerable.Range(0, Math.Min(taken.Length, others.Length))
                .Where(fold => double.IsFinite(taken[fold]) && double.IsFinite(others[fold])),
        ];
        if (folds.Length < 2 || 2 * folds.Length < taken.Length)
        {
            return new(segment, other, 0, 0, 0, 0, double.NaN, IsReal: false);
        }

        double sign = metric.HigherIsBetter ? -1 : 1;
        double[] differences = [.. folds.Select(fold => sign * (taken[fold] - others[fold]))];
        double level = folds.Average(fold => others[fold]);
        ResampledDifference gap = ResampledDifference.Of(differences, 1.0 / (result.Options.Folds - 1));
        double least = PracticalEquivalence.For(metric, result.Options.Rope).HalfWidthAt(level);
        return new(
            segment,
            other,
            level == 0 ? double.NaN : gap.Mean / Math.Abs(level),
            gap.Mean,
            gap.Low,
            gap.High,
            gap.PValue,
            IsReal: gap.Mean > least);
    }
}
