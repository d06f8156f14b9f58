namespace Lossary.Losses;

/// <content>Moments of a whole batch.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Moments =>
    [
        LossEntry.FromGraph(LossFamily.Moment, _ => new RootMeanSquaredLoss()),
        LossEntry.FromGraph(LossFamily.Moment, _ => new PearsonLoss()),
        LossEntry.FromGraph(LossFamily.Moment, _ => new ConcordanceLoss()),
        LossEntry.FromGraph(LossFamily.Moment, _ => new RelativeSquaredLoss()),
        LossEntry.FromGraph(LossFamily.Moment, p => new ScaleInvariantLogLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Moment, _ => new MultiRootMeanSquaredLoss()),
        LossEntry.FromFormula(LossFamily.Moment, _ => new AbsoluteScaledLoss()),
        LossEntry.FromGraph(LossFamily.Moment, p => new TrimmedMeanLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Moment, p => new ConditionalValueAtRiskLoss(p[0])),
    ];
}
