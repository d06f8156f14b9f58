namespace Lossary.Losses;

/// <content>Paths through the steps of a sequence.</content>
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
        LossEntry.FromGraph(LossFamily.Sequence, p => new LinearCrossEntropyLoss(p[0], p[1])),
    ];
}
