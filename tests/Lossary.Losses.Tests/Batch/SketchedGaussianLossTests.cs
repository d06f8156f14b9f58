using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SketchedGaussianLossTests() : ArrayLaws<SketchedGaussianLoss>
{
    [Fact]
    public void It_is_the_statistic_of_Epps_and_Pulley_along_each_direction()
    {
        double[] numbers = [0.5, -1.2, 2.3];
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Numbers(new Shape(3, 2), 0.5, 9, -1.2, 9, 2.3, 9),
            ["directions"] = Numbers(new Shape(1, 2), 4, 0),
        };
        double expected = 0, step = 3.0 / 16;
        for (int knot = -16; knot <= 16; knot++)
        {
            double t = knot * step, normal = Math.Exp(-t * t / 2);
            double real = numbers.Average(x => Math.Cos(t * x)) - normal;
            double imaginary = numbers.Average(x => Math.Sin(t * x));
            double share = Math.Abs(knot) == 16 ? 0.5 : 1;
            expected += 3 * share * step * normal * ((real * real) + (imaginary * imaginary));
        }

        Assert.Equal(expected, ValueOf(inputs), 13);
    }
}
