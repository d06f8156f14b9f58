namespace Lossary.Losses.Tests;

public sealed class TripletBatchAllLossTests() : ArrayLaws<TripletBatchAllLoss>(2)
{
    [Fact]
    public void Four_numbers_in_two_classes_make_eight_triplets_of_which_the_active_count()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 3, 4, 10),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
        };

        // Anchor 0: 3 − 4, 3 − 10; 3: 3 − 1, 3 − 7; 4: 6 − 4, 6 − 1; 10: 6 − 10, 6 − 7; each + 2.
        double[] hinges = [1, 0, 4, 0, 4, 7, 0, 1];
        Totals totals = new TripletBatchAllLoss(2).Evaluate(inputs);
        Assert.Equal(hinges.Sum(), totals.Sum, 12);
        Assert.Equal(hinges.Count(hinge => hinge > 0), totals.Denominator);
    }

    [Theory]
    [InlineData(TupleMean.OverAll, 17.0 / 8)]
    [InlineData(TupleMean.OverAnchors, (0.5 + 2 + 5.5 + 0.5) / 4)]
    public void Other_means_divide_by_all_triplets_or_go_by_anchor(TupleMean mean, double expected)
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 3, 4, 10),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
        };

        MinedTripletLoss loss = new(PairMeasure.Euclidean, TripletMining.All, mean, 2);
        Assert.Equal(expected, loss.Evaluate(inputs).Mean, 12);
    }

    [Fact]
    public void By_the_cosine_the_less_alike_is_the_farther()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, 1, 0, 3, 4, 0, 1),
            ["labels"] = Embeddings.Vector(1, 1, 2),
        };
        MinedTripletLoss loss = new(PairMeasure.Cosine, TripletMining.All, TupleMean.OverAll, 0.5);

        // Anchors 0 and 1: −0.6 + 0 + 0.5 and −0.6 + 0.8 + 0.5.
        Assert.Equal((0 + 0.7) / 2, loss.Evaluate(inputs).Mean, 12);
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
            Assert.Equal(new Totals(0, 0), new TripletBatchAllLoss(2).Evaluate(inputs));
            Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
        }
    }
}
