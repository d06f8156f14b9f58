namespace Lossary.Losses.Tests;

public sealed class SampledRankLossTests() : ArrayLaws<SampledRankLoss>(1)
{
    [Fact]
    public void The_first_item_that_outranks_the_chosen_one_pays_by_the_rank_that_it_stands_for()
    {
        // Of 11 items: the third draw is the first above 0.5 - 1, so that ten thirds stand for a rank of 3: 1 + 1/2 + 1/3.
        LossInputs<double> inputs = new()
        {
            ["positive"] = TestInputs.Variable([2], 0.5, 4),
            ["negatives"] = TestInputs.Variable([2, 4], -2, -0.5, 0.3, 3, 1, 2, 3, -1),
            ["items"] = TestInputs.Constant([1], 11),
        };
        double rank = 1 + (1 / 2.0) + (1 / 3.0);
        Assert.Equal(rank * (1 - 0.5 + 0.3) / 2, ValueOf(inputs), 14);
        Assert.Equal([-rank / 2, 0], inputs["positive"].Gradient.ToArray());
        Assert.Equal([0, 0, rank / 2, 0, 0, 0, 0, 0], inputs["negatives"].Gradient.ToArray());
    }

    [Fact]
    public void Sums_of_reciprocals_go_on_where_they_are_expanded()
    {
        double sum = Enumerable.Range(1, 1000).Sum(i => 1.0 / i);
        Assert.Equal(sum, SampledRankLoss.Harmonic(1000), 13);
        Assert.Equal(SampledRankLoss.Harmonic(300) + (1 / 301.0), SampledRankLoss.Harmonic(301), 13);
        Assert.Equal(0, SampledRankLoss.Harmonic(0));
    }
}
