namespace Lossary.Losses.Tests;

public sealed class ContrastiveBatchLossTests() : ArrayLaws<ContrastiveBatchLoss>(1.5)
{
    [Fact]
    public void All_pairs_cost_half_a_squared_distance_or_half_a_squared_room()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 3, 4, 10),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
        };

        double alike = 9 + 36, unlike = (5 - 4) * (5 - 4) + ((5 - 1) * (5 - 1));
        Assert.Equal(0.5 * (alike + unlike) / 6, new ContrastiveBatchLoss(5).Evaluate(inputs).Mean, 12);
    }

    [Fact]
    public void It_is_the_contrastive_loss_of_each_pair()
    {
        LossInputs<double> batch = new() { ["embeddings"] = Embeddings.Waves(3, 4, 1), ["labels"] = Embeddings.Vector(1, 1, 2) };
        double[] rows = [.. batch["embeddings"].Values];
        LossInputs<double> pairs = new()
        {
            ["left"] = Embeddings.Rows(4, [.. rows[..4], .. rows[..4], .. rows[4..8]]),
            ["right"] = Embeddings.Rows(4, [.. rows[4..8], .. rows[8..], .. rows[8..]]),
            ["target"] = Embeddings.Vector(1, 0, 0),
        };
        Assert.Equal(new ContrastiveLoss(4).Evaluate(pairs).Mean, new ContrastiveBatchLoss(4).Evaluate(batch).Mean, 12);
    }
}
