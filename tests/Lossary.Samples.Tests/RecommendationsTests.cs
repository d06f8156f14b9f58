namespace Lossary.Samples.Tests;

public sealed class RecommendationsTests
{
    [Fact]
    public void Embeddings_find_most_of_what_can_be_known()
    {
        RecommendationResult result = Recommendations.Run(TextWriter.Null, meetings: 20_000, epochs: 15);

        foreach (Judgement judgement in (Judgement[])[result.Ratings, result.Clicks])
        {
            Assert.True(judgement.Network < judgement.Constant, judgement.ToString());
            double gained = (judgement.Constant - judgement.Network) / (judgement.Constant - judgement.BestPossible);
            Assert.True(gained > 0.5, judgement.ToString());
        }
    }
}
