namespace Lossary.Losses;

/// <content>Costs of moving one cloud or distribution onto another, and losses without labels.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Transports =>
    [
        LossEntry.FromGraph(LossFamily.Transport, p => new SinkhornLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Transport, _ => new WassersteinBinsLoss()),
        LossEntry.FromGraph(LossFamily.Transport, _ => new SlicedWassersteinLoss()),
        LossEntry.FromGraph(LossFamily.Transport, _ => new ChamferLoss()),
        LossEntry.FromGraph(LossFamily.Transport, _ => new DeepClusteringLoss()),
        LossEntry.FromGraph(LossFamily.Transport, _ => new DeepDescriptionLoss()),
        LossEntry.FromFormula(LossFamily.Transport, p => new BetaDivergenceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Transport, _ => new SkipGramLoss()),
        LossEntry.FromGraph(LossFamily.Transport, p => new GloveLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Transport, p => new TranslationMarginLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Transport, _ => new NearestCentreLoss()),
        LossEntry.FromGraph(LossFamily.Transport, p => new SelfAdversarialLoss(p[0], p[1])),
    ];
}
