using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class AdaptiveRobustLossTests() : ArrayLaws<AdaptiveRobustLoss>
{
    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.5, -1.099947402351079)]
    public void The_normaliser_is_the_integral_of_the_density(double alpha, double shape)
    {
        // Simpson's rule over x = sinh(u), far out, of the density that Barron's loss has at that shape.
        const int Steps = 40000;
        const double Far = 40;
        BarronLoss barron = new(alpha, 1);
        double Density(double u) =>
            Math.Exp(-barron.Value(new Scalar<double>(Math.Sinh(u))).Number) * Math.Cosh(u);
        double sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double weight = i == 0 || i == Steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Density(Far * ((2.0 * i / Steps) - 1));
        }

        double logarithm = Math.Log(sum * (2 * Far / Steps) / 3);
        Assert.Equal(logarithm, RobustPartition.At(alpha).Logarithm, 11);

        // A residual of 0 costs the logarithm alone.
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 1], 2),
            ["target"] = TestInputs.Constant([1, 1], 2),
            ["shape"] = TestInputs.Variable([1], shape),
            ["log-scale"] = TestInputs.Variable([1], 0.25),
        };
        Assert.Equal(logarithm + 0.25, ValueOf(inputs), 11);
    }

    [Theory]
    [InlineData(1e-9, 1.4913034761)]
    [InlineData(2 - 1e-9, 0.9189385332)]
    public void At_the_ends_it_is_the_Cauchy_and_the_normal_distributions(double alpha, double expected)
    {
        // ln(pi root 2) and half of ln(2 pi).
        Assert.Equal(expected, RobustPartition.At(alpha).Logarithm, 6);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.7)]
    [InlineData(1.99)]
    public void The_slope_of_the_normaliser_is_that_of_its_value(double alpha)
    {
        double above = RobustPartition.At(alpha + 1e-5).Logarithm, below = RobustPartition.At(alpha - 1e-5).Logarithm;
        Assert.Equal((above - below) / 2e-5, RobustPartition.At(alpha).Slope, 6);
    }

    [Fact]
    public void A_shape_of_1_is_the_pseudo_Huber_likelihood()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 1], 3),
            ["target"] = TestInputs.Constant([1, 1], 1),
            ["shape"] = TestInputs.Variable([1], 0),
            ["log-scale"] = TestInputs.Variable([1], Math.Log(0.5)),
        };
        double expected = Math.Sqrt(17) - 1 + Math.Log(0.5) + RobustPartition.At(1).Logarithm;
        Assert.Equal(expected, ValueOf(inputs), 13);
    }
}
