namespace Lossary.Losses.Tests;

public sealed class PhysicsInformedLossTests() : ArrayLaws<PhysicsInformedLoss>
{
    [Fact]
    public void Parts_are_mean_squares_with_their_weights()
    {
        LossInputs<double> inputs = Given(("residual", [1.0, 3.0]), ("boundary", [2.0]), ("data", [1.0, 1.0, 2.0]));
        Assert.Equal(5 + (10 * 4) + (0.5 * 2), new PhysicsInformedLoss(10, 0.5).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void The_equation_alone_will_do() => Assert.Equal(5, ValueOf(Given(("residual", [1.0, 3.0]))));
}
