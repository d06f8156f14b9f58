namespace Lossary.Losses.Tests;

public sealed class LiftedStructureLossTests() : ArrayLaws<LiftedStructureLoss>(2)
{
    [Fact]
    public void A_pair_is_held_against_all_that_is_unlike_either()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(1, 0, 1, 3),
            ["labels"] = Embeddings.Vector(1, 1, 2),
        };
        double excess = Math.Log(Math.Exp(2 - 3) + Math.Exp(2 - 2)) + 1;
        Assert.Equal(0.5 * excess * excess, new LiftedStructureLoss(2).Evaluate(inputs).Mean, 12);
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
            Assert.Equal(new Totals(0, 0), new LiftedStructureLoss(1).Evaluate(inputs));
            Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
        }
    }
}
