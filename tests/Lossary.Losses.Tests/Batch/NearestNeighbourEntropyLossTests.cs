namespace Lossary.Losses.Tests;

public sealed class NearestNeighbourEntropyLossTests() : ArrayLaws<NearestNeighbourEntropyLoss>
{
    [Fact]
    public void Unit_vectors_a_right_angle_apart_cost_minus_half_ln_2()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Rows(2, 2, 0, 0, 3) };
        Assert.Equal(-0.5 * Math.Log(2), new NearestNeighbourEntropyLoss(1e-12).Evaluate(inputs).Mean, 10);
    }

    [Fact]
    public void Equal_embeddings_cost_a_finite_number_and_pull_nowhere()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Rows(2, 2, 1, 2, 1) };
        Assert.Equal(8 * Math.Log(10), new NearestNeighbourEntropyLoss(1e-8).Evaluate(inputs).Mean, 10);
        Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void One_embedding_alone_does_not_count()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Rows(2, 2, 1) };
        Assert.Equal(new Totals(0, 0), new NearestNeighbourEntropyLoss(1e-8).Evaluate(inputs));
    }
}
