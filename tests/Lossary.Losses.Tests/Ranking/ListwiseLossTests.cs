using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ListNetLossTests() : ArrayLaws<ListNetLoss>
{
    [Fact]
    public void Two_items_cost_the_binary_cross_entropy_of_their_difference()
    {
        // With two items the softmax is a sigmoid of the difference: RankNet with the soft target σ(y₁ − y₂).
        double target = 1 / (1 + Math.Exp(-2)), score = 0.4 - 1.3;
        double expected = Math.Log(1 + Math.Exp(score)) - (target * score);
        Assert.Equal(expected, Lists.Value(default(ListNetLoss), [0.4, 1.3], [3, 1]), 14);
    }

    [Fact]
    public void A_list_without_a_relevant_item_weighs_nothing()
    {
        LossInputs<double> inputs = Lists.Of([1.0, 2.0, 3.0], [0, 0, 0]);
        Assert.Equal(new Totals(0, 0), default(ListNetLoss).Evaluate(inputs));
        Assert.Equal(new double[3], inputs["score"].Gradient.ToArray());
    }
}

public sealed class RankingSoftmaxLossTests() : ArrayLaws<RankingSoftmaxLoss>
{
    [Fact]
    public void One_relevant_item_costs_the_cross_entropy_of_its_class()
    {
        double expected = Math.Log(Math.Exp(1) + Math.Exp(-2) + Math.Exp(0.5)) - 0.5;
        Assert.Equal(expected, Lists.Value(default(RankingSoftmaxLoss), [1.0, -2.0, 0.5], [0, 0, 1]), 14);
    }

    [Fact]
    public void Scores_of_thousands_overflow_nothing() =>
        Assert.Equal(2000, Lists.Value(default(RankingSoftmaxLoss), [1000.0, -1000.0], [0, 1]));
}

public sealed class CrossEntropyNdcgLossTests() : ArrayLaws<CrossEntropyNdcgLoss>
{
    [Fact]
    public void Without_noise_an_item_gets_its_share_of_two_to_its_relevance()
    {
        double all = Math.Log(Math.E + 1);
        Assert.Equal((0.8 * (all - 1)) + (0.2 * all), Lists.Value(default(CrossEntropyNdcgLoss), [1.0, 0.0], [2, 0]), 14);
    }

    [Fact]
    public void Noise_is_taken_off_the_gains()
    {
        LossInputs<double> inputs = Lists.Of([1.0, 0.0], [2, 0]);
        inputs["noise"] = new Tensor<double>(new Shape(2), new double[] { 0.5, 1 });
        Assert.Equal(Math.Log(Math.E + 1) - 1, default(CrossEntropyNdcgLoss).Evaluate(inputs).Mean, 14);
    }
}

public sealed class ListMleLossTests() : ArrayLaws<ListMleLoss>
{
    [Fact]
    public void Three_items_cost_two_choices()
    {
        double[] e = [Math.Exp(0.2), Math.Exp(1.5), Math.Exp(-0.3)];
        double expected = -Math.Log(e[1] / (e[0] + e[1] + e[2])) - Math.Log(e[2] / (e[0] + e[2]));
        Assert.Equal(expected, Lists.Value(default(ListMleLoss), [0.2, 1.5, -0.3], [0, 2, 1]), 14);
    }

    [Fact]
    public void Scores_that_are_far_apart_keep_their_gradient()
    {
        LossInputs<double> inputs = Lists.Of([-1000.0, 0.0, 1000.0], [2, 1, 0]);
        Assert.Equal(3000, default(ListMleLoss).Evaluate(inputs).Mean);
        Assert.Equal(-1, inputs["score"].Gradient[0]);
        Assert.Equal(-1, inputs["score"].Gradient[1]);
        Assert.Equal(2, inputs["score"].Gradient[2], 12);
    }
}

public sealed class PositionAwareListMleLossTests() : ArrayLaws<PositionAwareListMleLoss>
{
    [Fact]
    public void The_second_of_three_places_weighs_a_third()
    {
        // (2¹ − 1) / (2² − 1).
        double[] e = [Math.Exp(0.2), Math.Exp(1.5), Math.Exp(-0.3)];
        double expected = -Math.Log(e[1] / (e[0] + e[1] + e[2])) - (Math.Log(e[2] / (e[0] + e[2])) / 3);
        Assert.Equal(expected, Lists.Value(default(PositionAwareListMleLoss), [0.2, 1.5, -0.3], [0, 2, 1]), 14);
    }

    [Fact]
    public void A_list_of_five_thousand_items_does_not_overflow()
    {
        double[] scores = [.. Enumerable.Range(0, 5000).Select(i => Math.Sin(i))];
        double[] relevances = [.. Enumerable.Range(0, 5000).Select(i => i % 3.0)];
        Assert.True(double.IsFinite(Lists.Value(default(PositionAwareListMleLoss), scores, relevances)), "It is not finite.");
    }
}

public sealed class ApproximateNdcgLossTests() : ArrayLaws<ApproximateNdcgLoss>(0.5)
{
    [Fact]
    public void A_sure_right_order_costs_nothing_and_a_sure_wrong_one_1_less_NDCG()
    {
        Assert.Equal(0, Lists.Value(new ApproximateNdcgLoss(0.1), [100.0, 0.0], [1, 0]), 14);
        Assert.Equal(1 - (1 / Math.Log2(3)), Lists.Value(new ApproximateNdcgLoss(0.1), [0.0, 100.0], [1, 0]), 14);
    }
}

public sealed class ApproximateReciprocalRankLossTests() : ArrayLaws<ApproximateReciprocalRankLoss>(0.5)
{
    [Fact]
    public void The_third_place_costs_two_thirds() =>
        Assert.Equal(2.0 / 3, Lists.Value(new ApproximateReciprocalRankLoss(0.1), [0.0, 100.0, 200.0], [1, 0, 0]), 14);
}
