namespace Lossary.Losses;

/// <content>Distributions that are predicted.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Heads =>
    [
        LossEntry.FromFormula(LossFamily.Head, _ => new GaussianLoss()),
    ];
}
