namespace Lossary.Losses.Tests;

public sealed class LogitPairingLossTests() : ArrayLaws<LogitPairingLoss>(0.7)
{
    [Fact]
    public void Both_answers_pay_for_the_label_and_for_being_apart()
    {
        LossInputs<double> inputs = new()
        {
            ["clean"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["adversarial"] = TestInputs.Variable([1, 2], 2, 2),
            ["target"] = TestInputs.Constant([1], 1),
        };
        double apart = (4 + Math.Pow(2 - Math.Log(3), 2)) / 2;
        Assert.Equal((0.5 * (Math.Log(4.0 / 3) + Math.Log(2))) + (0.7 * apart), ValueOf(inputs), 14);
    }
}
