namespace Lossary.Losses.Tests;

public sealed class DepthSmoothnessPenaltyTests() : ArrayLaws<DepthSmoothnessPenalty>
{
    [Fact]
    public void A_step_is_cheaper_where_the_image_steps()
    {
        LossInputs<double> inputs = new()
        {
            ["depth"] = TestInputs.Variable([1, 2, 2, 1], 0, 3, 0, 3),
            ["image"] = TestInputs.Constant([1, 2, 2, 1], 0, 1, 0, 1),
        };
        Assert.Equal(3 * Math.Exp(-1), ValueOf(inputs), 14);
    }
}
