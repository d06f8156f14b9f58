namespace Lossary.Losses.Tests;

public sealed class ElasticWeightPenaltyTests() : ArrayLaws<ElasticWeightPenalty>(2)
{
    [Fact]
    public void Steps_of_2_and_1_with_importances_3_and_0_cost_12()
    {
        LossInputs<double> inputs = TestInputs.Pair("parameter", [3, 5], "anchor", [1, 4]);
        inputs["importance"] = TestInputs.Constant([2], 3, 0);
        Assert.Equal(12, ValueOf(inputs), 14);
        Assert.Equal([12, 0], inputs["parameter"].Gradient.ToArray());
    }

    [Fact]
    public void With_importances_of_1_it_is_the_penalty_from_the_starting_point()
    {
        LossInputs<double> inputs = TestInputs.Pair("parameter", [3, 5], "anchor", [1, 4]);
        double expected = new StartingPointPenalty(0.7).Evaluate(inputs).Mean;
        inputs["importance"] = TestInputs.Constant([2], 1, 1);
        Assert.Equal(expected, new ElasticWeightPenalty(0.7).Evaluate(inputs).Mean, 14);
    }
}
