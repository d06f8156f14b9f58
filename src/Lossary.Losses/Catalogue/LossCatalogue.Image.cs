namespace Lossary.Losses;

/// <content>Losses of images.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Images =>
    [
        LossEntry.FromGraph(LossFamily.Image, p => new StructuralSimilarityLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Image, p => new MultiScaleSimilarityLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Image, p => new PeakSignalLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Image, p => new ImageVariationPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Image, _ => new GradientDifferenceLoss()),
        LossEntry.FromGraph(LossFamily.Image, _ => new GramStyleLoss()),
        LossEntry.FromGraph(LossFamily.Image, p => new LocalCorrelationLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Image, _ => new DepthSmoothnessPenalty()),
        LossEntry.FromGraph(LossFamily.Image, p => new MutualInformationLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Image, _ => new BendingPenalty()),
        LossEntry.FromGraph(LossFamily.Image, _ => new DiffusionPenalty()),
        LossEntry.FromGraph(LossFamily.Image, _ => new PatchSimilarityLoss()),
        LossEntry.FromGraph(LossFamily.Image, p => new FocalFrequencyLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Image, p => new PhotometricLoss(p[0], p[1], p[2])),
    ];
}
