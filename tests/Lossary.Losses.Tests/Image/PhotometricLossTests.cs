using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PhotometricLossTests() : ArrayLaws<PhotometricLoss>
{
    [Fact]
    public void It_is_half_of_one_loss_and_a_part_of_another()
    {
        double[] pixels = [.. Enumerable.Range(0, 16).Select(i => i * 7 % 16 / 16.0)];
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 4, 4, 1), pixels),
            ["target"] = Numbers(new Shape(1, 4, 4, 1), [.. pixels.Select(x => 1 - x)]),
        };
        double structure = new StructuralSimilarityLoss(3, 1).Evaluate(inputs).Mean;
        double brightness = pixels.Average(x => Math.Abs(x - (1 - x)));
        Assert.Equal((0.85 * 0.5 * structure) + (0.15 * brightness), ValueOf(inputs), 13);
    }
}
