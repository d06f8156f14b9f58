namespace Lossary.Losses;

/// <content>Answers that people prefer.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Preferences =>
    [
        LossEntry.FromFormula(LossFamily.Preference, p => new DirectPreferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new ConservativeDirectPreferenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Preference, p => new RobustDirectPreferenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Preference, p => new SequenceLikelihoodCalibrationLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new IdentityPreferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new ExactPreferenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Preference, p => new NoiseContrastivePreferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new BinaryClassifierPreferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new SelfPlayPreferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new AnchoredPreferenceZeroLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new AnchoredPreferenceDownLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new KahnemanTverskyLoss(p[0], p[1], p[2])),
        LossEntry.FromFormula(LossFamily.Preference, p => new ContrastivePreferenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Preference, p => new SimplePreferenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Preference, p => new AlphaPreferenceLoss(p[0], p[1], p[2])),
        LossEntry.FromFormula(LossFamily.Preference, p => new OddsRatioPreferenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Preference, p => new BradleyTerryLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new ForwardDivergencePreferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new JensenShannonPreferenceLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Preference, p => new AlphaDivergencePreferenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Preference, p => new DiscoveredPreferenceLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Preference, p => new RankedPreferenceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Preference, p => new PairedTransportLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Preference, p => new UnpairedTransportLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Preference, p => new RankedResponseLoss(p[0])),
    ];
}
