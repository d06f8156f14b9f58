using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class TotalVariationGeneratorLossTests() : ArrayLaws<TotalVariationGeneratorLoss>
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(-0.7)]
    public void It_is_what_made_samples_add_to_the_critics_loss_with_the_sign_turned(double fake)
    {
        IArrayLoss critic = LossCatalogue.Create<IArrayLoss>("f-gan-total-variation-critic");
        double ofCritic = critic.Evaluate(Given(fake)).Mean - critic.Evaluate(Given(0)).Mean;
        Assert.Equal(-ofCritic, CostOf(("fake", fake)) - CostOf(("fake", 0)), 13);
    }

    private static LossInputs<double> Given(double fake) => new()
    {
        ["real"] = Numbers(new Shape(1), 0.3),
        ["fake"] = Numbers(new Shape(1), fake),
    };
}
