namespace Lossary.Losses.Tests;

public sealed class TripletSemiHardLossTests() : ArrayLaws<TripletSemiHardLoss>(1.5)
{
    [Fact]
    public void The_nearest_stranger_beyond_the_friend_is_taken_or_the_farthest_of_all()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 3, 4, 10),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
        };

        double[] values = new double[4];
        inputs.Values = values;
        new TripletSemiHardLoss(2).Evaluate(inputs);

        // 4 has its friend 6 away and strangers 4 and 1: none beyond, so the farther one counts.
        Assert.Equal([3 - 4 + 2, 0, 6 - 4 + 2, 6 - 7 + 2], values);
    }

    [Fact]
    public void The_hardest_negative_for_every_positive_is_another_selection()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 3, 4, 10),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
        };

        MinedTripletLoss loss = new(PairMeasure.Euclidean, TripletMining.HardNegative, TupleMean.OverAll, 2);
        Assert.Equal((1 + 4 + 7 + 1) / 4.0, loss.Evaluate(inputs).Mean, 12);
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
            Assert.Equal(new Totals(0, 0), new TripletSemiHardLoss(2).Evaluate(inputs));
            Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
        }
    }
}
