namespace Lossary.Losses.Tests;

public sealed class TripletBatchHardLossTests() : ArrayLaws<TripletBatchHardLoss>(1.5)
{
    [Fact]
    public void Each_anchor_has_its_farthest_friend_and_its_nearest_stranger()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 3, 4, 10),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
        };

        double[] values = new double[4];
        inputs.Values = values;
        new TripletBatchHardLoss(2).Evaluate(inputs);
        Assert.Equal([3 - 4 + 2, 3 - 1 + 2, 6 - 1 + 2, 6 - 7 + 2], values);
    }

    [Fact]
    public void Of_equal_distances_the_first_is_taken()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 2, -1, 1),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
            Mask = new[] { true, false, false, false },
        };
        new TripletBatchHardLoss(2).Evaluate(inputs);
        Assert.Equal([-2, 1, 1, 0], inputs["embeddings"].Gradient.ToArray());
    }

    [Fact]
    public void A_batch_without_a_pair_alike_or_without_one_unlike_costs_0_and_pulls_nowhere()
    {
        foreach (double[] labels in (double[][])[[1, 2, 3, 4], [5, 5, 5, 5]])
        {
            LossInputs<double> inputs = new()
            {
                ["embeddings"] = Embeddings.Waves(4, 3, 1),
                ["labels"] = Embeddings.Vector(labels),
            };
            Assert.Equal(new Totals(0, 0), new TripletBatchHardLoss(2).Evaluate(inputs));
            Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
        }
    }
}
