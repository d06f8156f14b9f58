namespace Lossary.Losses;

/// <content>Actions, values and their rewards.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Policies =>
    [
        LossEntry.FromFormula(LossFamily.Policy, p => new ProximalPolicyLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, p => new ProximalValueLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, p => new GroupRelativePolicyLoss(p[0], p[1], p[2])),
        LossEntry.FromFormula(LossFamily.Policy, _ => new PolicyDivergenceLoss()),
        LossEntry.FromFormula(LossFamily.Policy, _ => new ReinforceLoss()),
        LossEntry.FromFormula(LossFamily.Policy, p => new ActorCriticLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Policy, _ => new PolicyEntropyLoss()),
        LossEntry.FromGraph(LossFamily.Policy, p => new SequencePolicyLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, p => new ClippedImportancePolicyLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, p => new AdvantageWeightedRegressionLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Policy, p => new TemporalDifferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, p => new TemporalDifferenceHuberLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Policy, p => new ConservativeValueLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Policy, p => new CategoricalValueLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Policy, p => new QuantileValueLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Policy, p => new TraceCorrectedLoss(p[0], p[1], p[2], p[3])),
        LossEntry.FromFormula(LossFamily.Policy, p => new SoftCriticLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Policy, p => new SoftActorLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, p => new SoftTemperatureLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, p => new TwinCriticLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Policy, _ => new DeterministicPolicyLoss()),
        LossEntry.FromFormula(LossFamily.Policy, p => new SoftGatePolicyLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Policy, p => new DualClipPolicyLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Policy, p => new GeometricMeanPolicyLoss(p[0])),
    ];
}
