namespace Lossary.Losses;

/// <content>What a student learns from its teacher.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Distillations =>
    [
        LossEntry.FromGraph(LossFamily.Distillation, p => new DistillationLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Distillation, p => new JensenShannonDistillationLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Distillation, p => new ReverseDistillationLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Distillation, p => new SkewDistillationLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Distillation, p => new TotalVariationDistillationLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new HintLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new CosineDistillationLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new AttentionTransferLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new RelationalDistanceLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new RelationalAngleLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, p => new DecoupledDistillationLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Distillation, p => new DistLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Distillation, p => new StandardisedDistillationLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new SimilarityPreservingLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new ProbabilisticTransferLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new FlowOfSolutionLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, p => new CorrelationCongruenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Distillation, _ => new MarginDistillationLoss()),
        LossEntry.FromGraph(LossFamily.Distillation, _ => new FeatureMapPenalty()),
    ];
}
