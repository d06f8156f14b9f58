namespace Lossary.Losses;

/// <content>Paths through the steps of a sequence.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Sequences =>
    [
        LossEntry.FromGraph(LossFamily.Sequence, p => new CtcLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new CtcOnLogProbabilitiesLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Sequence, p => new LinearCrossEntropyLoss(p[0], p[1])),
    ];
}
