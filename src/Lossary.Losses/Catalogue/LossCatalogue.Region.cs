namespace Lossary.Losses;

/// <content>Overlap of regions.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Regions =>
    [
        LossEntry.FromGraph(
            LossFamily.Region,
            p => new DiceLoss(p[0], Switch.IsOn(DiceLoss.Card, 1, p), RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new GeneralisedDiceLoss(p[0], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new JaccardLoss(p[0], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new TverskyLoss(p[0], p[1], p[2], RegionOptions.From(p))),
        LossEntry.FromGraph(
            LossFamily.Region, p => new FocalTverskyLoss(p[0], p[1], p[2], p[3], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new LogCoshDiceLoss(p[0], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new FBetaLoss(p[0], p[1], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new MatthewsLoss(RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new DiceCrossEntropyLoss(p[0], p[1], p[2], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new DiceFocalLoss(p[0], p[1], p[2], p[3], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new ComboLoss(p[0], p[1], p[2], RegionOptions.From(p))),
        LossEntry.FromGraph(
            LossFamily.Region, p => new ExponentialLogarithmicLoss(p[0], p[1], p[2], p[3], RegionOptions.From(p))),
        LossEntry.FromGraph(LossFamily.Region, p => new LovaszHingeLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Region, p => new LovaszSoftmaxLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Region, p => new TopShareCrossEntropyLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Region, _ => new BoundaryLoss()),
        LossEntry.FromFormula(LossFamily.Region, p => new HausdorffLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Region, p => new AsymmetricFocalLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Region, p => new AsymmetricFocalTverskyLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Region, p => new UnifiedFocalLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Region, p => new WassersteinDiceLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Region, p => new CentreLineDiceLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(
            LossFamily.Region, p => new GeneralisedDiceFocalLoss(p[0], p[1], p[2], RegionOptions.From(p))),
    ];
}
