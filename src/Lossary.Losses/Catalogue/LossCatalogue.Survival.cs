namespace Lossary.Losses;

/// <content>Times to an event, some of them censored.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Survivals =>
    [
        LossEntry.FromGraph(LossFamily.Survival, _ => new CoxLoss()),
        LossEntry.FromGraph(LossFamily.Survival, _ => new CoxEfronLoss()),
        LossEntry.FromGraph(LossFamily.Survival, _ => new CoxExactLoss()),
        LossEntry.FromGraph(LossFamily.Survival, _ => new CoxCaseControlLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new ExponentialSurvivalLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new WeibullAcceleratedLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new LogNormalAcceleratedLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new LogLogisticAcceleratedLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new IntervalNormalLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new IntervalLogisticLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new IntervalExtremeLoss()),
        LossEntry.FromGraph(LossFamily.Survival, _ => new LogisticHazardLoss()),
        LossEntry.FromGraph(LossFamily.Survival, _ => new ProbabilityMassLoss()),
        LossEntry.FromGraph(LossFamily.Survival, _ => new MultiTaskLogisticLoss()),
        LossEntry.FromGraph(LossFamily.Survival, p => new DeepHitLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Survival, _ => new PiecewiseConstantHazardLoss()),
        LossEntry.FromFormula(LossFamily.Survival, p => new CensoredBrierLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Survival, p => new CensoredSquaredLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Survival, _ => new SurvivalRankedProbabilityLoss()),
        LossEntry.FromFormula(LossFamily.Survival, _ => new GompertzSurvivalLoss()),
    ];
}
