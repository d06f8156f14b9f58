namespace Lossary.Losses;

/// <content>Losses of a row of scores, one for each class.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> ClassLosses =>
    [
        LossEntry.LogProbability(p => new CrossEntropyLoss(p[0])),
        LossEntry.LogProbability(p => new FocalCrossEntropyLoss(p[0])),
        LossEntry.LogProbability(p => new GeneralisedCrossEntropyLoss(p[0])),
        LossEntry.LogProbability(p => new SymmetricCrossEntropyLoss(p[0], p[1], p[2])),
        LossEntry.LogProbability(p => new PolyOneLoss(p[0])),
        LossEntry.LogProbability(p => new TaylorCrossEntropyLoss(p[0])),
        LossEntry.LogProbability(_ => new ClassAbsoluteLoss()),
        LossEntry.LogProbability(_ => new NegativeLogLikelihoodLoss()),
        LossEntry.Distribution(_ => new MultiClassBrierLoss()),
        LossEntry.Distribution(p => new ConfidencePenaltyLoss(p[0])),
        LossEntry.Distribution(p => new SoftBootstrappingLoss(p[0])),
        LossEntry.Distribution(_ => new EntropyLoss()),
        LossEntry.Distribution(_ => new OneVersusAllLoss()),
        LossEntry.ClassMargin(_ => new CategoricalHingeLoss()),
        LossEntry.ClassMargin(p => new MultiMarginLoss(p[0], p[1])),
        LossEntry.ClassMargin(_ => new MultiClassPerceptronLoss()),
        LossEntry.Ordinal(_ => new RankedProbabilityLoss()),
        LossEntry.Ordinal(_ => new EarthMoversLoss()),
    ];
}
