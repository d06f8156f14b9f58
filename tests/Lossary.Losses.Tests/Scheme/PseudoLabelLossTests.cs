namespace Lossary.Losses.Tests;

public sealed class PseudoLabelLossTests() : ArrayLaws<PseudoLabelLoss>(0.7)
{
    [Fact]
    public void Only_sure_rows_count_and_the_mean_is_over_all()
    {
        LossInputs<double> inputs = new() { ["logits"] = TestInputs.Variable([2, 2], 0, Math.Log(3), 0, Math.Log(2)) };
        Assert.Equal(0.5 * -Math.Log(0.75), ValueOf(inputs), 14);
        Assert.Equal([0, 0], inputs["logits"].Gradient[2..].ToArray());
    }
}
