namespace Lossary.Samples.Tests;

public sealed class CharacterTransformerTests
{
    [Fact]
    public void A_transformer_knows_more_than_counts_of_pairs()
    {
        using StringWriter written = new();

        TextResult result = CharacterTransformer.Run(
            written, CharacterTransformer.ReadNovels(), characters: 100_000, epochs: 4);

        Assert.True(result.Pairs < result.Singles);
        Assert.True(result.Transformer < result.Pairs, result.ToString());
        Assert.Contains("It is a truth ", written.ToString(), StringComparison.Ordinal);
    }
}
