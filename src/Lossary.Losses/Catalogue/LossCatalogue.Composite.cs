namespace Lossary.Losses;

/// <content>Losses of other losses.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Composites =>
    [
        LossEntry.FromFormula(LossFamily.Composite, _ => new UncertaintyWeightingLoss()),
        LossEntry.FromGraph(LossFamily.Head, _ => new AdaptiveRobustLoss()),
    ];
}
