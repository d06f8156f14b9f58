namespace Lossary.Training.Tests;

/// <summary>Numbers by hand; PyTorch's 63 cases are run by the conformance program.</summary>
public sealed class LearningRateScheduleTests
{
    [Fact]
    public void Steps_multiply_the_rate() =>
        Check([1, 1, 0.5, 0.5, 0.25], new StepSchedule(2, 0.5));

    [Fact]
    public void A_milestone_that_stands_twice_counts_twice() =>
        Check([1, 0.5, 0.5, 0.125], new MultiStepSchedule([1, 3, 3], 0.5));

    [Fact]
    public void An_exponential_falls_by_a_factor_a_step() =>
        Check([1, 0.5, 0.25, 0.125], new ExponentialSchedule(0.5));

    [Fact]
    public void A_constant_holds_and_ends() => Check([0.25, 0.25, 1, 1], new ConstantSchedule(2, 0.25));

    [Fact]
    public void A_line_goes_from_factor_to_factor_and_stays() =>
        Check([0.5, 0.625, 0.75, 0.75], new LinearSchedule(2) { StartFactor = 0.5, EndFactor = 0.75 });

    [Fact]
    public void A_polynomial_falls_to_0() => Check([1, 0.5625, 0.25, 0.0625, 0, 0], new PolynomialSchedule(4, 2));

    [Fact]
    public void A_cosine_falls_and_swings_back() =>
        Check([1, 0.75, 0.5, 0.75, 1, 0.75], new CosineSchedule(2) { MinimumRate = 0.5 });

    [Fact]
    public void A_cosine_restarts_with_longer_falls() =>
        Check([1, 0.5, 1, 0.853553390593274, 0.5, 0.146446609406726, 1], new CosineRestartSchedule(2) { Growth = 2 });

    [Fact]
    public void A_warm_up_hands_over_to_the_beginning_of_what_follows() =>
        Check([0.5, 0.75, 1, 0.5, 0.25], LearningRateSchedule.WarmUp(2, new ExponentialSchedule(0.5), 0.5));

    [Fact]
    public void Cycles_rise_fall_and_halve()
    {
        CyclicSchedule schedule = new(1, 3, 2, 1) { Shape = CycleShape.Halving, MomentumCycle = new(0.5, 0.75) };
        Check([1, 2, 3, 1, 1.5, 2, 1], schedule);
        Assert.Equal(0.75, schedule.MomentumAt(0));
        Assert.Equal(0.5, schedule.MomentumAt(2));
        Assert.Equal(0.625, schedule.MomentumAt(5));
    }

    [Fact]
    public void One_cycle_rises_falls_and_stays()
    {
        OneCycleSchedule schedule = new(1, 5) { RisingShare = 0.6, StartDivisor = 4, EndDivisor = 5, IsLinear = true };
        Check([0.25, 0.625, 1, 0.525, 0.05, 0.05], schedule);
        Assert.Equal(0.95, schedule.MomentumAt(0));
        Assert.Equal(0.85, schedule.MomentumAt(2));
        Assert.Equal(0.95, schedule.MomentumAt(4));
    }

    [Fact]
    public void A_cycle_without_a_rise_begins_at_its_peak() =>
        Assert.Equal(1, new OneCycleSchedule(1, 10) { RisingShare = 0.1 }.RateAt(0, 0.5));

    [Fact]
    public void Rates_far_out_are_finite()
    {
        LearningRateSchedule[] all =
        [
            new StepSchedule(1),
            new ExponentialSchedule(0.9),
            new CosineSchedule(7),
            new CosineRestartSchedule(3) { Growth = 3 },
            new CyclicSchedule(0.1, 1, 3, 4) { Shape = CycleShape.Halving },
            new OneCycleSchedule(1, 10),
            new PolynomialSchedule(9),
        ];
        Assert.All(all, schedule => Assert.InRange(schedule.RateAt(int.MaxValue, 1), 0, 1));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialSchedule(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearSchedule(3) { StartFactor = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialSchedule(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineSchedule(3) { MinimumRate = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineRestartSchedule(3) { Growth = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CyclicSchedule(1, 0.5, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleSchedule(1, 10) { RisingShare = 1.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MomentumCycle(0.9, 0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialSchedule(0.5).RateAt(-1, 1));
        Assert.Contains(
            "number 2 is 3, at least 5",
            Assert.Throws<ArgumentException>(() => new MultiStepSchedule([5, 3])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "1 schedules need 0 milestones, 1 came.",
            Assert.Throws<ArgumentException>(() => new SequentialSchedule([new StepSchedule(1)], [1])).Message,
            StringComparison.Ordinal);
    }

    private static void Check(double[] expected, LearningRateSchedule schedule)
    {
        for (int step = 0; step < expected.Length; step++)
        {
            Assert.Equal(expected[step], schedule.RateAt(step, 1), 1e-14);
        }
    }
}
