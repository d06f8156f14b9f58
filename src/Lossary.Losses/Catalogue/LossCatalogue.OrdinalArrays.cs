namespace Lossary.Losses;

/// <content>Ordered classes with an output or a threshold between each two.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> OrdinalArrays =>
    [
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new CoralLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new CornLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new CumulativeLogitLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new CumulativeProbitLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new CumulativeComplementaryLogLogLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new AllThresholdLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new ImmediateThresholdLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new QuadraticWeightedKappaLoss()),
        LossEntry.FromGraph(LossFamily.ClassArray, _ => new SquaredEarthMoverLoss()),
    ];
}
