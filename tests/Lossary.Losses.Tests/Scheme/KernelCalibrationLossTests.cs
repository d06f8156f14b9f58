namespace Lossary.Losses.Tests;

public sealed class KernelCalibrationLossTests() : ArrayLaws<KernelCalibrationLoss>
{
    [Fact]
    public void Two_rows_by_hand()
    {
        // Shares of 3/4, once right and once wrong: gaps of 1/4 and -3/4 with a kernel of 1.
        LossInputs<double> inputs = new()
        {
            ["logits"] = TestInputs.Variable([2, 2], 0, Math.Log(3), 0, Math.Log(3)),
            ["target"] = TestInputs.Constant([2], 1, 0),
        };
        Assert.Equal(0.25, ValueOf(inputs), 14);
    }
}
