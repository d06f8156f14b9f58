using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class EnergyScoreLossTests() : ArrayLaws<EnergyScoreLoss>
{
    [Fact]
    public void Two_samples_by_their_distances()
    {
        LossInputs<double> inputs = new()
        {
            ["samples"] = Numbers(new Shape(1, 2, 2), 0, 0, 3, 4),
            ["target"] = Numbers(new Shape(1, 2), 0, 0),
        };
        Assert.Equal(2.5 - (0.5 * 2 * 5 / 4), ValueOf(inputs), 13);
    }

    [Fact]
    public void In_one_dimension_it_is_the_ranked_probability_score()
    {
        LossInputs<double> inputs = new()
        {
            ["samples"] = Numbers(new Shape(1, 3, 1), 5, 1, 2),
            ["target"] = Numbers(new Shape(1, 1), 3),
        };
        Assert.Equal((5.0 / 3) - (0.5 * 2 * (4 + 3 + 1) / 9), ValueOf(inputs), 13);
    }
}
