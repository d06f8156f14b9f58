using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>What one loss says of another.</summary>
public sealed class DistanceIdentityTests
{
    private static readonly double[] Residuals = [-7.3, -2, -1.1, -0.4, -1e-9, 0, 1e-5, 0.3, 1, 1.9, 6.1];

    [Fact]
    public void Huber_with_a_huge_delta_is_half_squared() =>
        Same(new HuberLoss(1e12), new HalfSquaredLoss(), 1);

    [Fact]
    public void Smooth_L1_with_a_tiny_beta_is_absolute() =>
        Same(new SmoothL1Loss(1e-13), new AbsoluteLoss(), 1);

    [Fact]
    public void Smooth_L1_is_Huber_divided_by_its_parameter() =>
        Same(new SmoothL1Loss(0.7), new HuberLoss(0.7), 1 / 0.7);

    [Fact]
    public void Smooth_L2_as_printed_is_half_squared() =>
        Same(default(SmoothL2Loss), new HalfSquaredLoss(), 1);

    [Fact]
    public void Quantile_in_the_middle_is_half_absolute() =>
        Same(new QuantileLoss(0.5), new AbsoluteLoss(), 0.5);

    [Fact]
    public void Expectile_in_the_middle_is_half_squared() =>
        Same(new ExpectileLoss(0.5), new SquaredLoss(), 0.5);

    [Fact]
    public void Insensitive_losses_without_tolerance_are_absolute_and_squared()
    {
        Same(new EpsilonInsensitiveLoss(0), new AbsoluteLoss(), 1);
        Same(new SquaredEpsilonInsensitiveLoss(0), new SquaredLoss(), 1);
    }

    [Fact]
    public void Barron_runs_through_the_named_losses()
    {
        const double C = 1.3;
        Same(new BarronLoss(2, C), new HalfSquaredLoss(), 1 / (C * C));
        Same(new BarronLoss(1, C), new PseudoHuberLoss(C), 1 / (C * C));
        Same(new BarronLoss(0, C), new CauchyLoss(C * Math.Sqrt(2)), 1 / (C * C));
        Same(new BarronLoss(-2, C), new GemanMcClureLoss(C), 1);
        Same(new BarronLoss(double.NegativeInfinity, C), new WelschLoss(C * Math.Sqrt(2)), 1 / (C * C));
    }

    [Theory]
    [InlineData(2, 1e-10)]
    [InlineData(2, -1e-10)]
    [InlineData(0, 1e-10)]
    [InlineData(0, -1e-10)]
    [InlineData(0, 1e-300)]
    public void Barron_is_steady_near_its_singular_shapes(double alpha, double off)
    {
        foreach (double r in Residuals)
        {
            double at = At(new BarronLoss(alpha, 1), r).Value.Number;
            Close.Check(at, At(new BarronLoss(alpha + off, 1), r).Value.Number, 1e-8, 1e-12, $"L({r:R})");
        }

        Same(new BarronLoss(-1e9, 1), new BarronLoss(double.NegativeInfinity, 1), 1, 1e-6);
    }

    [Fact]
    public void Small_residuals_keep_their_digits()
    {
        // Each is ½r² (LINEX: ½a²r²) to first order; the next term is r² times smaller.
        const double R = 1e-9;
        Close.Check(0.5e-18, At(new PseudoHuberLoss(1), R).Value.Number, 1e-12, 0, $"pseudo-Huber");
        Close.Check(0.5e-18, At(default(LogCoshLoss), R).Value.Number, 1e-12, 0, $"log-cosh");
        Close.Check(0.5e-18, At(new CauchyLoss(1), R).Value.Number, 1e-12, 0, $"Cauchy");
        Close.Check(0.5e-18, At(new WelschLoss(1), R).Value.Number, 1e-12, 0, $"Welsch");
        Close.Check(0.5e-18, At(new TukeyLoss(1), R).Value.Number, 1e-12, 0, $"Tukey");
        Close.Check(0.5e-18, At(new BarronLoss(-3, 1), R).Value.Number, 1e-12, 0, $"Barron");
        Close.Check(0.5e-18 * (1 + (R / 3)), At(new LinexLoss(1), R).Value.Number, 1e-12, 0, $"LINEX");
    }

    [Fact]
    public void Huge_residuals_do_not_overflow_where_the_loss_is_finite()
    {
        Close.Check(1e300, At(new PseudoHuberLoss(1), 1e300).Value.Number, 1e-12, 0, $"pseudo-Huber");
        Close.Check(1e300, At(default(LogCoshLoss), 1e300).Value.Number, 1e-12, 0, $"log-cosh");
        Close.Check(300 * Math.Log(10), At(new CauchyLoss(1), 1e300).Value.Number, 1e-12, 0, $"Cauchy");
        Close.Check(2, At(new GemanMcClureLoss(1), 1e300).Value.Number, 1e-12, 0, $"Geman–McClure");
        Close.Check(1e300, At(new BarronLoss(1, 1), 1e300).Value.Number, 1e-12, 0, $"Barron");
    }

    private static void Same<TFirst, TSecond>(TFirst first, TSecond second, double factor, double precision = 1e-11)
        where TFirst : struct, IDistanceLoss<TFirst>
        where TSecond : struct, IDistanceLoss<TSecond>
    {
        foreach (double r in Residuals)
        {
            Jet<Scalar<double>> one = At(first, r);
            Jet<Scalar<double>> other = At(second, r);
            Close.Check(factor * other.Value.Number, one.Value.Number, precision, 1e-12, $"L({r:R})");
            Close.Check(factor * other.Slope.Number, one.Slope.Number, precision, 1e-12, $"L'({r:R})");
        }
    }

    private static Jet<Scalar<double>> At<TLoss>(TLoss loss, double r) where TLoss : struct, IDistanceLoss<TLoss> =>
        TLoss.Curvature(loss, new Scalar<double>(r));
}
