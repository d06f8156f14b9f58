namespace Lossary.Losses.Tests;

public sealed class FixMatchLossTests() : ArrayLaws<FixMatchLoss>(0.7)
{
    [Fact]
    public void The_sure_answer_to_the_weak_change_is_the_label()
    {
        LossInputs<double> inputs = new()
        {
            ["strong"] = TestInputs.Variable([2, 2], 0, Math.Log(4), 0, 0),
            ["weak"] = TestInputs.Constant([2, 2], Math.Log(3), 0, 0, Math.Log(2)),
        };
        Assert.Equal(0.5 * Math.Log(5), ValueOf(inputs), 14);
        Assert.Equal([-0.4, 0.4, 0, 0], inputs["strong"].Gradient.ToArray(), (x, y) => Math.Abs(x - y) < 1e-14);
    }
}
