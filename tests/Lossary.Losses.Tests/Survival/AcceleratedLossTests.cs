namespace Lossary.Losses.Tests;

public sealed class ExponentialSurvivalLossTests() : ArrayLaws<ExponentialSurvivalLoss>
{
    [Fact]
    public void It_is_the_Weibull_likelihood_with_shape_1()
    {
        // At scale 1 the log-hazard is −μ; densities of t and of ln t differ by ln t.
        LossInputs<double> inputs = Patients.Of([-0.4], [2.5], [1]);
        double weibull = default(WeibullAcceleratedLoss).Evaluate(Patients.Row(0.4, 0, "time", 2.5, "event", 1)).Mean;
        Assert.Equal(weibull + Math.Log(2.5), default(ExponentialSurvivalLoss).Evaluate(inputs).Mean, 14);
    }
}

public sealed class WeibullAcceleratedLossTests() : ArrayLaws<WeibullAcceleratedLoss>
{
    [Fact]
    public void A_time_survived_costs_its_cumulative_hazard()
    {
        // (t/λ)^k with λ = e^μ, k = 1/scale: (3/e^0.5)².
        LossInputs<double> inputs = Patients.Row(0.5, Math.Log(0.5), "time", 3, "event", 0);
        Assert.Equal(9 / Math.E, default(WeibullAcceleratedLoss).Evaluate(inputs).Mean, 13);
    }
}

public sealed class LogNormalAcceleratedLossTests() : ArrayLaws<LogNormalAcceleratedLoss>
{
    [Fact]
    public void A_time_survived_far_beyond_its_location_is_finite()
    {
        // −ln Φ(−40) = 804.60844…, from the asymptotic series; Φ(−40) itself is 0 in double precision.
        LossInputs<double> inputs = Patients.Row(-40, 0, "time", 1, "event", 0);
        Assert.Equal(804.608442013754, default(LogNormalAcceleratedLoss).Evaluate(inputs).Mean, 9);
        Assert.Equal(-40.02496882, inputs["location"].Gradient[0], 7);
    }

    [Fact]
    public void A_known_time_costs_the_normal_density_of_its_logarithm()
    {
        LossInputs<double> inputs = Patients.Row(0.2, Math.Log(2), "time", Math.Exp(1.2), "event", 1);
        double expected = (0.5 * 0.25) + (0.5 * Math.Log(2 * Math.PI)) + Math.Log(2);
        Assert.Equal(expected, default(LogNormalAcceleratedLoss).Evaluate(inputs).Mean, 14);
    }
}

public sealed class LogLogisticAcceleratedLossTests() : ArrayLaws<LogLogisticAcceleratedLoss>
{
    [Fact]
    public void A_time_survived_costs_the_softplus_of_its_standardised_logarithm()
    {
        LossInputs<double> inputs = Patients.Row(0.2, 0, "time", Math.Exp(1.2), "event", 0);
        Assert.Equal(Math.Log(1 + Math.E), default(LogLogisticAcceleratedLoss).Evaluate(inputs).Mean, 14);
    }
}

public sealed class IntervalNormalLossTests() : ArrayLaws<IntervalNormalLoss>
{
    [Fact]
    public void One_deviation_to_either_side_holds_68_percent()
    {
        LossInputs<double> inputs = Patients.Row(0, 0, "lower", Math.Exp(-1), "upper", Math.E);
        Assert.Equal(-Math.Log(0.6826894921370859), default(IntervalNormalLoss).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void Bounds_that_are_missing_or_equal_make_it_the_censored_likelihood()
    {
        double survived = default(LogNormalAcceleratedLoss).Evaluate(Patients.Row(0.3, 0.2, "time", 2, "event", 0)).Mean;
        double known = default(LogNormalAcceleratedLoss).Evaluate(Patients.Row(0.3, 0.2, "time", 2, "event", 1)).Mean;
        Assert.Equal(survived, Value(2, double.PositiveInfinity), 14);
        Assert.Equal(known, Value(2, 2), 14);
        Assert.Equal(-Math.Log(1 - Math.Exp(-survived)), Value(0, 2), 13);
        Assert.Equal(0, Value(0, double.PositiveInfinity));
    }

    [Fact]
    public void An_interval_thirty_deviations_away_does_not_underflow()
    {
        LossInputs<double> inputs = Patients.Row(-30, 0, "lower", 1, "upper", Math.E);
        double survived = default(LogNormalAcceleratedLoss).Evaluate(Patients.Row(-30, 0, "time", 1, "event", 0)).Mean;
        Assert.Equal(survived, default(IntervalNormalLoss).Evaluate(inputs).Mean, 9);
        Assert.True(inputs["location"].Gradient[0] < -29, "It has to pull.");
    }

    private static double Value(double lower, double upper) =>
        default(IntervalNormalLoss).Evaluate(Patients.Row(0.3, 0.2, "lower", lower, "upper", upper)).Mean;
}

public sealed class IntervalLogisticLossTests() : ArrayLaws<IntervalLogisticLoss>
{
    [Fact]
    public void The_middle_half_of_the_distribution_costs_ln_2()
    {
        // σ(ln 3) − σ(−ln 3) = ¾ − ¼.
        LossInputs<double> inputs = Patients.Row(0, 0, "lower", 1.0 / 3, "upper", 3);
        Assert.Equal(Math.Log(2), default(IntervalLogisticLoss).Evaluate(inputs).Mean, 14);
    }
}

public sealed class IntervalExtremeLossTests() : ArrayLaws<IntervalExtremeLoss>
{
    [Fact]
    public void At_scale_1_the_time_is_exponential()
    {
        LossInputs<double> inputs = Patients.Row(0, 0, "lower", 1, "upper", 2);
        Assert.Equal(-Math.Log(Math.Exp(-1) - Math.Exp(-2)), default(IntervalExtremeLoss).Evaluate(inputs).Mean, 14);
    }
}
