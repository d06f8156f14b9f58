namespace Lossary.Losses.Tests;

public sealed class LocalCorrelationLossTests() : ArrayLaws<LocalCorrelationLoss>(3)
{
    protected override int Rows => 3;

    [Fact]
    public void Level_and_scale_of_the_light_are_free()
    {
        LossInputs<double> inputs = Example(73);
        inputs["target"] = TestInputs.Constant(
            [3, 5, 5, 1], [.. inputs["prediction"].Values.ToArray().Select(pixel => 3 - (2 * pixel))]);
        Assert.Equal(0, ValueOf(inputs), 2e-2);
    }
}
