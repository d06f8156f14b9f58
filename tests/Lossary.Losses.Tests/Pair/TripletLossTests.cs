namespace Lossary.Losses.Tests;

public sealed class TripletLossTests() : ArrayLaws<TripletLoss>(8, 3, 0.01, 1)
{
    [Fact]
    public void The_positive_5_away_and_the_negative_10_leave_a_margin_of_7_short_by_2()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(2, 0, 0),
            ["positive"] = Embeddings.Rows(2, 3, 4),
            ["negative"] = Embeddings.Rows(2, 6, 8),
        };
        Assert.Equal(2, new TripletLoss(7, 2, 0, 0).Evaluate(inputs).Mean, 14);
        Assert.Equal([-0.6, -0.8], inputs["negative"].Gradient.ToArray().Select(slope => Math.Round(slope, 14)));
    }

    [Fact]
    public void With_the_swap_the_negative_counts_5_from_the_positive()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(2, 0, 0),
            ["positive"] = Embeddings.Rows(2, 3, 4),
            ["negative"] = Embeddings.Rows(2, 6, 8),
        };
        Assert.Equal(7, new TripletLoss(7, 2, 0, 1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void The_smooth_triplet_tends_to_the_one_without_margin_as_distances_grow()
    {
        LossInputs<double> inputs = new();
        foreach (string name in (string[])["anchor", "positive", "negative"])
        {
            double[] values = [.. Example(1)[name].Values];
            inputs[name] = Embeddings.Rows(5, [.. values.Select(value => 1e4 * value)]);
        }

        double hard = new TripletLoss(0, 2, 0, 0).Evaluate(inputs).Mean, soft = new SoftMarginTripletLoss().Evaluate(inputs).Mean;
        Assert.InRange(soft - hard, 0, 1e-9 * hard);
    }

    [Fact]
    public void A_distance_of_ones_own_takes_the_place_of_the_norm()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(2, 0, 0),
            ["positive"] = Embeddings.Rows(2, 3, 4),
            ["negative"] = Embeddings.Rows(2, 6, 8),
        };
        DistanceTripletLoss<SquaredEuclideanDistance> loss = new(default, 80);
        Assert.Equal(5, loss.Evaluate(inputs).Mean, 14);
        Assert.Equal([-12, -16], inputs["negative"].Gradient.ToArray());
    }
}
