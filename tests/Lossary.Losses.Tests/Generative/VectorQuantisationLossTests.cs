namespace Lossary.Losses.Tests;

public sealed class VectorQuantisationLossTests() : ArrayLaws<VectorQuantisationLoss>
{
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void The_code_follows_in_full_and_the_encoder_by_a_quarter()
    {
        LossInputs<double> inputs = Given(("encoding", [3.0]), ("code", [1.0]));
        Assert.Equal(1.25 * 4, ValueOf(inputs), 13);
        Assert.Equal(0.25 * 4, inputs["encoding"].Gradient[0], 13);
        Assert.Equal(-4, inputs["code"].Gradient[0], 13);
    }
}
