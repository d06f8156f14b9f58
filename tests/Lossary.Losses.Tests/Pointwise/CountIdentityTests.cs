namespace Lossary.Losses.Tests;

/// <summary>
/// What the losses of counts and amounts say of each other, and the defects of others that they must not have.
/// </summary>
public sealed class CountIdentityTests
{
    private static readonly double[] Raw = [-2.1, -0.3, 0, 0.8, 2.4];

    [Fact]
    public void Tweedie_tends_to_Poisson_up_to_terms_of_the_target()
    {
        foreach (double t in new[] { 0.0, 0.5, 3 })
        {
            foreach (double z in Raw)
            {
                LossPoint tweedie = At("tweedie:power=1.00000001", z, t);
                LossPoint poisson = At("poisson", z, t);
                Close.Check(poisson.Slope, tweedie.Slope, 1e-6, 1e-6, $"L'({z:R}, {t:R})");
                Close.Check(poisson.Curvature, tweedie.Curvature, 1e-6, 1e-6, $"L''({z:R}, {t:R})");
            }
        }
    }

    [Fact]
    public void Tweedie_tends_to_gamma_up_to_terms_of_the_target()
    {
        foreach (double t in new[] { 0.5, 3 })
        {
            foreach (double z in Raw)
            {
                LossPoint tweedie = At("tweedie:power=1.99999999", z, t);
                LossPoint gamma = At("gamma", z, t);
                Close.Check(gamma.Slope, tweedie.Slope, 1e-6, 1e-6, $"L'({z:R}, {t:R})");
                Close.Check(gamma.Curvature, tweedie.Curvature, 1e-6, 1e-6, $"L''({z:R}, {t:R})");
            }
        }
    }

    /// <summary>
    /// ML.NET's TweedieLoss has its minimum at √y for index 2, and lgamma(y) for a constant at index 1.
    /// </summary>
    [Theory]
    [InlineData("poisson")]
    [InlineData("gamma")]
    [InlineData("tweedie:power=1.01")]
    [InlineData("tweedie")]
    [InlineData("tweedie:power=1.99")]
    public void Best_prediction_of_one_target_is_that_target(string name)
    {
        foreach (double t in new[] { 0.25, 1, 4, 9 })
        {
            double z = Math.Log(t);
            Close.Check(0, At(name, z, t).Slope, 0, 1e-14 * (1 + t), $"{name}: the slope at its target {t:R}");
            Assert.True(At(name, z, t).Value < At(name, z - 0.1, t).Value);
            Assert.True(At(name, z, t).Value < At(name, z + 0.1, t).Value);
        }
    }

    /// <summary>
    /// ML.NET's value takes the mean and its derivative the logarithm; both are of one variable here.
    /// </summary>
    [Theory]
    [InlineData("poisson")]
    [InlineData("tweedie")]
    public void Value_and_slope_are_of_the_same_variable(string name)
    {
        const double Step = 1e-6;
        double quotient = (At(name, 0.7 + Step, 4).Value - At(name, 0.7 - Step, 4).Value) / (2 * Step);
        Close.Check(quotient, At(name, 0.7, 4).Slope, 1e-7, 0, $"{name}: the slope");
    }

    /// <summary>Half deviances by hand: Poisson t ln(t/μ) − t + μ, gamma ln(μ/t) + t/μ − 1.</summary>
    [Fact]
    public void Constants_dropped_are_those_documented()
    {
        foreach (double t in new[] { 0.5, 3 })
        {
            foreach (double z in Raw)
            {
                double mean = Math.Exp(z);
                double poisson = (t * Math.Log(t / mean)) - t + mean;
                Close.Check(poisson, At("poisson", z, t).Value + (t * Math.Log(t)) - t, 1e-13, 1e-13, $"Poisson");
                double gamma = Math.Log(mean / t) + (t / mean) - 1;
                Close.Check(gamma, At("gamma", z, t).Value - Math.Log(t) - 1, 1e-13, 1e-13, $"gamma");
                double tweedie = 2 * (Math.Sqrt(mean) - Math.Sqrt(t)) * (Math.Sqrt(mean) - Math.Sqrt(t)) / Math.Sqrt(mean);
                double constant = Math.Sqrt(t) / (-0.5 * 0.5);
                Close.Check(tweedie, At("tweedie", z, t).Value + constant, 1e-12, 1e-12, $"Tweedie");
            }
        }
    }

    /// <summary>
    /// LightGBM multiplies Poisson's second derivative by e^0.7, XGBoost averages it with the target.
    /// </summary>
    [Fact]
    public void Second_derivative_of_Poisson_is_exact() =>
        Close.Check(Math.Exp(0.7), At("poisson", 0.7, 4).Curvature, 1e-15, 0, $"L''");

    /// <summary>
    /// kornia fixes the scale of its robust losses at 1; here it is a parameter, and L(r; c) scales as it should.
    /// </summary>
    [Theory]
    [InlineData("cauchy", 9)]
    [InlineData("welsch", 9)]
    [InlineData("tukey", 9)]
    [InlineData("geman-mcclure", 1)]
    public void Scale_is_a_parameter(string name, double factor)
    {
        foreach (double r in new[] { 0.2, 1, 1.7, 8 })
        {
            double scaled = At($"{name}:c=3", 3 * r, 0).Value;
            Close.Check(factor * At($"{name}:c=1", r, 0).Value, scaled, 1e-12, 0, $"{name} at {r:R}");
        }
    }

    /// <summary>
    /// NeuralForecast divides Tukey's residual by the targets' deviation; here targets move nothing but r.
    /// </summary>
    [Fact]
    public void Tukey_depends_on_the_residual_alone()
    {
        foreach (double t in new[] { -50.0, 0, 1000 })
        {
            Close.Check(At("tukey", 2, 0).Value, At("tukey", t + 2, t).Value, 1e-12, 0, $"at target {t:R}");
        }
    }

    private static LossPoint At(string name, double prediction, double target) =>
        (LossCatalogue.Create<ISampleLoss>(name)).At(prediction, target);
}
