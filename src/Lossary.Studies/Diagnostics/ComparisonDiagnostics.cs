using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>What a comparison's scores hide: calibration, other scores, parts of the rows.</summary>
public sealed class ComparisonDiagnostics
{
    /// <summary>The losses that give probabilities, in the result's order, and how far those can be believed.</summary>
    public required IReadOnlyList<LossCalibration> Calibration { get; init; }

    /// <summary>Where quantiles were asked for: how many targets lie below those of each loss.</summary>
    public required IReadOnlyList<QuantileCoverage> Coverage { get; init; }

    /// <summary>Whether the loss to take is best under other scores too; null where that cannot be said.</summary>
    public required MurphyDiagram? Murphy { get; init; }

    /// <summary>By the target, then by each column that was asked for.</summary>
    public required IReadOnlyList<SegmentView> Segments { get; init; }

    /// <summary>Computes them from what the networks predicted for rows that they had not seen.</summary>
    /// <param name="result">The comparison.</param>
    public static ComparisonDiagnostics Of(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);

        // An order is no prediction of a number, and parts of the rows part queries and pairs.
        bool isOrder = result.Metric.Needs is PredictionNeed.Order or PredictionNeed.Times;
        return new()
        {
            Calibration = CalibrationOf(result),
            Coverage = QuantileCoverage.Of(result),
            Murphy = isOrder ? null : MurphyDiagram.Of(result),
            Segments = isOrder ? [] :
            [
                SegmentView.Of(result, Segmentation.ByTarget(result.Target)),
                .. result.Options.SegmentColumns.Where(column => column != result.Target.Name)
                    .Select(
                        column => SegmentView.Of(result, Segmentation.ByColumn(result.Table, result.Target, column))),
            ],
        };
    }

    private static LossCalibration[] CalibrationOf(ComparisonResult result)
    {
        RandomStream random = new RandomStream((ulong)result.Options.Seed).Split("calibration");
        return !result.Target.IsClass
            ? []
            :
            [
                .. result.Outcomes.Where(loss => loss.Failure is null && FoldPredictions.HasProbabilities(loss))
                    .Select(loss => new LossCalibration(loss, Calibrate(result, loss, random.Split(loss.Name)))),
            ];
    }

    /// <summary>Each row once: its prediction in the first repeat.</summary>
    private static Calibration Calibrate(ComparisonResult result, LossOutcome loss, RandomStream random)
    {
        List<double> stated = [];
        List<bool> happened = [];
        foreach (FoldPredictions fold in FoldPredictions.Of(result, loss).Where(fold => fold.Fold.Repeat == 0))
        {
            for (int i = 0; i < fold.Fold.Test.Length; i++)
            {
                int target = result.Target.Classes[fold.Fold.Test[i]];
                int top = fold.Width == 1
                    ? 1
                    : Enumerable.Range(0, fold.Width).MaxBy(k => fold.Responses[(i * fold.Width) + k]);
                stated.Add(fold.Responses[(i * fold.Width) + (fold.Width == 1 ? 0 : top)]);
                happened.Add(target == top);
            }
        }

        return Studies.Calibration.Of([.. stated], [.. happened], random);
    }
}
