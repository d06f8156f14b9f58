namespace Lossary.Training.Tests;

public sealed class OptimizerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100)]
    public void Float_and_double_take_the_same_first_steps(int length)
    {
        float[] single = new float[length], gradient = [.. Enumerable.Range(1, length).Select(i => i * 0.25f)];
        double[] wide = new double[length], wideGradient = [.. gradient.Select(x => (double)x)];
        Adam<float> narrowAdam = new(0.1);
        Adam<double> wideAdam = new(0.1);
        for (int step = 0; step < 3; step++)
        {
            narrowAdam.Step(single, gradient);
            wideAdam.Step(wide, wideGradient);
        }

        // A constant gradient moves Adam by the learning rate in each step, but for ε.
        Assert.All(wide, value => Assert.Equal(-0.3, value, 1e-7));
        Assert.All(single, value => Assert.Equal(-0.3, value, 1e-6));
    }

    [Fact]
    public void Lengths_that_differ_are_named()
    {
        Adam<float> adam = new();
        ArgumentException refused = Assert.Throws<ArgumentException>(() => adam.Step(new float[3], new float[4]));
        Assert.Contains("gradients has 4 elements, parameters has 3.", refused.Message, StringComparison.Ordinal);
        adam.Step(new float[3], new float[3]);
        refused = Assert.Throws<ArgumentException>(() => adam.Step(new float[5], new float[5]));
        Assert.Contains("parameters has 5 elements, the first step had 3.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float> { Beta1 = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float> { Epsilon = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(0.1) { Momentum = -0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(0.1) { Dampening = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW<float> { WeightDecay = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp<float> { Alpha = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adagrad<float> { RateDecay = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>().ChangeMomentum(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NAdam<float> { MomentumDecay = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rprop<float> { Shrinkage = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rprop<float> { Growth = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adadelta<float> { Rho = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AveragedSgd<float> { Lambda = double.NaN });
    }

    [Fact]
    public void Nesterov_needs_momentum_and_no_dampening()
    {
        Sgd<float> sgd = new(0.1) { Nesterov = true, Dampening = 0.5 };
        InvalidOperationException refused =
            Assert.Throws<InvalidOperationException>(() => sgd.Step(new float[1], new float[1]));
        Assert.Contains("they are 0 and 0.5.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Momentum_can_be_changed_where_there_is_one()
    {
        Sgd<double> sgd = new(1) { Momentum = 0.5 };
        double[] parameter = [0];
        sgd.Step(parameter, [1]);
        sgd.ChangeMomentum(0);
        sgd.Step(parameter, [1]);
        // The second velocity is the gradient alone.
        Assert.Equal(-2, parameter[0]);
        Assert.False(new Sgd<double>(1).HasMomentum);
        NotSupportedException refused =
            Assert.Throws<NotSupportedException>(() => new Sgd<double>(1).ChangeMomentum(0.5));
        Assert.StartsWith("Sgd was made without momentum", refused.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => new Adagrad<double>().ChangeMomentum(0.5));
    }

    [Fact]
    public void The_mean_of_the_way_is_kept_from_where_it_begins()
    {
        // Gradients of −1 at a rate of 1 without decay: at 1, 2, 3, 4 after the steps. The mean begins after the second.
        AveragedSgd<double> descent = new(1) { Lambda = 0, Start = 1 };
        double[] parameter = [0];
        Assert.True(descent.Average.IsEmpty);
        foreach (double mean in (double[])[1, 2, 3, 3.5])
        {
            descent.Step(parameter, [-1]);
            Assert.Equal(mean, descent.Average[0], 14);
        }

        Assert.Equal(4, parameter[0], 14);
    }

    [Fact]
    public void A_sign_that_turns_halves_the_step_and_skips_one()
    {
        // By hand: steps of 1, 1.2 and, after the turn, none; then one of 0.6, the same sign as nothing before.
        Rprop<double> rprop = new(1);
        double[] parameter = [0];
        List<double> walked = [];
        foreach (double gradient in (double[])[-7, -0.1, 3, 3, 0])
        {
            rprop.Step(parameter, [gradient]);
            walked.Add(parameter[0]);
        }

        Assert.Equal([1, 2.2, 2.2, 1.6, 1.6], walked, (x, y) => Math.Abs(x - y) < 1e-14);
    }
}
