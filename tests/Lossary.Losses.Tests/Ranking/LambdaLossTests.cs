using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class LambdaRankLossTests() : ArrayLaws<LambdaRankLoss>
{
    [Fact]
    public void Two_items_weigh_what_exchanging_them_changes_of_NDCG()
    {
        // Gains 3 and 1; discounts 1 and 1/log₂3; the better one stands second.
        double second = 1 / Math.Log2(3), ideal = 3 + second, weight = 2 * (1 - second) / ideal;
        Assert.Equal(weight * Math.Log(1 + Math.Exp(2)), Lists.Value(new LambdaRankLoss(1, 0, 0), [-1.0, 1.0], [2, 1]), 14);
    }

    [Fact]
    public void Pairs_below_the_top_do_not_count()
    {
        double[] scores = [3, 2, 1, 0], relevances = [0, 0, 0, 1];
        LossInputs<double> inputs = Lists.Of(scores, relevances);
        new LambdaRankLoss(1, 1, 0).Evaluate(inputs);
        Assert.True(inputs["score"].Gradient[0] > 0, "The top item and the relevant one are a pair.");
        Assert.Equal(0, inputs["score"].Gradient[1]);
        Assert.Equal(0, inputs["score"].Gradient[2]);
    }

    [Fact]
    public void Norm_gives_the_gradients_that_LightGBM_computes()
    {
        // LambdarankNDCG::GetGradientsForOneQuery of LightGBM 4, by hand for two items.
        double second = 1 / Math.Log2(3), ideal = 3 + second, gap = 2;
        double weight = 2 * (1 - second) / ideal / (0.01 + gap);
        double lambda = weight / (1 + Math.Exp(-gap)), sum = 2 * lambda;
        LossInputs<double> inputs = Lists.Of([-1.0, 1.0], [2, 1]);
        new LambdaRankLoss(1, 30, 1).Evaluate(inputs);
        Assert.Equal(-lambda * Math.Log2(1 + sum) / sum, inputs["score"].Gradient[0], 14);
        Assert.Equal(lambda * Math.Log2(1 + sum) / sum, inputs["score"].Gradient[1], 14);
    }

    [Fact]
    public void Equal_scores_are_ranked_in_the_order_of_the_rows()
    {
        LossInputs<double> inputs = Lists.Of([1.0, 1.0, 1.0], [0, 1, 2]);
        new LambdaRankLoss(1, 0, 0).Evaluate(inputs);
        Assert.True(inputs["score"].Gradient[0] > 0 && inputs["score"].Gradient[2] < 0, "The last is to rise.");
        Assert.Equal(0, Sums.Sum(inputs["score"].Gradient), 14);
    }
}

public sealed class LambdaLossTests() : ArrayLaws<LambdaLoss>
{
    [Fact]
    public void Without_its_own_weight_it_is_LambdaRank_to_the_base_2()
    {
        double[] scores = [0.3, -0.2, 1.4, 0.9], relevances = [3, 0, 1, 2];
        Assert.Equal(
            Lists.Value(new LambdaRankLoss(1.2, 0, 0), scores, relevances) / Math.Log(2),
            Lists.Value(new LambdaLoss(1.2, 0, 1, 0), scores, relevances),
            14);
    }

    [Fact]
    public void A_pair_in_the_wrong_order_by_far_still_pulls()
    {
        // allRank clamps the probability at 1e-10 before its logarithm: its gradient is 0 here.
        LossInputs<double> inputs = Lists.Of([-100.0, 100.0], [1, 0]);
        new LambdaLoss(1, 10, 1, 0).Evaluate(inputs);
        Assert.True(inputs["score"].Gradient[0] < -1, "It has to pull.");
    }
}

public sealed class NdcgLossOneTests() : ArrayLaws<NdcgLossOne>(1.0)
{
    [Fact]
    public void A_pair_weighs_what_its_better_item_earns()
    {
        // The better item, of gain 3 and IDCG 3, stands first: 3/3/1.
        Assert.Equal(Math.Log2(1 + Math.Exp(-1)), Lists.Value(new NdcgLossOne(1), [1.0, 0.0], [2, 0]), 14);
    }
}
