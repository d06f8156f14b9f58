namespace Lossary.Losses;

/// <content>Losses of training schemes: robust, half-supervised, few-shot, across domains, fair.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Schemes =>
    [
        LossEntry.FromGraph(LossFamily.Scheme, p => new TradesLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new LogitPairingLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new MartLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new VirtualAdversarialLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new PseudoLabelLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new FixMatchLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new FlexMatchLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new FreeMatchLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new SoftMatchLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new DashLoss(p[0], p[1], p[2], p[3])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new AdaMatchLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new DataAugmentationLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new MeanTeacherLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new InformationMaximisationLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new MixupLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new MixMatchLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new ReMixMatchLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new RDropLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new LearningWithoutForgettingLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new IncrementalClassesLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new PrototypicalLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new MatchingLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new MaximumMeanDiscrepancyLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new CorrelationAlignmentLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new RiskVarianceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new InvariantRiskLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new ParityGapLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new EqualisedOddsLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new KernelCalibrationLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new UnbiasedPositiveUnlabelledLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new PositiveUnlabelledLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new SoftCalibrationLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new PhysicsInformedLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new OutlierExposureLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new ClassifierDiscrepancyLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new EnergyMarginLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new ClassConfusionLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, p => new IndependenceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Scheme, _ => new BalancedAccuracyLoss()),
        LossEntry.FromGraph(LossFamily.Scheme, p => new JointDiscrepancyLoss(p[0], p[1])),
    ];
}
