namespace Lossary.Losses.Tests;

public sealed class CoSentLossTests() : ArrayLaws<CoSentLoss>(5)
{
    [Fact]
    public void Three_pairs_of_which_two_orders_count()
    {
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Rows(2, 1, 0, 1, 0, 1, 0),
            ["right"] = Embeddings.Rows(2, 3, 4, 0, 1, 4, 3),
            ["target"] = Embeddings.Vector(2, 1, 1),
        };
        double expected = Math.Log(1 + Math.Exp(5 * (0 - 0.6)) + Math.Exp(5 * (0.8 - 0.6)));
        Assert.Equal(expected, new CoSentLoss(5).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void Equal_grades_cost_0_and_pull_nowhere()
    {
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Waves(3, 2, 1),
            ["right"] = Embeddings.Waves(3, 2, 2),
            ["target"] = Embeddings.Vector(4, 4, 4),
        };
        Assert.Equal(0, new CoSentLoss(20).Evaluate(inputs).Mean);
        Assert.All(inputs["left"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}
