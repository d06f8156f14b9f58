namespace Lossary.Losses;

/// <content>Boxes around objects.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Boxes =>
    [
        LossEntry.FromFormula(LossFamily.Box, _ => new IntersectionOverUnionLoss()),
        LossEntry.FromFormula(LossFamily.Box, p => new LogIntersectionOverUnionLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Box, _ => new GeneralisedIntersectionOverUnionLoss()),
        LossEntry.FromFormula(LossFamily.Box, _ => new DistanceIntersectionOverUnionLoss()),
        LossEntry.FromFormula(LossFamily.Box, _ => new CompleteIntersectionOverUnionLoss()),
        LossEntry.FromFormula(LossFamily.Box, _ => new EfficientIntersectionOverUnionLoss()),
        LossEntry.FromFormula(LossFamily.Box, _ => new ShapeIntersectionOverUnionLoss()),
        LossEntry.FromFormula(LossFamily.Box, p => new AlphaIntersectionOverUnionLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Box, _ => new MinimumPointDistanceLoss()),
        LossEntry.FromFormula(LossFamily.Box, _ => new WiseIntersectionOverUnionLoss()),
        LossEntry.FromGraph(LossFamily.Box, p => new SetPredictionLoss(p[0], p[1], p[2])),
        LossEntry.FromFormula(LossFamily.Box, p => new HeatMapFocalLoss(p[0], p[1])),
    ];
}
