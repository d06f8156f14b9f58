namespace Lossary.Losses;

/// <content>Moments of a whole batch.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Moments =>
    [
        LossEntry.FromGraph(LossFamily.Moment, _ => new RootMeanSquaredLoss()),
    ];
}
