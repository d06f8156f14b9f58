namespace Lossary.Losses;

/// <content>Losses of residuals and of margins.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> DistanceLosses =>
    [
        LossEntry.Distance(_ => new SquaredLoss()),
        LossEntry.Distance(_ => new HalfSquaredLoss()),
        LossEntry.Distance(_ => new SmoothL2Loss()),
        LossEntry.Distance(_ => new AbsoluteLoss()),
        LossEntry.Distance(p => new HuberLoss(p[0])),
        LossEntry.Distance(p => new SmoothL1Loss(p[0])),
        LossEntry.Distance(p => new PseudoHuberLoss(p[0])),
        LossEntry.Distance(_ => new LogCoshLoss()),
        LossEntry.Distance(p => new QuantileLoss(p[0])),
        LossEntry.Distance(p => new ExpectileLoss(p[0])),
        LossEntry.Distance(p => new EpsilonInsensitiveLoss(p[0])),
        LossEntry.Distance(p => new SquaredEpsilonInsensitiveLoss(p[0])),
        LossEntry.Distance(p => new CauchyLoss(p[0])),
        LossEntry.Distance(p => new GemanMcClureLoss(p[0])),
        LossEntry.Distance(p => new WelschLoss(p[0])),
        LossEntry.Distance(p => new TukeyLoss(p[0])),
        LossEntry.Distance(p => new BarronLoss(p[0], p[1])),
        LossEntry.Distance(p => new LinexLoss(p[0])),
        LossEntry.Distance(p => new PowerLoss(p[0])),
        LossEntry.Distance(p => new FairLoss(p[0])),
        LossEntry.Distance(p => new CharbonnierLoss(p[0])),
        LossEntry.Distance(_ => new LogisticDistanceLoss()),
        LossEntry.Distance(p => new QuantileHuberLoss(p[0], p[1])),
        LossEntry.Distance(p => new ReverseHuberLoss(p[0])),
        LossEntry.Distance(p => new WingLoss(p[0], p[1])),
        LossEntry.Distance(p => new BalancedL1Loss(p[0], p[1], p[2])),
        LossEntry.Distance(p => new PeriodicLoss(p[0])),
    ];

    private static IEnumerable<LossEntry> MarginLosses =>
    [
        LossEntry.Margin(_ => new HingeLoss()),
        LossEntry.Margin(_ => new SquaredHingeLoss()),
        LossEntry.Margin(p => new SmoothedHingeLoss(p[0])),
        LossEntry.Margin(_ => new ModifiedHuberLoss()),
        LossEntry.Margin(p => new DistanceWeightedDiscriminationLoss(p[0])),
        LossEntry.Margin(_ => new LogisticLoss()),
        LossEntry.Margin(p => new ExponentialLoss(p[0])),
        LossEntry.Margin(_ => new PerceptronLoss()),
        LossEntry.Margin(_ => new SavageLoss()),
        LossEntry.Margin(_ => new SigmoidMarginLoss()),
        LossEntry.Margin(_ => new SquaredMarginLoss()),
        LossEntry.Margin(p => new RampLoss(p[0])),
        LossEntry.Margin(_ => new TangentLoss()),
        LossEntry.Margin(_ => new ZeroOneLoss()),
        LossEntry.Margin(_ => new UnhingedLoss()),
    ];
}
