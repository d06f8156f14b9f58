namespace Lossary.Losses;

/// <content>Losses of a raw prediction and a target.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> PointwiseLosses =>
    [
        LossEntry.Pointwise(_ => new SquaredLogLoss()),
        LossEntry.Pointwise(p => new AbsolutePercentageLoss(p[0])),
        LossEntry.Pointwise(_ => new PoissonLoss()),
        LossEntry.Pointwise(p => new NegativeBinomialLoss(p[0])),
        LossEntry.Pointwise(_ => new GammaLoss()),
        LossEntry.Pointwise(_ => new InverseGaussianLoss()),
        LossEntry.Pointwise(_ => new LogNormalLoss()),
        LossEntry.Pointwise(p => new TweedieLoss(p[0])),
        LossEntry.Pointwise(p => new ExtremeStableLoss(p[0])),
        LossEntry.Pointwise(p => new WeibullLoss(p[0])),
        LossEntry.Pointwise(p => new LogQuantileLoss(p[0])),
        LossEntry.Pointwise(_ => new ItakuraSaitoLoss()),
        LossEntry.Pointwise(p => new SymmetricPercentageLoss(p[0])),
        LossEntry.Pointwise(_ => new BinaryCrossEntropyLoss()),
        LossEntry.Pointwise(p => new WeightedBinaryCrossEntropyLoss(p[0])),
        LossEntry.Pointwise(
            p => new BinaryFocalLoss<Real>(p[0], FocalCards.AlphaOf(p)),
            p => p[0] == 2,
            p => new BinaryFocalLoss<Squared>(p[0], FocalCards.AlphaOf(p))),
        LossEntry.Pointwise(p => new AsymmetricLoss(p[0], p[1], p[2])),
        LossEntry.Pointwise(p => new CostSensitiveLoss(p[0], p[1])),
        LossEntry.Pointwise(p => new PolyFocalLoss(p[0], p[1])),
        LossEntry.Pointwise(p => new QualityFocalLoss(p[0])),
        LossEntry.Pointwise(p => new VarifocalLoss(p[0], p[1])),
        LossEntry.Pointwise(p => new HingeEmbeddingLoss(p[0])),
        LossEntry.Pointwise(_ => new BrierLoss()),
        LossEntry.Pointwise(p => new BinaryCrossEntropyOnProbabilitiesLoss(p[0], p[1])),
        LossEntry.Pointwise(
            p => new BinaryFocalOnProbabilitiesLoss<Real>(p[0], FocalCards.AlphaOf(p)),
            p => p[0] == 2,
            p => new BinaryFocalOnProbabilitiesLoss<Squared>(p[0], FocalCards.AlphaOf(p))),
    ];

    private static IEnumerable<LossEntry> Divergences =>
    [
        LossEntry.Pointwise(_ => new KullbackLeiblerLoss()),
        LossEntry.Pointwise(_ => new LogTargetKullbackLeiblerLoss()),
        LossEntry.Pointwise(_ => new ReverseKullbackLeiblerLoss()),
        LossEntry.Pointwise(p => new JensenShannonLoss(p[0])),
        LossEntry.Pointwise(_ => new GeneralisedKullbackLeiblerLoss()),
        LossEntry.Pointwise(_ => new TotalVariationLoss()),
        LossEntry.Pointwise(_ => new ChiSquareLoss()),
    ];
}
