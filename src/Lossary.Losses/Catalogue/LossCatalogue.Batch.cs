namespace Lossary.Losses;

/// <content>All similarities within a batch of embeddings.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Batches => [];
}
