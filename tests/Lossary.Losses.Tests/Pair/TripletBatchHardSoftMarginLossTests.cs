namespace Lossary.Losses.Tests;

public sealed class TripletBatchHardSoftMarginLossTests() : ArrayLaws<TripletBatchHardSoftMarginLoss>
{
    [Fact]
    public void The_hinge_is_a_softplus_of_the_same_difference()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 3, 4, 10),
            ["labels"] = Embeddings.Vector(1, 1, 2, 2),
        };

        double[] values = new double[4];
        inputs.Values = values;
        new TripletBatchHardSoftMarginLoss().Evaluate(inputs);
        double[] differences = [-1, 2, 5, -1];
        Embeddings.CheckClose([.. differences.Select(d => Math.Log(1 + Math.Exp(d)))], values, 1e-14, "softplus");
    }

    [Fact]
    public void A_batch_without_a_pair_alike_or_without_one_unlike_costs_0_and_pulls_nowhere()
    {
        foreach (double[] labels in (double[][])[[1, 2, 3, 4], [5, 5, 5, 5]])
        {
            LossInputs<double> inputs = new()
            {
                ["embeddings"] = Embeddings.Waves(4, 3, 1),
                ["labels"] = Embeddings.Vector(labels),
            };
            Assert.Equal(new Totals(0, 0), new TripletBatchHardSoftMarginLoss().Evaluate(inputs));
            Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
        }
    }
}
