namespace Lossary.Losses.Tests;

public sealed class AlignmentUniformityLossTests() : ArrayLaws<AlignmentUniformityLoss>(3, 1.5, 0.7)
{
    [Fact]
    public void Two_samples_a_right_angle_apart_are_e_to_the_minus_4_crowded()
    {
        LossInputs<double> inputs = new() { ["first"] = Embeddings.Rows(2, 2, 0, 0, 3), ["second"] = Embeddings.Rows(2, 3, 4, 0, 1) };
        Assert.Equal((0.8 / 2) + (0.5 * -4), new AlignmentUniformityLoss(2, 2, 0.5).Evaluate(inputs).Mean, 13);
    }
}
