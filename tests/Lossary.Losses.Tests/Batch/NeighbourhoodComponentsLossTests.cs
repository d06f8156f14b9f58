namespace Lossary.Losses.Tests;

public sealed class NeighbourhoodComponentsLossTests() : ArrayLaws<NeighbourhoodComponentsLoss>(0.5)
{
    [Fact]
    public void It_is_the_share_of_friends_among_neighbours()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Rows(1, 0, 1, 2), ["labels"] = Embeddings.Vector(1, 1, 2) };
        double[] values = new double[3];
        inputs.Values = values;
        Totals totals = new NeighbourhoodComponentsLoss(1).Evaluate(inputs);
        Assert.Equal(2, totals.Denominator);
        Assert.Equal(-Math.Log(Math.Exp(-1) / (Math.Exp(-1) + Math.Exp(-4))), values[0], 14);
        Assert.Equal(Math.Log(2), values[1], 14);
    }
}
