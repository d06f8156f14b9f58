namespace Lossary.Losses;

/// <content>Sequences of labels, tokens and sounds.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Sequences =>
    [
        LossEntry.FromGraph(LossFamily.Sequence, p => new CtcLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new CtcOnLogProbabilitiesLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new TransducerLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new CrfLoss()),
        LossEntry.FromGraph(LossFamily.Sequence, p => new SoftDtwLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new SoftDtwDivergenceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new FocalCtcLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new SelfCriticalLoss()),
        LossEntry.FromGraph(LossFamily.Sequence, p => new MinimumRiskLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new SiSdrLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new SdSdrLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new SignalToNoiseLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new ErrorToSignalLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new SpectralConvergenceLoss()),
        LossEntry.FromFormula(LossFamily.Sequence, p => new LogMagnitudeLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new PermutationInvariantLoss()),
        LossEntry.FromGraph(LossFamily.Sequence, p => new PermutationInvariantSiSdrLoss(p[0], p[1])),
        LossEntry.FromGraph(
            LossFamily.Sequence, p => new ShortTimeFourierLoss(p[0], p[1], p[2], p[3], p[4], p[5])),
    ];

    private static IEnumerable<LossEntry> Vocabularies =>
    [
        LossEntry.FromGraph(LossFamily.Sequence, p => new TokenCrossEntropyLoss(p[0], p[1], p[2], p[3], p[4])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new LinearCrossEntropyLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new AdaptiveSoftmaxLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new SampledSoftmaxLoss()),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new NoiseContrastiveLoss()),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new NegativeSamplingLoss()),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new UnlikelihoodLoss()),
        LossEntry.FromGraph(LossFamily.Sequence, _ => new LoadBalanceLoss()),
    ];
}
