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
        LossEntry.FromGraph(LossFamily.Batch, p => new SubcenterArcFaceLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, p => new SphereFaceLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, p => new MultiSimilarityLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, p => new CircleLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, p => new CirclePairsLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, p => new LiftedStructureLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new NeighbourhoodComponentsLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new AngularLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new CoSentLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new ProxyNcaLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new ProxyNcaPlusPlusLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new ProxyAnchorLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, p => new SoftTripleLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, _ => new CenterLoss()),
        LossEntry.FromGraph(LossFamily.Batch, p => new DecoupledContrastiveLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new AlignmentUniformityLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, p => new BarlowTwinsLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new VarianceInvarianceCovarianceLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, _ => new ByolLoss()),
        LossEntry.FromGraph(LossFamily.Batch, _ => new SimSiamLoss()),
        LossEntry.FromGraph(LossFamily.Batch, p => new DinoLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, p => new SwappedAssignmentLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, p => new MaskedSiameseLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Batch, p => new NearestNeighbourEntropyLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Batch, p => new MaskedReconstructionLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, p => new SketchedGaussianLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Batch, _ => new RingLoss()),
    ];
}
