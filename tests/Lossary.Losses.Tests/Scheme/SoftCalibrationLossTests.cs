using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SoftCalibrationLossTests() : ArrayLaws<SoftCalibrationLoss>
{
    [Fact]
    public void Hard_bins_give_the_root_mean_square_of_the_bins_gaps()
    {
        // Two bins: confidence 0.4 once right, once wrong; 0.9 right.
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(3, 3), Row(0.4, 0.3, 0.3, Row(0.4, 0.3, 0.3, Row(0.9, 0.05, 0.05)))),
            ["target"] = Numbers(new Shape(3), 0, 1, 0),
        };
        double low = 0.5 - 0.4, high = 1 - 0.9;
        Assert.Equal(
            Math.Sqrt((low * low * 2 / 3) + (high * high / 3)),
            new SoftCalibrationLoss(2, 1e-3).Evaluate(inputs).Mean,
            9);
    }

    private static double[] Row(double a, double b, double c, params double[] rest) =>
        [Math.Log(a), Math.Log(b), Math.Log(c), .. rest];
}
