using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ArcFaceLossTests() : ArrayLaws<ArcFaceLoss>(8, 0.3, 1)
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(0, 0.5)]
    [InlineData(1, -0.5)]
    public void An_angle_of_0_or_a_half_turn_has_a_finite_loss_and_gradient(int monotone, double turned)
    {
        LossInputs<float> inputs = new()
        {
            ["embeddings"] = Tensor<float>.Variable(new Shape(1, 2), [0.3f, 0.4f]),
            ["class-vectors"] = Tensor<float>.Variable(new Shape(2, 2), [(float)(1.2 * turned), (float)(1.6 * turned), 1, 0]),
            ["target"] = new(new Shape(1), new float[] { 0 }),
        };
        double value = new ArcFaceLoss(64, 0.5, monotone).Evaluate(inputs).Mean;
        Assert.True(double.IsFinite(value), $"{value}");
        Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.True(float.IsFinite(slope), $"{slope}"));
        Assert.All(inputs["class-vectors"].Gradient.ToArray(), slope => Assert.True(float.IsFinite(slope), $"{slope}"));
    }

    [Fact]
    public void Beyond_a_half_turn_the_monotone_form_goes_on_falling()
    {
        Assert.True(Logit(-0.999) < Logit(-0.9) && Logit(-0.9) < Logit(-0.8), "It turns back up.");

        static double Logit(double cosine) => new AngleMargin(0.5, isMonotone: true).Shift(cosine, out _);
    }
}
