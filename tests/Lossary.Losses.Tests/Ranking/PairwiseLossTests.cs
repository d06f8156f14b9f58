using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PairwiseHingeLossTests() : ArrayLaws<PairwiseHingeLoss>(0.7)
{
    [Fact]
    public void Of_three_items_only_pairs_within_the_margin_count()
    {
        LossInputs<double> inputs = Lists.Of([3.0, 1.0, 0.5], [2, 1, 0]);

        // 3 − 1 and 3 − 0.5 are above 1, 1 − 0.5 lacks 0.5.
        Assert.Equal(0.5, new PairwiseHingeLoss(1).Evaluate(inputs).Mean, 14);
        Assert.Equal([0, -1, 1], inputs["score"].Gradient.ToArray());
    }
}

public sealed class PairwiseSquaredLossTests() : ArrayLaws<PairwiseSquaredLoss>
{
    [Fact]
    public void Differences_that_are_those_of_the_relevances_cost_nothing() =>
        Assert.Equal(0, Lists.Value(default(PairwiseSquaredLoss), [12.0, 11.0, 10.0], [2, 1, 0]));

    [Fact]
    public void A_difference_of_3_where_1_is_due_costs_4() =>
        Assert.Equal(4, Lists.Value(default(PairwiseSquaredLoss), [3.0, 0.0], [1, 0]));
}

public sealed class MarginRankingLossTests() : ArrayLaws<MarginRankingLoss>(0.5)
{
    [Fact]
    public void It_is_the_hinge_of_the_signed_difference()
    {
        // With margin 1 it is the hinge loss of the score a − b.
        foreach (double difference in new[] { -2.0, 0.25, 1.0, 3.0 })
        {
            Assert.Equal(Math.Max(0, 1 - difference), Of(difference, 0, 1), 14);
        }
    }

    private static double Of(double first, double second, double sign) => new MarginRankingLoss(1).Evaluate(new LossInputs<double>
    {
        ["first"] = new(new(1), new[] { first }),
        ["second"] = new(new(1), new[] { second }),
        ["sign"] = new(new(1), new[] { sign }),
    }).Mean;
}

public sealed class BayesianPersonalisedRankingLossTests() : ArrayLaws<BayesianPersonalisedRankingLoss>
{
    [Fact]
    public void One_pair_costs_what_RankNet_says()
    {
        LossInputs<double> pair = new()
        {
            ["positive"] = Tensor<double>.Variable(new Shape(1), [0.3]),
            ["negative"] = Tensor<double>.Variable(new Shape(1), [1.1]),
        };
        Assert.Equal(Lists.Value(new RankNetLoss(1), [0.3, 1.1], [1, 0]), default(BayesianPersonalisedRankingLoss).Evaluate(pair).Mean, 14);
    }
}
