namespace Lossary.Losses;

/// <content>All similarities within a batch of embeddings.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Batches =>
    [
        LossEntry.FromGraph(LossFamily.Batch, p => new InfoNceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new NormalisedTemperatureLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new SupervisedContrastiveLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new ClipLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new SigmoidPairLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, _ => new NPairLoss()),
        LossEntry.FromGraph(LossFamily.Batch, p => new NormalisedSoftmaxLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new CosFaceLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, p => new ArcFaceLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, p => new SphereFaceLoss(p[0], p[1])),
    ];
}
