namespace Lossary.Losses;

/// <content>A generator against a discriminator.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Adversarial =>
    [
        LossEntry.FromFormula(LossFamily.Adversarial, p => new GanDiscriminatorLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new GanGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new MinimaxGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, p => new LeastSquaresDiscriminatorLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Adversarial, p => new LeastSquaresGeneratorLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new HingeDiscriminatorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new WassersteinCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new WassersteinGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new RelativisticDiscriminatorLoss()),
        LossEntry.FromGraph(LossFamily.Adversarial, _ => new RelativisticAverageDiscriminatorLoss()),
        LossEntry.FromGraph(LossFamily.Adversarial, p => new GradientPenaltyLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Adversarial, p => new LipschitzPenaltyLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Adversarial, p => new ZeroCentredPenaltyLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Adversarial, p => new EnergyBasedDiscriminatorLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Adversarial, _ => new PullingAwayLoss()),
        LossEntry.FromGraph(LossFamily.Adversarial, _ => new FeatureMatchingLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new KullbackLeiblerCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new KullbackLeiblerGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new ReverseKullbackLeiblerCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new ReverseKullbackLeiblerGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new PearsonCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new PearsonGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new NeymanCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new NeymanGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new HellingerCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new HellingerGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new JensenShannonCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new JensenShannonGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new TotalVariationCriticLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, _ => new TotalVariationGeneratorLoss()),
        LossEntry.FromFormula(LossFamily.Adversarial, p => new BoundaryEquilibriumDiscriminatorLoss(p[0])),
    ];
}
