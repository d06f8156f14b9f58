namespace Lossary.Losses.Tests;

public sealed class ContrastiveLossTests() : ArrayLaws<ContrastiveLoss>(2.5)
{
    [Fact]
    public void Alike_costs_half_the_squared_distance_and_unlike_half_the_squared_room()
    {
        double[] values = new double[3];
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Rows(1, 3, 3, 9),
            ["right"] = Embeddings.Rows(1, 1, 1, 1),
            ["target"] = Embeddings.Vector(1, 0, 0),
            Values = values,
        };
        new ContrastiveLoss(5).Evaluate(inputs);
        Assert.Equal([2, 4.5, 0], values);
    }

    [Fact]
    public void Equal_vectors_unlike_cost_half_the_squared_margin_and_pull_nowhere()
    {
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Rows(2, 3, 3),
            ["right"] = Embeddings.Rows(2, 3, 3),
            ["target"] = Embeddings.Vector(0),
        };
        Assert.Equal(2, new ContrastiveLoss(2).Evaluate(inputs).Mean);
        Assert.Equal([0, 0], inputs["left"].Gradient.ToArray());
    }
}
