using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class RankNetLossTests() : ArrayLaws<RankNetLoss>(1.5)
{
    [Fact]
    public void Two_items_in_the_wrong_order_cost_the_softplus_of_their_difference()
    {
        LossInputs<double> inputs = Lists.Of([0.0, 2.0], [1, 0]);
        Assert.Equal(Math.Log(1 + Math.Exp(2)), new RankNetLoss(1).Evaluate(inputs).Mean, 14);
        double slope = 1 / (1 + Math.Exp(-2));
        Assert.Equal(-slope, inputs["score"].Gradient[0], 14);
        Assert.Equal(slope, inputs["score"].Gradient[1], 14);
    }

    [Fact]
    public void A_pair_that_is_wrong_by_far_costs_its_difference_and_pulls_fully()
    {
        LossInputs<double> inputs = Lists.Of([-1e4, 1e4], [1, 0]);
        Assert.Equal(2e4, new RankNetLoss(1).Evaluate(inputs).Mean);
        Assert.Equal([-1, 1], inputs["score"].Gradient.ToArray());
    }

    [Fact]
    public void Lists_of_one_item_or_without_a_pair_weigh_nothing()
    {
        LossInputs<double> inputs = Lists.Of([1.0, 2.0, 3.0, 0.5, 0.25], [1, 0, 0, 2, 1]);
        inputs["query"] = new Tensor<double>(new Shape(5), new double[] { 0, 1, 1, 7, 7 });
        Assert.Equal(Math.Log(1 + Math.Exp(-0.25)), new RankNetLoss(1).Evaluate(inputs).Mean, 14);
        Assert.Equal(new double[3], inputs["score"].Gradient[..3].ToArray());
    }

    [Fact]
    public void A_query_whose_rows_do_not_stand_together_is_refused_by_row()
    {
        LossInputs<double> inputs = Lists.Of([1.0, 2.0, 3.0], [1, 0, 0]);
        inputs["query"] = new Tensor<double>(new Shape(3), new double[] { 4, 5, 4 });
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new RankNetLoss(1).Evaluate(inputs));
        Assert.Equal("query", refusal.ParamName);
        Assert.Contains("query[2] is 4 again", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_at_all_cost_nothing()
    {
        Assert.Equal(new Totals(0, 0), new RankNetLoss(1).Evaluate(Lists.Of([], [])));
    }
}
