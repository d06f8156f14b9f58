namespace Lossary.Losses;

/// <content>Losses of rows of scores whose classes have more than a score.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> ClassArrays =>
    [
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new ForwardCorrectionLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new BackwardCorrectionLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new ClassBalancedLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new LogitAdjustedLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new LabelDistributionMarginLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new LogPartitionPenaltyLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new SoftCappedLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new TemperatureLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new SparsemaxLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new EntmaxLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new BiTemperedLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new SphericalLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new ActivePassiveLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new HardBootstrappingLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new FadingCrossEntropyLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new ExpectedCostLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new OrdinalLogLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new SoftOrdinalLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new MultiLabelMarginLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new MultiLabelSoftMarginLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new MultiLabelSoftmaxLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new LogSumExpPairwiseLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new HellingerLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new BhattacharyyaLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new RenyiLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new EvidentialSquaredLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new EvidentialLogLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new EvidentialCrossEntropyLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new SeesawLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new EqualisationLoss(p[0])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new GradientEqualisationLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.ClassArray, p => new MarginSmoothingLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.ClassArray, p => new HillLoss(p[0], p[1], p[2])),
        LossEntry.FromFormula(LossFamily.ClassArray, p => new LabelCorrectionLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(
            LossFamily.ClassArray, p => new DistributionBalancedLoss(p[0], p[1], p[2], p[3], p[4])),
    ];
}
