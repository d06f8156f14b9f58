namespace Lossary.Losses;

/// <content>Distributions that are predicted.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Heads =>
    [
        LossEntry.FromFormula(LossFamily.Head, p => new GaussianLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Head, p => new GaussianVarianceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Head, p => new BetaGaussianLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Head, _ => new LaplaceLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new StudentTLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new CauchyLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new LogNormalLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new LogisticLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new GumbelLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new ExponentialLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new WeibullLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new GammaLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, p => new BetaLikelihoodLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Head, _ => new VonMisesLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new NegativeBinomialLikelihoodLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new ZeroInflatedPoissonLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new ZeroInflatedNegativeBinomialLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new HurdlePoissonLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new ZeroInflatedLogNormalLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new TobitLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new TruncatedGaussianLoss()),
        LossEntry.FromFormula(LossFamily.Head, p => new EvidentialLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Head, _ => new GaussianRankedProbabilityLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new LaplaceRankedProbabilityLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new LogisticRankedProbabilityLoss()),
        LossEntry.FromFormula(LossFamily.Head, p => new IntervalScoreLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Head, _ => new GaussianMixtureLoss()),
        LossEntry.FromGraph(LossFamily.Head, p => new EnsembleRankedProbabilityLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Head, _ => new MultiQuantileLoss()),
        LossEntry.FromGraph(LossFamily.Head, _ => new WeightedQuantileLoss()),
        LossEntry.FromGraph(LossFamily.Head, _ => new EnergyScoreLoss()),
        LossEntry.FromGraph(LossFamily.Head, p => new HistogramGaussianLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Head, p => new TwoHotLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Head, _ => new MultivariateGaussianLoss()),
        LossEntry.FromFormula(LossFamily.Head, _ => new ParetoExcessLoss()),
    ];
}
