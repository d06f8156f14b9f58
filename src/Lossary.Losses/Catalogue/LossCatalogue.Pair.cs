namespace Lossary.Losses;

/// <content>Pairs and triplets of embeddings.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Pairs =>
    [
        LossEntry.FromGraph(LossFamily.Pair, p => new PairwiseDistanceLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Pair, p => new CosineDistanceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Pair, p => new CosineEmbeddingLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Pair, _ => new CosineRegressionLoss()),
        LossEntry.FromGraph(LossFamily.Pair, p => new ContrastiveLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Pair, p => new LearnedMarginLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Pair, p => new TripletLoss(p[0], p[1], p[2], p[3])),
        LossEntry.FromGraph(LossFamily.Pair, p => new CosineTripletLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Pair, _ => new SoftMarginTripletLoss()),
        LossEntry.FromGraph(LossFamily.Pair, p => new ContrastiveBatchLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Pair, p => new TripletBatchAllLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Pair, p => new TripletBatchHardLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Pair, _ => new TripletBatchHardSoftMarginLoss()),
        LossEntry.FromGraph(LossFamily.Pair, p => new TripletSemiHardLoss(p[0])),
    ];
}
