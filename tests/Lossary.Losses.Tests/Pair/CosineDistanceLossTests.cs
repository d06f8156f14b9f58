namespace Lossary.Losses.Tests;

public sealed class CosineDistanceLossTests() : ArrayLaws<CosineDistanceLoss>
{
    [Fact]
    public void Parallel_vectors_are_0_apart_opposite_ones_2_and_orthogonal_ones_1()
    {
        double[] values = new double[3];
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Rows(2, 1, 1, 1, 1, 1, 1),
            ["right"] = Embeddings.Rows(2, 3, 3, -2, -2, 5, -5),
            Values = values,
        };
        new CosineDistanceLoss(0).Evaluate(inputs);
        Assert.Equal([0, 2, 1], values.Select(value => Math.Round(value, 14)));
    }

    [Fact]
    public void A_vector_of_zeros_costs_1_and_pulls_nowhere()
    {
        LossInputs<double> inputs = new() { ["left"] = Embeddings.Rows(2, 0, 0), ["right"] = Embeddings.Rows(2, 1, 2) };
        Assert.Equal(1, new CosineDistanceLoss(0).Evaluate(inputs).Mean);
        Assert.Equal([0, 0, 0, 0], [.. inputs["left"].Gradient, .. inputs["right"].Gradient]);
    }

    [Fact]
    public void Lengths_do_not_count_even_where_their_product_overflows()
    {
        LossInputs<double> inputs = new() { ["left"] = Embeddings.Rows(2, 3e150, 4e150), ["right"] = Embeddings.Rows(2, 5e150, 0) };
        Assert.Equal(0.4, new CosineDistanceLoss(0).Evaluate(inputs).Mean, 14);
    }
}
